using System.Collections.Immutable;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Import;

/// <summary>The profiles of the region.</summary>
public sealed class ImportProfiles(LakudoDb db)
{
    /// <summary>One profile.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Headers">The file's header for each column that it speaks of; the others are found by their usual names.</param>
    public sealed record Profile(Guid Id, string Name, IReadOnlyDictionary<ImportColumn, string> Headers);

    /// <summary>All of them, by name. Refused with K-001 to others than midwives and nutritionists.</summary>
    public async Task<Outcome<ImmutableArray<Profile>>> Run(Caller caller, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ImportRegister) is { } refusal) return refusal;
        var profiles = await db.ImportProfiles.AsNoTracking().OrderBy(p => p.Name).ToListAsync(ct);
        return profiles.Select(p => new Profile(p.Id, p.Name, p.Read())).ToImmutableArray();
    }
}

/// <summary>Keeps how an office's files name their columns; a profile of the same name is replaced.</summary>
public sealed class SaveImportProfile(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>What is kept.</summary>
    public sealed record Command(string Name, IReadOnlyDictionary<ImportColumn, string> Headers);

    /// <summary>Keeps it. Refused with K-001, C-206 for a bad name, C-207 where one header stands for two columns.</summary>
    public Task<Outcome<Guid>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Guid>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.ImportRegister) is { } refusal) return refusal;
        var name = command.Name.Trim();
        if (name.Length is 0 or > 100) return ImportRefusals.ProfileName;
        var headers = command.Headers.Where(h => h.Value.Trim().Length > 0).ToDictionary(h => h.Key, h => h.Value.Trim());
        if (headers.Values.GroupBy(ImportColumns.Folded).FirstOrDefault(g => g.Count() > 1) is { } twice) return ImportRefusals.HeaderTwice.With(twice.First());
        var profile = await db.ImportProfiles.SingleOrDefaultAsync(p => p.Name == name, token);
        if (profile is null) db.ImportProfiles.Add(profile = new ImportProfile(caller.Region, Ids.New(clock), name));
        profile.Map(headers);
        commit.Record(caller, new ImportProfileSaved(profile.Id, headers.Count));
        return profile.Id;
    }, ct);
}
