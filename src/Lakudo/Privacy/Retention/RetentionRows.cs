using Lakudo.Kernel;

namespace Lakudo.Privacy.Retention;

/// <summary>A period that the region set in the place of the standard one.</summary>
internal sealed class SetPeriod : IRegional
{
    public int RegionId { get; set; }

    public string Rule { get; set; } = "";

    public int Amount { get; set; }

    public RetentionUnit Unit { get; set; }

    public RetentionPeriod Period => new(Amount, Unit);
}

/// <summary>The plan that somebody confirmed, by its hash: any change of a rule or period makes it another.</summary>
internal sealed class ConfirmedPlan : IRegional
{
    public int RegionId { get; set; }

    public string Hash { get; set; } = "";

    public DateTime At { get; set; }

    public Guid? By { get; set; }
}

/// <summary>What a rule took, once.</summary>
internal sealed class RetentionRun : IRegional
{
    public int RegionId { get; set; }

    public Guid Id { get; set; }

    public string Rule { get; set; } = "";

    public DateTime At { get; set; }

    /// <summary>Older than this was taken.</summary>
    public DateTime Before { get; set; }

    public int Rows { get; set; }

    public int Files { get; set; }

    /// <summary>The officer; null for the nightly run.</summary>
    public Guid? By { get; set; }
}
