namespace Lakudo.Web.Backups;

/// <summary>The first entry of an archive: what is in it, known before anything is unpacked.</summary>
/// <param name="Program">Version of the program that made it.</param>
/// <param name="Vendor"><c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="Migration">The last change of the schema, for example <c>20260101000000_First</c>.</param>
/// <param name="At">When the database stood as it is in here, UTC.</param>
/// <param name="Tables">Rows of each table at that moment.</param>
public sealed record BackupAbout(string Program, string Vendor, string Migration, DateTime At, SortedDictionary<string, long> Tables)
{
    /// <summary>Its name in the archive.</summary>
    internal const string Name = "about.json";
}

/// <summary>The last entry of an archive: every file in it with its length in bytes and SHA-256.</summary>
/// <param name="Files">In the order of the archive.</param>
public sealed record BackupContents(List<BackupContents.Entry> Files)
{
    /// <summary>Its name in the archive.</summary>
    internal const string Name = "contents.json";

    /// <summary>The folder of the database's one file in the archive.</summary>
    internal const string Database = "database/";

    /// <summary>The folders that an archive has.</summary>
    internal static readonly string[] Folders = [Database, "files/", "keys/"];

    /// <summary>One file.</summary>
    /// <param name="Name">Its place: <c>database/</c>, <c>files/</c> or <c>keys/</c> and below.</param>
    /// <param name="Size">Bytes.</param>
    /// <param name="Sha256">Lower-case hexadecimal.</param>
    public sealed record Entry(string Name, long Size, string Sha256);
}
