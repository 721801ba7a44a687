namespace Lakudo.Kernel;

/// <summary>One row of the journal: who, when, why, what.</summary>
internal sealed class JournalEntry : IRegional
{
    public int RegionId { get; set; }

    public long Seq { get; set; }

    public DateTime At { get; set; }

    public Guid? ById { get; set; }

    public string ByRole { get; set; } = "";

    public string Fact { get; set; } = "";

    public Guid Subject { get; set; }

    public string Data { get; set; } = "";

    public string? Why { get; set; }

    public string? Stream { get; set; }

    public int? StreamSeq { get; set; }

    public byte[] Hash { get; set; } = [];
}

/// <summary>The end of a region's chain.</summary>
internal sealed class JournalHead : IRegional
{
    public int RegionId { get; set; }

    public long Seq { get; set; }

    public byte[] Hash { get; set; } = [];
}
