using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Cases;

/// <summary>What the desk holds of a child, in words: for the copy that its family may ask for (UU 27/2022 art. 7).</summary>
internal static class CaseCopy
{
    extension(LakudoDb db)
    {
        /// <summary>Lines of name and value, in order of time within each kind.</summary>
        internal async Task<IReadOnlyList<(string Name, string? Value)>> TellCases(Guid child, CancellationToken ct)
        {
            var told = new List<(string, string?)>();
            foreach (var d in await db.StuntingDiagnoses.AsNoTracking().Where(d => d.ChildId == child).OrderBy(d => d.RecordedAt).ToListAsync(ct))
                told.Add(("Diagnosis stunting", $"{Day(d.FoundOn)}, {d.FoundBy}{(d.TakenBackAt is null ? "" : $"; dicabut: {d.TakenBackReason}")}"));
            foreach (var r in await db.Referrals.AsNoTracking().Where(r => r.ChildId == child).OrderBy(r => r.At).ToListAsync(ct))
                told.Add(($"Dirujuk {Day(r.On)}", $"{r.ToName}: {r.Reason}"));
            foreach (var a in await db.ReferralAnswers.AsNoTracking().Where(a => a.ChildId == child).OrderBy(a => a.At).ToListAsync(ct))
                told.Add(($"Jawaban rujukan {Day(a.On)}", string.Join("; ", new[] { a.Arrived ? "datang" : "tidak datang", a.Finding, a.Given, a.ComeBackOn is { } back ? $"kontrol {Day(back)}" : null }.OfType<string>())));
            foreach (var c in await db.CaseClosings.AsNoTracking().Where(c => c.ChildId == child).OrderBy(c => c.At).ToListAsync(ct))
                told.Add(($"Kasus ditutup {Day(c.On)}", string.Join("; ", new[] { EndingWords.Of(c.Outcome), c.Note }.OfType<string>())));
            foreach (var l in await db.Leavings.AsNoTracking().Where(l => l.ChildId == child).OrderBy(l => l.At).ToListAsync(ct))
                told.Add(($"Dinyatakan pergi {Day(l.On)}", $"{EndingWords.Of(l.Kind)}: {l.Reason}{(l.TakenBackAt is null ? "" : $"; dibatalkan: {l.TakenBackReason}")}"));
            return told;
        }
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Formats.Indonesian);
}
