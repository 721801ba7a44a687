using Lakudo.Kernel;

namespace Lakudo.Privacy;

/// <summary>The record of processing (UU 27/2022 art. 31): which activity holds which data of whom, why, and in which columns. Data, not code.</summary>
public static class ProcessingRecord
{
    /// <summary>The kind of a column that holds nothing of a person.</summary>
    public const string NotPersonal = "bukan";

    /// <summary>One activity.</summary>
    /// <param name="Id">Stable id.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Purpose">What for.</param>
    /// <param name="Basis">On which legal ground.</param>
    /// <param name="Subjects">Of whom.</param>
    /// <param name="Content">Which data.</param>
    /// <param name="Recipients">Who receives it.</param>
    /// <param name="Safeguards">How it is protected.</param>
    /// <param name="Status">Whether that is confirmed.</param>
    /// <param name="Source">Where it was read.</param>
    public sealed record Activity(string Id, string Name, string Purpose, string Basis, string Subjects, string Content, string Recipients, string Safeguards, string Status, string Source);

    /// <summary>A column and what it holds.</summary>
    /// <param name="Table">The table as named in the database.</param>
    /// <param name="Name">The column; <c>*</c> for a table without any of texts or bytes.</param>
    /// <param name="Kind">The kind of personal data, or <see cref="NotPersonal"/>.</param>
    /// <param name="Activity">The activity it belongs to; empty where it holds nothing of a person.</param>
    public sealed record Column(string Table, string Name, string Kind, string Activity);

    /// <summary>Every activity, in the order of the file.</summary>
    public static IReadOnlyList<Activity> Activities { get; } = DataFile.Read("privacy/activities.csv", c => new Activity(
        c("activity"), c("name"), c("purpose"), c("basis"), c("subjects"), c("content"), c("recipients"), c("safeguards"), c("status"), c("source")));

    /// <summary>Every column of texts or bytes, and others that hold personal data.</summary>
    public static IReadOnlyList<Column> Columns { get; } = DataFile.Read("privacy/columns.csv", c => new Column(c("table"), c("column"), c("kind"), c("activity")));
}
