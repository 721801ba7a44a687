using Lakudo.Children.Consent;
using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Personal;

/// <summary>
/// Whom a key reaches in the register. A mother's NIK or number reaches her, her pregnancies and her children, of whom she decides (UU 27/2022 art. 25); a child's own reaches the child.
/// Entries that were merged into one another are one child and go together. All tracked.
/// </summary>
internal sealed record Family(IReadOnlyList<Mother> Mothers, IReadOnlyList<Child> Children, IReadOnlyList<Pregnancy> Pregnancies)
{
    /// <summary>Nobody.</summary>
    internal static Family Nobody { get; } = new([], [], []);

    /// <summary>Finds them. The database sees one region.</summary>
    internal static async Task<Family> Of(LakudoDb db, Person person, CancellationToken ct)
    {
        var (isNik, record) = (person.Kind is PersonKeyKind.Nik, person.Record);
        if (!isNik && record is not { Kind: RegisterNumber.Child or RegisterNumber.Mother }) return Nobody;
        var (key, id) = (person.Key, record?.Id);
        var mothers = isNik ? await db.Mothers.Where(m => m.NikFingerprint == key).ToListAsync(ct)
            : record is { Kind: RegisterNumber.Mother } ? await db.Mothers.Where(m => m.Id == id).ToListAsync(ct) : [];
        var ids = mothers.Select(m => m.Id).ToList();
        var children = isNik ? await db.AllChildren.Where(c => c.NikFingerprint == key || ids.Contains(c.MotherId)).ToListAsync(ct)
            : await db.AllChildren.Where(c => (record!.Value.Kind == RegisterNumber.Child && c.Id == id) || ids.Contains(c.MotherId)).ToListAsync(ct);
        var pregnancies = await db.Pregnancies.Where(p => ids.Contains(p.MotherId)).OrderBy(p => p.RegisteredAt).ToListAsync(ct);
        return new(mothers, [.. (await WithMerged(db, children, ct)).OrderBy(c => c.Birth).ThenBy(c => c.Id)], pregnancies);
    }

    /// <summary>The children with every entry that was merged into them or that they were merged into.</summary>
    private static async Task<IReadOnlyList<Child>> WithMerged(LakudoDb db, List<Child> children, CancellationToken ct)
    {
        var known = children.ToDictionary(c => c.Id);
        for (var wanted = known.Keys.ToHashSet(); wanted.Count > 0;)
        {
            var into = known.Values.Where(c => wanted.Contains(c.Id) && c.MergedInto is not null).Select(c => c.MergedInto!.Value).ToHashSet();
            var found = await db.AllChildren.Where(c => into.Contains(c.Id) || (c.MergedInto != null && wanted.Contains(c.MergedInto.Value))).ToListAsync(ct);
            wanted = found.Where(c => known.TryAdd(c.Id, c)).Select(c => c.Id).ToHashSet();
        }

        return [.. known.Values];
    }
}
