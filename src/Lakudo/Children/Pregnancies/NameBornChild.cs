using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Pregnancies;

/// <summary>Says which child of the register was born of a pregnancy; of twins each is named.</summary>
public sealed class NameBornChild(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Which child of which pregnancy.</summary>
    /// <param name="Pregnancy">The pregnancy, ended by a birth.</param>
    /// <param name="Child">The child.</param>
    public sealed record Command(Guid Pregnancy, Guid Child);

    /// <summary>
    /// Refused with K-001 to others than midwives and nutritionists, C-801 for a pregnancy not in the caller's care, C-805 for one that did not end by a birth, C-807 for a child that is not in the caller's care, is another
    /// woman's, was born on another day or is named already.
    /// </summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.EndPregnancy) is { } refusal) return refusal;
        if (await db.PregnancyCaredForBy(caller, command.Pregnancy, clock.Now, token) is not var (pregnancy, mother)) return PregnancyRefusals.NoSuchPregnancy;
        if (await db.PregnancyEndings.SingleOrDefaultAsync(e => e.PregnancyId == pregnancy.Id && e.TakenBackAt == null, token) is not { Kind: PregnancyEnd.Born } ending) return PregnancyRefusals.HasNotEnded;
        if ((await db.MayBeBornOf(caller, mother, ending.On, clock.Now, token)).All(c => c.Id != command.Child) || await db.BornChildren.AnyAsync(b => b.PregnancyId == pregnancy.Id && b.ChildId == command.Child, token)) return PregnancyRefusals.NotHerChild;
        db.BornChildren.Add(new BornChild(caller.Region, pregnancy.Id, command.Child, caller.Id ?? Guid.Empty, clock.Now));
        commit.Record(caller, new BornChildNamed(pregnancy.Id, command.Child));
        return new Done();
    }, ct);
}

/// <summary>Which children of the register may have been born of a pregnancy.</summary>
internal static class BornOf
{
    /// <summary>The day that the midwife says and the one in the child's book may differ by so many days.</summary>
    private const int Days = 7;

    extension(LakudoDb db)
    {
        /// <summary>
        /// Children at a posyandu in the caller's care, born about that day, of the same woman or of one of the same name: without a NIK the register does not know that the mother of a child is the woman who was pregnant.
        /// </summary>
        internal Task<List<Child>> MayBeBornOf(Caller caller, Mother mother, DateOnly day, DateTime now, CancellationToken ct)
        {
            var (from, until, id, name) = (day.AddDays(-Days), day.AddDays(Days), mother.Id, mother.NameNormalised);
            return (from c in db.Children.AsNoTracking()
                    join m in db.Mothers on c.MotherId equals m.Id
                    join place in db.PosyanduOf(caller, now) on c.PosyanduId equals place.Id
                    where c.Birth >= @from && c.Birth <= until && c.ErasedAt == null && c.MergedInto == null && (m.Id == id || m.NameNormalised == name)
                    orderby c.Birth, c.NameNormalised, c.Id
                    select c).ToListAsync(ct);
        }

        /// <summary>Takes out what was said of how pregnancies ended, why visits were corrected, and which children were born of them, of pregnancies and children that are being erased.</summary>
        internal async Task ForgetEndings(IReadOnlySet<Guid> children, IReadOnlySet<Guid> pregnancies, CancellationToken ct)
        {
            foreach (var ending in await db.PregnancyEndings.Where(e => pregnancies.Contains(e.PregnancyId)).ToListAsync(ct)) ending.Forget();
            foreach (var visit in await db.PregnancyVisits.Where(v => pregnancies.Contains(v.PregnancyId) && v.StruckReason != null).ToListAsync(ct)) visit.ForgetReason();
            db.BornChildren.RemoveRange(await db.BornChildren.Where(b => pregnancies.Contains(b.PregnancyId) || children.Contains(b.ChildId)).ToListAsync(ct));
        }

        /// <summary>How a pregnancy ended, in lines of name and value: for the copy that the woman may ask for (UU 27/2022 art. 7).</summary>
        internal async Task<IReadOnlyList<(string Name, string? Value)>> TellEndings(Guid pregnancy, CancellationToken ct)
        {
            var told = new List<(string, string?)>();
            foreach (var e in await db.PregnancyEndings.AsNoTracking().Where(e => e.PregnancyId == pregnancy).OrderBy(e => e.At).ToListAsync(ct))
                told.Add(($"Kehamilan dinyatakan berakhir {e.On.ToString("d MMMM yyyy", Formats.Indonesian)}", string.Join("; ", new[] { PregnancyEndWords.Of(e.Kind), e.Note, e.TakenBackAt is null ? null : $"dibatalkan: {e.TakenBackReason}" }.OfType<string>())));
            var born = db.BornChildren.Where(b => b.PregnancyId == pregnancy).Select(b => b.ChildId);
            foreach (var child in await db.Children.Where(c => born.Contains(c.Id) && c.ErasedAt == null).OrderBy(c => c.Birth).Select(c => c.Name).ToListAsync(ct)) told.Add(("Anak yang lahir", child));
            return told;
        }
    }
}

/// <summary>How a pregnancy ended, in words that the woman may read.</summary>
public static class PregnancyEndWords
{
    /// <summary>For example <c>sudah lahir</c>.</summary>
    public static string Of(PregnancyEnd kind) => kind switch { PregnancyEnd.Born => "sudah lahir", PregnancyEnd.MovedAway => "pindah ke luar daerah", _ => "berakhir dengan cara lain" };
}
