using System.Data.Common;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lakudo.Web.Backups;

/// <summary>
/// One table as the model of one vendor knows it: reads its rows as the program's own values, whatever the vendor keeps them as, so that the same row gives the
/// same values from both.
/// </summary>
internal sealed class MoveTable
{
    private readonly IColumn[] _columns;
    private readonly System.Reflection.MethodInfo[] _readers;

    internal MoveTable(ITable table)
    {
        Name = table.Name;
        _columns = [.. table.Columns.OrderBy(c => c.Name, StringComparer.Ordinal)];
        _readers = [.. _columns.Select(c => c.PropertyMappings[0].TypeMapping.GetDataReaderMethod())];
    }

    /// <summary>What two sides are compared by: how many rows, and the sum of their SHA-256, which no order of rows changes.</summary>
    /// <param name="Rows">How many.</param>
    /// <param name="Hash">Their sum, modulo 2^256.</param>
    internal readonly record struct Sum(long Rows, BigInteger Hash);

    internal string Name { get; }

    /// <summary>The tables of a model, each after those its rows refer to.</summary>
    internal static List<ITable> InOrder(LakudoDb db)
    {
        var left = db.Model.GetRelationalModel().Tables.OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<ITable>();
        while (left.Count > 0)
        {
            var free = left.Where(t => t.ForeignKeyConstraints.All(f => f.PrincipalTable == t || ordered.Contains(f.PrincipalTable))).ToList();
            if (free.Count == 0) throw new InvalidOperationException("The tables refer to one another in a circle.");
            ordered.AddRange(free);
            left.RemoveAll(free.Contains);
        }

        return ordered;
    }

    /// <summary>The columns, quoted, as both vendors understand them.</summary>
    internal string Columns => string.Join(',', _columns.Select(c => $"\"{c.Name}\""));

    /// <summary>The vendor's type names, without length.</summary>
    internal string[] Types => [.. _columns.Select(c => c.PropertyMappings[0].TypeMapping is var m ? m.StoreTypeNameBase : "")];

    /// <summary>Names of the whole-number columns that the vendor counts by itself.</summary>
    internal IEnumerable<string> Counted => _columns.Where(c => c.PropertyMappings[0].Property is { ValueGenerated: ValueGenerated.OnAdd } p && p.ClrType == typeof(int)).Select(c => c.Name);

    /// <summary>Every row, one after the other; the array is used again.</summary>
    internal async IAsyncEnumerable<object?[]> Rows(DbConnection connection, DbTransaction? within)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = within;
        command.CommandText = $"SELECT {Columns} FROM \"{Name}\"";
        await using var reader = await command.ExecuteReaderAsync();
        var row = new object?[_columns.Length];
        var at = new object?[1];
        while (await reader.ReadAsync())
        {
            for (var i = 0; i < row.Length; i++)
            {
                at[0] = i;
                row[i] = reader.IsDBNull(i) ? null : FromStore(i, _readers[i].Invoke(reader, at)!);
            }

            yield return row;
        }
    }

    /// <summary>A value as this vendor keeps it.</summary>
    internal object? ToStore(int column, object? value)
    {
        var converter = _columns[column].PropertyMappings[0].TypeMapping.Converter;
        return value is null ? null : converter is null ? value : converter.ConvertToProvider(value);
    }

    /// <summary>Adds a row to a sum.</summary>
    internal static Sum Add(Sum sum, object?[] row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var value in row)
        {
            var bytes = value switch { null => null, byte[] raw => raw, _ => Encoding.UTF8.GetBytes(Words(value)) };
            hash.AppendData(BitConverter.GetBytes(bytes?.Length ?? -1));
            hash.AppendData(bytes ?? []);
        }

        return new(sum.Rows + 1, (sum.Hash + new BigInteger(hash.GetHashAndReset(), isUnsigned: true)) & ((BigInteger.One << 256) - 1));
    }

    private object FromStore(int column, object stored)
    {
        var converter = _columns[column].PropertyMappings[0].TypeMapping.Converter;
        var value = converter is null ? stored : converter.ConvertFromProvider(stored)!;
        // PostgreSQL keeps microseconds; what SQLite has below them is left behind on both sides.
        return value is DateTimeOffset moment ? new DateTimeOffset(Clock.Cut(moment.UtcDateTime)) : value;
    }

    private static string Words(object value) => value switch
    {
        DateTime moment => moment.Ticks.ToString(CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.UtcTicks.ToString(CultureInfo.InvariantCulture),
        TimeOnly time => time.Ticks.ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.DayNumber.ToString(CultureInfo.InvariantCulture),
        Enum word => Convert.ToInt64(word, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
