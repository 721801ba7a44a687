namespace Lakudo.Web.Growth.Workbooks;

/// <summary>How much of a workbook is read. What is beyond is refused while it is read, before it fills the memory.</summary>
/// <param name="Expanded">Bytes of all parts that are opened, unpacked.</param>
/// <param name="Text">Bytes of the table as CSV.</param>
/// <param name="Cells">Cells that hold something.</param>
/// <param name="Strings">Different texts.</param>
/// <param name="StringLetters">Letters of all different texts together; these are kept in memory.</param>
internal sealed record WorkbookLimits(long Expanded, long Text, long Cells, int Strings, long StringLetters)
{
    /// <summary>Columns that may hold something.</summary>
    public const int Columns = 1_000;

    /// <summary>Letters of one cell, as in Excel.</summary>
    public const int LongestText = 32_767;

    /// <summary>Files in the archive.</summary>
    public const int Parts = 1_000;

    /// <summary>Bytes of one tag or one text between two tags: the longest text of a cell, each letter written as an entity.</summary>
    public const int LongestPiece = 512 * 1024;

    /// <summary>Elements within elements; a sheet has seven.</summary>
    public const int Depth = 32;

    /// <summary>Different names of elements and attributes in one part.</summary>
    public const int Names = 4_096;

    private const long Mega = 1024 * 1024;

    /// <summary>A file that somebody uploads: ten thousand lines of a hundred columns, with room to spare.</summary>
    public static WorkbookLimits Upload { get; } = new(64 * Mega, 32 * Mega, 1_000_000, 300_000, 16 * Mega);

    /// <summary>A file on the machine on which the command runs: a million lines, read as a stream.</summary>
    public static WorkbookLimits CommandLine { get; } = new(8_192 * Mega, 4_096 * Mega, 100_000_000, 4_000_000, 256 * Mega);
}
