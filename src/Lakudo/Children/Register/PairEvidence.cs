using System.Collections.Immutable;
using Lakudo.Children.Network;
using Lakudo.Growth;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Register;

/// <summary>What speaks for and against two entries being one child, side by side, before somebody merges them. Journaled before the answer leaves.</summary>
public sealed class PairEvidence(LakudoDb db, Commit commit, Clock clock)
{
    private const int MostDays = 5, TogetherDays = 1;

    /// <summary>An entry.</summary>
    /// <param name="Id">The child.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Sex">Boy or girl.</param>
    /// <param name="Birth">Day of birth.</param>
    /// <param name="BirthOrder">Which child of its mother.</param>
    /// <param name="Mother">The mother's name.</param>
    /// <param name="HasNik">Whether its own NIK is known.</param>
    /// <param name="Posyandu">Where it is measured.</param>
    /// <param name="Measurements">How many measurements it has.</param>
    public sealed record Side(Guid Id, string Name, Sex? Sex, DateOnly Birth, int? BirthOrder, string Mother, bool HasNik, string Posyandu, int Measurements);

    /// <summary>The answer.</summary>
    /// <param name="One">One.</param>
    /// <param name="Other">The other.</param>
    /// <param name="For">What speaks for one child, in Indonesian.</param>
    /// <param name="Against">What speaks against it.</param>
    /// <param name="MayBeTwins">Whether they may be twins: born together of one mother, and something tells them apart.</param>
    public sealed record Answer(Side One, Side Other, ImmutableArray<string> For, ImmutableArray<string> Against, bool MayBeTwins);

    /// <summary>Refused with C-005 where one of them is not in the caller's care now, C-031 for the same entry twice or one that was merged already, K-001 to others than midwives and nutritionists.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Guid one, Guid other, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ManageRegister) is { } refusal) return refusal;
        var (a, b) = (await db.ChildCaredForBy(caller, one, clock.Now, ct), await db.ChildCaredForBy(caller, other, clock.Now, ct));
        if (a is null || b is null) return ChildrenRefusals.NoSuchChild;
        if (a.Id == b.Id || a.MergedInto is not null || b.MergedInto is not null) return ChildrenRefusals.CannotMerge;
        if (await commit.Note(caller, new ChildrenListed(a.Id, 2), ct) is { } notJournaled) return notJournaled;
        var mothers = await db.Mothers.AsNoTracking().Where(m => m.Id == a.MotherId || m.Id == b.MotherId).ToDictionaryAsync(m => m.Id, ct);
        var places = await db.Posyandu.AsNoTracking().Where(p => p.Id == a.PosyanduId || p.Id == b.PosyanduId).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var measured = await db.Measurements.AsNoTracking().Where(m => (m.ChildId == a.Id || m.ChildId == b.Id) && m.State != Field.MeasurementState.Struck).Select(m => new { m.ChildId, m.Day, m.Weight, m.Height }).ToListAsync(ct);
        Side Shown(Child c) => new(c.Id, c.Name, c.Sex, c.Birth, c.BirthOrder, mothers[c.MotherId].Name, c.NikFingerprint is not null, places[c.PosyanduId], measured.Count(m => m.ChildId == c.Id));
        var (same, differ) = (new List<string>(), new List<string>());
        Weigh(a, b, mothers[a.MotherId], mothers[b.MotherId], same, differ);
        if (a.PosyanduId == b.PosyanduId) same.Add("posyandu sama");
        var days = (from m in measured.Where(m => m.ChildId == a.Id)
                    join n in measured.Where(n => n.ChildId == b.Id) on m.Day equals n.Day
                    select (m.Day, IsSame: (m.Weight, m.Height) == (n.Weight, n.Height))).OrderByDescending(d => d.Day).Take(MostDays).ToList();
        foreach (var (day, isSame) in days)
            (isSame ? same : differ).Add(isSame ? $"hasil ukur {Day(day)} sama persis" : $"keduanya diukur {Day(day)} dengan hasil berbeda");
        var bornTogether = Math.Abs(a.Birth.DayNumber - b.Birth.DayNumber) <= TogetherDays && !Contradiction.AreOthers(mothers[a.MotherId].Name, mothers[b.MotherId].Name);
        return new Answer(Shown(a), Shown(b), [.. same], [.. differ], bornTogether && differ.Count > 0);
    }

    private static void Weigh(Child a, Child b, Mother mother, Mother otherMother, List<string> same, List<string> differ)
    {
        void Say(bool? isSame, string yes, string no)
        {
            if (isSame is { } said) (said ? same : differ).Add(said ? yes : no);
        }

        Say(Both(a.NikFingerprint, b.NikFingerprint), "NIK sama", "NIK berbeda");
        Say(!NewbornName.Contradict(a.Name, b.Name), a.NameNormalised == b.NameNormalised ? "nama sama" : "nama mirip", "nama berbeda");
        Say(a.Birth == b.Birth, "tanggal lahir sama", "tanggal lahir berbeda");
        Say(a.Sex is null || b.Sex is null ? null : a.Sex == b.Sex, "jenis kelamin sama", "jenis kelamin berbeda");
        Say(a.BirthOrder is null || b.BirthOrder is null ? null : a.BirthOrder == b.BirthOrder, "urutan lahir sama", "urutan lahir berbeda");
        Say(mother.Id == otherMother.Id ? true : !Contradiction.AreOthers(mother.Name, otherMother.Name), mother.Id == otherMother.Id ? "ibu sama" : "nama ibu sama atau mirip", "nama ibu berbeda");
        if (mother.Id != otherMother.Id) Say(Both(mother.NikFingerprint, otherMother.NikFingerprint), "NIK ibu sama", "NIK ibu berbeda");
    }

    private static bool? Both(byte[]? one, byte[]? other) => one is null || other is null ? null : one.AsSpan().SequenceEqual(other);

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Formats.Indonesian);
}
