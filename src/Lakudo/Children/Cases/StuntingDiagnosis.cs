using Lakudo.Kernel;

namespace Lakudo.Children.Cases;

/// <summary>A diagnosis of stunting by a named health worker, on the ground of a validated measurement. One that was taken back stays, with who did and why.</summary>
internal sealed class StuntingDiagnosis : IRegional, IFollowsChild
{
    private StuntingDiagnosis()
    {
    }

    public StuntingDiagnosis(int regionId, Guid id, Guid childId, Guid measurementId, string foundBy, DateOnly foundOn, Guid recordedBy, DateTime at)
    {
        (RegionId, Id, ChildId, WrittenFor, MeasurementId) = (regionId, id, childId, childId, measurementId);
        (FoundBy, FoundOn, RecordedBy, RecordedAt) = (foundBy, foundOn, recordedBy, at);
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public Guid ChildId { get; private set; }

    public Guid WrittenFor { get; private set; }

    /// <summary>The measurement on whose class it rests.</summary>
    public Guid MeasurementId { get; private set; }

    /// <summary>The doctor or other health worker who found it, by name.</summary>
    public string FoundBy { get; private set; } = "";

    public DateOnly FoundOn { get; private set; }

    /// <summary>The account that wrote it down.</summary>
    public Guid RecordedBy { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public DateTime? TakenBackAt { get; private set; }

    public Guid? TakenBackBy { get; private set; }

    public string? TakenBackReason { get; private set; }

    public void TakeBack(Guid by, DateTime at, string reason) => (TakenBackBy, TakenBackAt, TakenBackReason) = (by, at, reason);

    public void Follow(Guid childId) => ChildId = childId;

    public void Forget() => (FoundBy, TakenBackReason) = (Personal.Forgotten.Name, null);
}
