namespace Lakudo.Web.Growth.Charts;

/// <summary>How a line is drawn. Every kind differs from the others in black and white too, by its width and dashes.</summary>
internal enum ChartStroke
{
    /// <summary>The median.</summary>
    Median,

    /// <summary>One standard deviation.</summary>
    One,

    /// <summary>Two.</summary>
    Two,

    /// <summary>Three.</summary>
    Three,

    /// <summary>The red line of the KMS.</summary>
    Red,

    /// <summary>The orange line of the KMS.</summary>
    Orange,
}

/// <summary>A line of the standard.</summary>
/// <param name="Label">What stands at its right end.</param>
/// <param name="Stroke">How it is drawn.</param>
/// <param name="Points">Its points, from left to right.</param>
internal sealed record ChartLine(string Label, ChartStroke Stroke, (double X, double Y)[] Points);

/// <summary>A measurement of the child.</summary>
/// <param name="X">Months of age, or centimetres.</param>
/// <param name="Y">The measure.</param>
/// <param name="IsDoubtful">Whether WHO calls its z-score implausible; drawn as a cross and not joined with the others.</param>
/// <param name="Mark">A letter under the axis (KMS), or nothing.</param>
internal readonly record struct ChartPoint(double X, double Y, bool IsDoubtful, string Mark);

/// <summary>An axis.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Low">Where it begins.</param>
/// <param name="High">Where it ends.</param>
/// <param name="Step">The distance of two labelled marks.</param>
/// <param name="SmallStep">The distance of two marks.</param>
internal sealed record ChartAxis(string Title, double Low, double High, double Step, double SmallStep);

/// <summary>All that stands on a printed page, before anything is drawn.</summary>
internal sealed record ChartPage
{
    /// <summary>The chart's title.</summary>
    public required string Title { get; init; }

    /// <summary>Whose chart it is and which standard.</summary>
    public required string Subtitle { get; init; }

    /// <summary>The lower axis.</summary>
    public required ChartAxis X { get; init; }

    /// <summary>The upright axis.</summary>
    public required ChartAxis Y { get; init; }

    /// <summary>The lines of the standard.</summary>
    public required IReadOnlyList<ChartLine> Lines { get; init; }

    /// <summary>The measurements in order of age.</summary>
    public required IReadOnlyList<ChartPoint> Points { get; init; }

    /// <summary>The names of the table's columns.</summary>
    public required string[] Columns { get; init; }

    /// <summary>The table under the chart, the last measurement last.</summary>
    public required IReadOnlyList<string[]> Table { get; init; }

    /// <summary>Source and what is unconfirmed, a sentence a line.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
