using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;

namespace Lakudo.Children.Measuring;

/// <summary>What the puskesmas decided of a measurement.</summary>
public enum Validation : byte
{
    /// <summary>Nothing yet.</summary>
    Open = 0,

    /// <summary>It is right.</summary>
    Kept = 1,

    /// <summary>It does not count; it stays, struck, with the reason.</summary>
    Struck = 2,
}

/// <summary>How a measurement came here.</summary>
public enum Origin : byte
{
    /// <summary>By a phone's batch.</summary>
    Phone = 1,

    /// <summary>Entered from a paper sheet at the puskesmas.</summary>
    Sheet = 2,

    /// <summary>From a file of another register.</summary>
    Import = 3,
}

/// <summary>One measurement of one child. What was read is never changed; whether it counts, and what it says, is worked out anew when others come beside it.</summary>
internal sealed class MeasuredChild : IRegional
{
    private MeasuredChild()
    {
    }

    public MeasuredChild(FieldMeasurement entered, Guid childId, Source source)
    {
        (RegionId, Id, ChildId, WrittenFor) = (source.Region, entered.Id, childId, entered.Child);
        (PosyanduId, WorkerId, PhoneId, BatchId, Origin) = (source.Posyandu, source.Worker, source.Phone, source.Batch, source.Origin);
        (Day, At, ReceivedAt, ClockSkewSeconds) = (entered.Day, entered.At, source.ReceivedAt, source.ClockSkewSeconds);
        (Weight, Height, Position, Head, Arm, HasOedema) = (entered.Weight, entered.Height, entered.Position, entered.Head, entered.Arm, entered.HasOedema);
        Replaces = entered.Replaces;
        Confirmed = DoubtSet.Of(entered.Confirmed ?? []);
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The child; may be one that is not registered yet, when its own batch is still on the way.</summary>
    public Guid ChildId { get; private set; }

    /// <summary>The entry of the child under which it was written; stays when entries are merged, so that they can be split again.</summary>
    public Guid WrittenFor { get; private set; }

    /// <summary>Where it was measured.</summary>
    public Guid PosyanduId { get; private set; }

    /// <summary>Who measured; of one from a file who brought the file in, who did not measure (<see cref="MeasurerId"/>).</summary>
    public Guid WorkerId { get; private set; }

    public Guid? PhoneId { get; private set; }

    public Guid? BatchId { get; private set; }

    public Origin Origin { get; private set; }

    public DateOnly Day { get; private set; }

    /// <summary>The phone's clock (UTC) at entry.</summary>
    public DateTime At { get; private set; }

    /// <summary>The server's clock (UTC) when it came.</summary>
    public DateTime ReceivedAt { get; private set; }

    /// <summary>By how many seconds the phone's clock was ahead then.</summary>
    public int ClockSkewSeconds { get; private set; }

    /// <summary>Grams.</summary>
    public int? Weight { get; private set; }

    /// <summary>Tenths of a millimetre, as read.</summary>
    public int? Height { get; private set; }

    public Position? Position { get; private set; }

    /// <summary>Tenths of a millimetre.</summary>
    public int? Head { get; private set; }

    /// <summary>Tenths of a millimetre.</summary>
    public int? Arm { get; private set; }

    public bool HasOedema { get; private set; }

    /// <summary>The measurement that this one takes the place of.</summary>
    public Guid? Replaces { get; private set; }

    public Validation Validation { get; private set; }

    /// <summary>The account that decided.</summary>
    public Guid? ValidatedBy { get; private set; }

    public DateTime? ValidatedAt { get; private set; }

    /// <summary>Why, without names.</summary>
    public string? ValidationReason { get; private set; }

    /// <summary>How far it counts, worked out by <see cref="Standing"/>.</summary>
    public MeasurementState State { get; private set; }

    /// <summary>Why it should be taken again, a bit for each <see cref="Doubt"/>.</summary>
    public int Doubts { get; private set; }

    /// <summary>The doubts that the measurer saw and answered with "already measured again".</summary>
    public int Confirmed { get; private set; }

    /// <summary>Whether the phone showed something else than is computed here.</summary>
    public bool ShownOtherwise { get; private set; }

    public KmsMark? Mark { get; private set; }

    /// <summary>Below the red line of the card.</summary>
    public bool IsBelowRed { get; private set; }

    /// <summary>Hundredths of a z-score by the reported method.</summary>
    public int? WeightForAge { get; private set; }

    public int? LengthForAge { get; private set; }

    public int? WeightForLength { get; private set; }

    /// <summary>Who measured; null for one from a file, which names nobody.</summary>
    public Guid? MeasurerId => Origin == Origin.Import ? null : WorkerId;

    /// <summary>As the field knows it.</summary>
    public PastMeasurement Past => new()
    {
        Id = Id,
        Day = Day,
        Weight = Weight,
        Height = Height,
        Position = Position,
        Head = Head,
        Arm = Arm,
        HasOedema = HasOedema,
        State = State,
        IsConfirmed = Validation == Validation.Kept,
    };

    /// <summary>Whether another entry under this id says the same.</summary>
    public bool IsSame(FieldMeasurement other) =>
        (WrittenFor, Day, Weight, Height, Position, Head, Arm, HasOedema, Replaces) == (other.Child, other.Day, other.Weight, other.Height, other.Position, other.Head, other.Arm, other.HasOedema, other.Replaces);

    /// <summary>The puskesmas decided; a later decision takes the place of an earlier one, and the journal keeps both.</summary>
    public void Validate(Validation decision, Guid by, DateTime at, string? reason) => (Validation, ValidatedBy, ValidatedAt, ValidationReason) = (decision, by, at, reason);

    /// <summary>Why it was decided so is forgotten with the child: free text may name people.</summary>
    public void ForgetReason() => ValidationReason = null;

    /// <summary>How far it counts now. Gives whether that changed.</summary>
    public bool Stands(MeasurementState state)
    {
        var changed = State != state;
        State = state;
        return changed;
    }

    /// <summary>Notes what the server read from it; a difference to what the phone showed is kept.</summary>
    public void Read(ChildReading reading, IReadOnlyList<Doubt> doubts, ShownReading? phone)
    {
        var shown = reading.Shown;
        Mark = shown.Mark;
        IsBelowRed = reading.Kms.IsBelowRed is { Value: true };
        (WeightForAge, LengthForAge, WeightForLength) = ((int?)shown.WeightForAge, (int?)shown.LengthForAge, (int?)shown.WeightForLength);
        Doubts = DoubtSet.Of(doubts);
        if (phone is not null) ShownOtherwise = phone != shown;
    }

    /// <summary>Puts it under another entry of the same child.</summary>
    public void Follow(Guid childId) => ChildId = childId;
}

/// <summary>A set of doubts as bits.</summary>
internal static class DoubtSet
{
    public static int Of(IEnumerable<Doubt> doubts) => doubts.Aggregate(0, (bits, doubt) => bits | (1 << (int)doubt));

    public static IReadOnlyList<Doubt> Read(int bits) => [.. Enum.GetValues<Doubt>().Where(doubt => (bits & (1 << (int)doubt)) != 0)];
}

/// <summary>Where entries come from.</summary>
/// <param name="Region">The region.</param>
/// <param name="Posyandu">The posyandu at which they were made.</param>
/// <param name="Worker">Who made them; of a file who brought it in.</param>
/// <param name="Phone">On which phone; null for a sheet.</param>
/// <param name="Batch">In which batch, or by which file's trial; null for a sheet.</param>
/// <param name="Origin">How they came.</param>
/// <param name="ReceivedAt">The server's clock (UTC).</param>
/// <param name="ClockSkewSeconds">By how much the phone was ahead.</param>
internal sealed record Source(int Region, Guid Posyandu, Guid Worker, Guid? Phone, Guid? Batch, Origin Origin, DateTime ReceivedAt, int ClockSkewSeconds);
