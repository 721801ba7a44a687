using System.Collections.Immutable;
using Lakudo.Children.Network;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Phones;

/// <summary>The cadres of a posyandu and their phones.</summary>
public sealed class PhonesOfPosyandu(LakudoDb db, Clock clock)
{
    /// <summary>A cadre.</summary>
    public sealed record Cadre(Guid Id, string Name);

    /// <summary>A phone.</summary>
    /// <param name="Id">The phone.</param>
    /// <param name="Cadre">Its cadre's name.</param>
    /// <param name="Model">What its browser says of it.</param>
    /// <param name="RegisteredAt">UTC; null while the code waits.</param>
    /// <param name="CodeUntil">Until when its code holds, UTC.</param>
    /// <param name="LastSeenAt">When it last made contact, UTC.</param>
    /// <param name="ClockSkewSeconds">By how much its clock was ahead then.</param>
    /// <param name="WipeOrderedAt">Since when it is to forget everything, UTC.</param>
    /// <param name="WipeToldAt">When it was told so, UTC; null while it made no contact.</param>
    /// <param name="Sealed">Sealed batches that wait to be released.</param>
    public sealed record Row(Guid Id, string Cadre, string Model, DateTime? RegisteredAt, DateTime CodeUntil, DateTime? LastSeenAt, int ClockSkewSeconds, DateTime? WipeOrderedAt, DateTime? WipeToldAt, int Sealed)
    {
        /// <summary>Since when (UTC) its key for reading is dead because of wrong PINs or a forgotten one; null while it lives.</summary>
        public DateTime? ReadEndedAt { get; init; }

        /// <summary>Whether it still has the one key of an earlier edition, which reads without a PIN; it changes at its next sending.</summary>
        public bool HasOldKey { get; init; }

        /// <summary>Wrong PINs in a row, tried at the server.</summary>
        public int WrongTries { get; init; }
    }

    /// <summary>The posyandu with both.</summary>
    public sealed record Answer(Guid Posyandu, string Name, ImmutableArray<Cadre> Cadres, ImmutableArray<Row> Phones)
    {
        /// <summary>Whether the posyandu has a signal.</summary>
        public bool HasSignal { get; init; }

        /// <summary>For how many days after a contact its phones open their list of the day by the PIN alone.</summary>
        public int TodayDays { get; init; }
    }

    /// <summary>Refused with C-001 for a posyandu outside the caller's care, K-001 to others than its midwife, nutritionist or Lakudo itself.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Guid posyandu, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ManagePhones) is { } refusal) return refusal;
        var now = clock.Now;
        if (await db.PosyanduOf(caller, now).AsNoTracking().SingleOrDefaultAsync(p => p.Id == posyandu, ct) is not { } place) return ChildrenRefusals.NoSuchPosyandu;
        var cadres = await (from a in db.CareAssignments
                            join w in db.HealthWorkers on a.WorkerId equals w.Id
                            where a.PosyanduId == posyandu && a.From <= now && (a.Until == null || a.Until > now)
                            select new Cadre(w.Id, w.Name)).ToListAsync(ct);
        var kept = db.KeptSealed;
        var phones = await (from p in db.Phones.AsNoTracking()
                            join w in db.HealthWorkers on p.WorkerId equals w.Id
                            where p.PosyanduId == posyandu && (p.PublicKey != null || p.CodeUntil > now)
                            orderby p.RegisteredAt descending
                            select new Row(p.Id, w.Name, p.Model, p.RegisteredAt, p.CodeUntil, p.LastSeenAt, p.ClockSkewSeconds, p.WipeOrderedAt, p.WipeToldAt, kept.Count(k => k.PhoneId == p.Id && k.ReleasedAt == null))
                            {
                                ReadEndedAt = p.ReadEndedAt,
                                HasOldKey = p.PublicKey != null && p.HandInKey == null,
                                WrongTries = p.WrongTries,
                            }).ToListAsync(ct);
        return new Answer(posyandu, place.Name, [.. cadres.OrderBy(c => PersonName.Normalise(c.Name), StringComparer.Ordinal)], [.. phones])
        {
            HasSignal = !place.HasNoSignal,
            TodayDays = await new TodayRule(db).Days(caller.Region, posyandu, ct),
        };
    }
}
