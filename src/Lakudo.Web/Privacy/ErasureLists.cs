using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lakudo.Kernel;
using Lakudo.Privacy.Requests;
using Lakudo.Web.Backups;
using Lakudo.Web.Host;

namespace Lakudo.Web.Privacy;

/// <summary>
/// The list of erasures outside the database: one copy in the data folder, one beside the backups. A backup from before an erasure brings back what was erased; the list that lies
/// beside it says what must go again. It holds keyed hashes only, each line with a seal of its own, so that nobody can write one without the installation's key.
/// </summary>
public sealed class ErasureLists(IServiceScopeFactory scopes, Settings settings, BackupSettings backup, PersonalData personal, KeyFiles keys)
{
    /// <summary>The list's name beside the archives.</summary>
    public const string Name = "lakudo-erasures.list";

    /// <summary>Bytes of a list that is fetched: more erasures than a region has people.</summary>
    private const long Largest = 256 * 1024 * 1024;

    private const string Draft = Name + ".new";
    private static readonly SemaphoreSlim One = new(1, 1);

    /// <summary>What lies on the other machine as far as is known; null before it was looked at.</summary>
    private string? _away;

    /// <summary>The copy in the data folder.</summary>
    public string Own => Path.Combine(settings.Data, Name);

    private IEnumerable<string> Copies => backup.Folder.Length > 0 && Directory.Exists(backup.Folder) ? [Own, Path.Combine(backup.Folder, Name)] : [Own];

    private bool HasAway => SftpPlace.IsMeant(backup.Folder);

    /// <summary>
    /// Brings the copies up to date with a region's erasures. Lines of other regions, and those the database does not know of yet, stay. Gives why the copy on another machine could not be written
    /// (B-028 to B-031); those here are written then, and it is tried again the next time.
    /// </summary>
    public async Task<Refusal?> Save(int region, CancellationToken ct = default)
    {
        await One.WaitAsync(ct);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var known = (await scope.ServiceProvider.GetRequiredService<RepeatErasures>().Known(Caller.System(region), ct)).Value;
            if (known.Count == 0 && !Copies.Any(File.Exists)) return null;
            var ids = known.Select(l => l.Id).ToHashSet();
            var lines = Copies.SelectMany(Read).Where(l => l.Region != region || !ids.Contains(l.Line.Id)).Concat(known.Where(l => l.Key.Length > 0).Select(l => (Region: region, Line: l)));
            var text = string.Concat(lines.DistinctBy(l => (l.Region, l.Line.Id)).OrderBy(l => l.Line.At).Select(l => Write(l.Region, l.Line) + "\n"));
            foreach (var copy in Copies) await Replace(copy, text, ct);
            return HasAway && text != _away ? await Send(text, ct) : null;
        }
        finally
        {
            One.Release();
        }
    }

    /// <summary>Fetches the list that lies beside the backups on another machine into the data folder, where none is yet: a restored installation has only its archive. Gives why it could not.</summary>
    public async Task<Refusal?> Fetch(CancellationToken ct = default)
    {
        if (!HasAway || File.Exists(Own)) return null;
        var reached = SftpPlace.Connect(backup.Folder, backup, keys);
        if (reached.IsRefused) return reached.Refusal;
        using var place = reached.Value;
        // A list that was being replaced when the line broke lies there under the draft's name only.
        foreach (var name in place.Names().Intersect([Name, Draft]).OrderBy(n => n.Length).Take(1))
        {
            using var reader = new StreamReader(new CountedStream(place.Open(name), new ExpansionLimit(Largest)), Encoding.ASCII);
            _away = await reader.ReadToEndAsync(ct);
            await Replace(Own, _away, ct);
        }

        return null;
    }

    /// <summary>Erases again in every region what the lists name and the database does not know of. Answers how many lines that were.</summary>
    public async Task<int> Repeat(CancellationToken ct = default)
    {
        var repeated = 0;
        foreach (var region in Copies.SelectMany(Read).DistinctBy(l => (l.Region, l.Line.Id)).GroupBy(l => l.Region))
        {
            await using var scope = scopes.CreateAsyncScope();
            var done = await scope.ServiceProvider.GetRequiredService<RepeatErasures>().Run(Caller.System(region.Key), [.. region.Select(l => l.Line)], ct);
            if (done.IsRefused) throw new InvalidOperationException(done.Refusal.Code);
            repeated += done.Value;
        }

        return repeated;
    }

    private IEnumerable<(int Region, RepeatErasures.Line Line)> Read(string path) => File.Exists(path) ? File.ReadLines(path).Select(Read1).OfType<(int, RepeatErasures.Line)>() : [];

    /// <summary>A line, or null where it was not written with this installation's key.</summary>
    private (int Region, RepeatErasures.Line Line)? Read1(string text)
    {
        var cut = text.LastIndexOf(' ');
        if (cut <= 0 || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(text[(cut + 1)..]), Encoding.ASCII.GetBytes(Seal(text[..cut])))) return null;
        var parts = text[..cut].Split(' ');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), new(Guid.Parse(parts[1]), Enum.Parse<PersonKeyKind>(parts[2]), Convert.FromHexString(parts[3]),
            DateTime.Parse(parts[4], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)));
    }

    private string Write(int region, RepeatErasures.Line line)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{region} {line.Id:N} {line.Kind} {Convert.ToHexStringLower(line.Key)} {line.At:O}");
        return $"{text} {Seal(text)}";
    }

    private string Seal(string text) => Convert.ToHexStringLower(personal.Fingerprint("erasure line " + text));

    /// <summary>The other machine's copy: whole under another name first, so that there is always one that is whole.</summary>
    private async Task<Refusal?> Send(string text, CancellationToken ct)
    {
        var reached = SftpPlace.Connect(backup.Folder, backup, keys);
        if (reached.IsRefused) return reached.Refusal;
        using var place = reached.Value;
        place.Delete(Draft);
        await using (var file = place.Create(Draft)) await file.WriteAsync(Encoding.ASCII.GetBytes(text), ct);
        place.Delete(Name);
        place.Rename(Draft, Name);
        _away = text;
        return null;
    }

    private static async Task Replace(string path, string text, CancellationToken ct)
    {
        if (File.Exists(path) && await File.ReadAllTextAsync(path, ct) == text) return;
        var draft = path + ".new";
        File.Delete(draft);
        await using (var file = ArchiveFile.Create(draft))
        {
            await file.WriteAsync(Encoding.ASCII.GetBytes(text), ct);
            if (file is FileStream onDisk) onDisk.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }
}
