using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lakudo.Kernel;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.Pages;

/// <summary>Sees whether a SQLite installation's tables have changed, and what a change was beyond looks that are written down.</summary>
public sealed class TableWatch : IDisposable
{
    /// <summary>What a look may write down: that somebody looked. Facts of the journal by their type.</summary>
    private static readonly HashSet<string> _looks =
    [
        "InspectorRead", "ApplicationInspected", "ApplicationsListed", "ApplicationFileOpened", "BreachLookedUp", "BreachListExported", "PersonLookedUp", "HouseholdSought", "HouseholdRead", "ChildRead",
        "ChildrenListed", "WithdrawnListed", "CompanionshipsRead", "EntrustedChildRead", "MonthSheetRead", "EppgbmSheetMade", "SatusehatBundleMade", "AccessLogRead", "FamilyPageRead", "FamilyCardPrinted",
        "PregnanciesListed", "PregnancyRead", "ReferralPrinted", "ImportLookedAt", "DocumentDownloaded",
    ];

    /// <summary>What a look may touch beside the journal: table and column.</summary>
    private static readonly HashSet<string> _usage = ["hall_device.LastSeenAt"];

    private readonly SqliteConnection _connection;
    private readonly IReadOnlyList<string> _tables;
    private Dictionary<string, HashSet<string>> _rows = [];
    private long _version;

    public TableWatch(RunningLakudo lakudo)
    {
        _connection = new SqliteConnection($"Data Source={lakudo.Place};Mode=ReadOnly");
        _connection.Open();
        using var scope = lakudo.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<LakudoDb>();
        _tables = [.. db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct()];
        Reset();
    }

    /// <summary>What is there now is the beginning.</summary>
    public void Reset() => (_version, _rows) = (Version(), Read());

    /// <summary>What has changed since, as TABLE: ROW, apart from looks. A version that did not move costs one question.</summary>
    public IReadOnlyList<string> Changes()
    {
        if (Version() == _version) return [];
        var (before, now) = (_rows, Read());
        (_version, _rows) = (Version(), now);
        return [.. _tables.SelectMany(t => now[t].Except(before[t]).Select(r => $"{t} + {r}").Concat(before[t].Except(now[t]).Select(r => $"{t} - {r}"))).Where(c => !IsLook(c))];
    }

    /// <summary>The journal's head moves with its rows, which are judged themselves.</summary>
    private static bool IsLook(string change) => _looks.Any(l => change.StartsWith("kernel_journal +", StringComparison.Ordinal) && change.Contains($"\"Fact\":\"{l}\"", StringComparison.Ordinal))
        || change.StartsWith("kernel_journal_head ", StringComparison.Ordinal);

    private long Version()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)command.ExecuteScalar()!;
    }

    private Dictionary<string, HashSet<string>> Read() => _tables.ToDictionary(t => t, Rows);

    private HashSet<string> Rows(string table)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        using var reader = command.ExecuteReader();
        var rows = new HashSet<string>();
        while (reader.Read())
        {
            rows.Add(JsonSerializer.Serialize(Enumerable.Range(0, reader.FieldCount).Where(i => !_usage.Contains($"{table}.{reader.GetName(i)}"))
                .ToDictionary(reader.GetName, i => Written(reader.GetValue(i)))));
        }

        return rows;
    }

    private static object? Written(object value) => value switch
    {
        DBNull => null,
        byte[] bytes => Convert.ToHexString(bytes.Length > 32 ? SHA256.HashData(bytes) : bytes),
        string { Length: > 400 } text => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
        _ => value,
    };

    public void Dispose() => _connection.Dispose();
}
