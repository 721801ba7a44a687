using Lakudo.Field;
using Lakudo.Kernel;

namespace Lakudo.Children.Register;

/// <summary>A pregnancy that a posyandu looks after.</summary>
internal sealed class Pregnancy : IRegional
{
    private const int Days = 280;

    private Pregnancy()
    {
    }

    public Pregnancy(int regionId, NewPregnancy entered, Guid posyanduId, Guid motherId, DateTime now)
    {
        (RegionId, Id, PosyanduId, MotherId) = (regionId, entered.Id, posyanduId, motherId);
        (LastPeriod, DueDate, Address, RegisteredAt, ConsentAt) = (entered.LastPeriod, entered.DueDate, WrittenText.Tidy(entered.Address), now, entered.At);
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PosyanduId { get; private set; }

    public Guid MotherId { get; private set; }

    public DateOnly? LastPeriod { get; private set; }

    public DateOnly? DueDate { get; private set; }

    public string? Address { get; private set; }

    /// <summary>The day on which it ended; null while it goes on.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>When it began, by the day expected or else the last period; null when neither is known.</summary>
    public DateOnly? Began => DueDate?.AddDays(-Days) ?? LastPeriod;

    public DateTime RegisteredAt { get; private set; }

    public DateTime ConsentAt { get; private set; }

    public long Change { get; private set; }

    /// <summary>When the woman was taken out of it; null while it is somebody's.</summary>
    public DateTime? ErasedAt { get; private set; }

    public void Changed(long change) => Change = change;

    /// <summary>Takes the woman out; what was seen at her visits stays as numbers of nobody, and of the day it ended the month.</summary>
    public void Forget(DateTime at, long change) => (MotherId, Address, LastPeriod, EndedOn, ErasedAt, Change) = (Guid.Empty, null, null, EndedOn is { } day ? new DateOnly(day.Year, day.Month, 1) : null, at, change);

    /// <summary>It ended on a day, or, with null, goes on after all.</summary>
    public void End(DateOnly? on, long change) => (EndedOn, Change) = (on, change);

    /// <summary>Another posyandu looks after it from now on.</summary>
    public void Move(Guid posyandu, long change) => (PosyanduId, Change) = (posyandu, change);
}

/// <summary>One visit of a pregnant woman, as entered.</summary>
internal sealed class VisitOfPregnancy : IRegional
{
    private VisitOfPregnancy()
    {
    }

    public VisitOfPregnancy(int regionId, PregnancyVisit entered, Guid? batchId, Guid? replaces = null)
    {
        Replaces = replaces;
        (RegionId, Id, PregnancyId, Day, At, BatchId) = (regionId, entered.Id, entered.Pregnancy, entered.Day, entered.At, batchId);
        (Weight, Arm, Haemoglobin, IronTablets) = (entered.Weight, entered.Arm, entered.Haemoglobin, entered.IronTablets);
        (AntenatalVisits, DoctorVisits) = (entered.AntenatalVisits, entered.DoctorVisits);
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PregnancyId { get; private set; }

    public DateOnly Day { get; private set; }

    public DateTime At { get; private set; }

    public Guid? BatchId { get; private set; }

    public int? Weight { get; private set; }

    public int? Arm { get; private set; }

    public int? Haemoglobin { get; private set; }

    public int? IronTablets { get; private set; }

    public int? AntenatalVisits { get; private set; }

    public int? DoctorVisits { get; private set; }

    /// <summary>The visit that was written down wrong and whose place it takes; null for most.</summary>
    public Guid? Replaces { get; private set; }

    /// <summary>When the puskesmas struck it; null while it counts.</summary>
    public DateTime? StruckAt { get; private set; }

    public Guid? StruckBy { get; private set; }

    public string? StruckReason { get; private set; }

    /// <summary>It was written down wrong: it no longer counts, and stays to be seen.</summary>
    public void Strike(Guid by, DateTime at, string reason) => (StruckBy, StruckAt, StruckReason) = (by, at, reason);

    public void ForgetReason() => StruckReason = null;

    /// <summary>As it was entered.</summary>
    public PregnancyVisit Entered => new()
    {
        Id = Id,
        Pregnancy = PregnancyId,
        Day = Day,
        At = At,
        Weight = Weight,
        Arm = Arm,
        Haemoglobin = Haemoglobin,
        IronTablets = IronTablets,
        AntenatalVisits = AntenatalVisits,
        DoctorVisits = DoctorVisits,
    };
}
