using Lakudo.Kernel;

namespace Lakudo.Children.Pregnancies;

/// <summary>Shows a pregnant woman's full NIK to one who cares for her and says why. Every time is journaled, with the reason, before it is shown.</summary>
public sealed class RevealMotherNik(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>Whose and why.</summary>
    /// <param name="Pregnancy">The pregnancy on whose page it is asked for.</param>
    /// <param name="Reason">The reason, without names and numbers.</param>
    public sealed record Command(Guid Pregnancy, string? Reason);

    /// <summary>
    /// The sixteen digits. Refused with K-001 to others than midwives and nutritionists, C-801 for a pregnancy not in the caller's care, K-020 or K-021 for the reason, C-802 where no NIK is known.
    /// </summary>
    public async Task<Outcome<string>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        // Without a key: a stored answer would keep the sealed digits a second time.
        var found = await commit.Once<byte[]>(caller with { Key = null }, command, async token =>
        {
            if (db.MayNot(caller, Act.RevealMotherNik) is { } refusal) return refusal;
            if (await db.PregnancyCaredForBy(caller, command.Pregnancy, clock.Now, token) is not { Mother: var mother }) return PregnancyRefusals.NoSuchPregnancy;
            var why = JournalReason.Read(command.Reason);
            if (why.IsRefused) return why.Refusal;
            if (mother.NikSealed is not { } nik) return PregnancyRefusals.NoNik;
            commit.Record(caller, new MotherNikRevealed(command.Pregnancy), why.Value);
            return nik;
        }, ct);
        return found.Then<string>(nik => personal.Open(nik));
    }
}
