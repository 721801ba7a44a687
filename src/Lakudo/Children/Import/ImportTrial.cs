using System.Security.Cryptography;
using System.Text.Json;
using Lakudo.Kernel;

namespace Lakudo.Children.Import;

/// <summary>A file that was uploaded and looked at, and waits to be entered or dropped. Its lines are kept sealed and at most a day.</summary>
internal sealed class ImportTrial : IRegional
{
    /// <summary>So long a trial can be entered; then it is forgotten.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private ImportTrial()
    {
    }

    public ImportTrial(int regionId, Guid id, Guid account, string fileName, Guid? posyandu, ImportSheet sheet, PersonalData personal, DateTime now)
    {
        (RegionId, Id, Account, FileName, PosyanduId, At, Lines) = (regionId, id, account, fileName, posyandu, now, sheet.Rows.Count);
        Sealed = personal.Seal(JsonSerializer.Serialize(sheet));
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>Who uploaded it; nobody else enters it.</summary>
    public Guid Account { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>The posyandu of lines that name none.</summary>
    public Guid? PosyanduId { get; private set; }

    public int Lines { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>The lines as JSON, encrypted: they hold names and NIK.</summary>
    public byte[] Sealed { get; private set; } = [];

    /// <summary>Whether it may still be entered.</summary>
    public bool IsFresh(DateTime now) => now - At < Kept;

    /// <summary>The lines.</summary>
    /// <exception cref="CryptographicException">The key file is another one.</exception>
    public IReadOnlyList<ImportRow> Rows(PersonalData personal) => Sheet(personal).Rows;

    /// <summary>The titles and the lines. One that was uploaded before the titles were kept has lines alone.</summary>
    /// <exception cref="CryptographicException">The key file is another one.</exception>
    public ImportSheet Sheet(PersonalData personal)
    {
        var json = personal.Open(Sealed);
        return json.StartsWith('[') ? new([], JsonSerializer.Deserialize<List<ImportRow>>(json)!) : JsonSerializer.Deserialize<ImportSheet>(json)!;
    }
}

/// <summary>A file as it was read.</summary>
/// <param name="Headers">The titles of its columns as they stand there.</param>
/// <param name="Rows">Its lines.</param>
internal sealed record ImportSheet(IReadOnlyList<string> Headers, IReadOnlyList<ImportRow> Rows);

/// <summary>Which columns an office's own files have, by the names they have there.</summary>
internal sealed class ImportProfile : IRegional
{
    private ImportProfile()
    {
    }

    public ImportProfile(int regionId, Guid id, string name)
    {
        (RegionId, Id, Name) = (regionId, id, name);
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>A JSON object: the column's name and the file's header for it.</summary>
    public string Headers { get; private set; } = "{}";

    /// <summary>Sets the headers.</summary>
    public void Map(IReadOnlyDictionary<ImportColumn, string> headers) =>
        Headers = JsonSerializer.Serialize(headers.OrderBy(h => h.Key).ToDictionary(h => ImportColumns.NameOf(h.Key), h => h.Value));

    /// <summary>The headers.</summary>
    public IReadOnlyDictionary<ImportColumn, string> Read() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Headers)!.ToDictionary(h => ImportColumns.All.First(c => ImportColumns.NameOf(c) == h.Key), h => h.Value);
}
