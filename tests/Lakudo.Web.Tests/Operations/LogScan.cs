using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Lakudo.Web.Tests.Operations;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(LogScan))]

namespace Lakudo.Web.Tests.Operations;

/// <summary>
/// Reads everything the programs of this whole test run log, at the levels of an installation, and fails the run when a line holds what no log may hold: a NIK, a telephone
/// number, a mailbox, the name of somebody from the sample, or the secret part of an address.
/// </summary>
public sealed partial class LogScan : IDisposable
{
    private static readonly ConcurrentDictionary<string, string> Leaks = new(StringComparer.Ordinal);
    private static long _lines;

    /// <summary>Lines read so far.</summary>
    public static long Lines => Interlocked.Read(ref _lines);

    /// <summary>What is wrong with a line, or null.</summary>
    public static string? LeakIn(string line) =>
        Nik().IsMatch(line) ? "NIK"
        : Telephone().IsMatch(line) ? "nomor telepon"
        : Mailbox().IsMatch(line) ? "alamat surel"
        : SecretAddress().IsMatch(line) ? "rahasia di alamat"
        : Name().IsMatch(line) ? "nama"
        : null;

    /// <summary>Writes a line of a running program down.</summary>
    public static void Read(string line)
    {
        Interlocked.Increment(ref _lines);
        if (LeakIn(line) is { } kind)
        {
            Leaks.TryAdd(kind, line);
        }
    }

    public void Dispose()
    {
        if (!Leaks.IsEmpty)
        {
            throw new InvalidOperationException("A log held what no log may hold: " + string.Join("; ", Leaks.Select(l => $"{l.Key}: {l.Value}")));
        }
    }

    [GeneratedRegex(@"(?<![0-9A-Fa-f.-])[0-9]{16}(?![0-9A-Fa-f-])")]
    private static partial Regex Nik();

    [GeneratedRegex(@"(?<![0-9A-Fa-f.,-])(\+62|0)[ -]?8[0-9]{2}[ -]?[0-9]{3,4}[ -]?[0-9]{3,5}(?![0-9A-Fa-f-])")]
    private static partial Regex Telephone();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.[a-z]{2,}", RegexOptions.IgnoreCase)]
    private static partial Regex Mailbox();

    // A route's pattern has braces where an address has somebody's number.
    [GeneratedRegex(@"/(lacak|nomor|verifikasi|survei/[^/ ]+|applications/track)/(?!\{|hasil|tidak)[A-Za-z0-9-]{6,}", RegexOptions.IgnoreCase)]
    private static partial Regex SecretAddress();

    [GeneratedRegex(@"\b(Wa Ode|La Ode|Wa Contoh|La Contoh|Ruslan|Hasanuddin|Nurhayati|Siti)\b")]
    private static partial Regex Name();
}

/// <summary>Hands what a program logs to the scan, formatted text, structured values and faults alike.</summary>
[ProviderAlias("Scanned")]
public sealed class ScannedLogs : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        LogScan.Read(formatter(state, exception) + exception);
        if (state is IEnumerable<KeyValuePair<string, object?>> values)
        {
            LogScan.Read(string.Join(' ', values.Select(v => v.Value)));
        }
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose()
    {
    }
}
