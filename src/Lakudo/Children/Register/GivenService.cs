using Lakudo.Field;
using Lakudo.Kernel;

namespace Lakudo.Children.Register;

/// <summary>Something a child got, or an answer of its mother.</summary>
internal sealed class GivenService : IRegional
{
    private GivenService()
    {
    }

    public GivenService(int regionId, ChildService entered, Guid childId, Guid? batchId)
    {
        (RegionId, Id, ChildId, WrittenFor, Day, At, BatchId) = (regionId, entered.Id, childId, entered.Child, entered.Day, entered.At, batchId);
        (Kind, Yes, Detail) = (entered.Kind, entered.Yes, entered.Detail);
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public Guid ChildId { get; private set; }

    /// <summary>The entry of the child under which it was written; stays when entries are merged, so that they can be split again.</summary>
    public Guid WrittenFor { get; private set; }

    public DateOnly Day { get; private set; }

    public DateTime At { get; private set; }

    public Guid? BatchId { get; private set; }

    public ChildServiceKind Kind { get; private set; }

    public bool Yes { get; private set; }

    public string? Detail { get; private set; }

    /// <summary>Puts it under another entry of the same child.</summary>
    public void Follow(Guid childId) => ChildId = childId;
}
