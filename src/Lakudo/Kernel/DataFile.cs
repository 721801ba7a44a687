using nietras.SeparatedValues;

namespace Lakudo.Kernel;

/// <summary>Reads the CSV files of <c>data/</c>, which travel inside the program: holidays, synonyms, instruments, the sample.</summary>
/// <remarks>A file that is missing or misses a column is a fault of the build, not of a user, so it throws.</remarks>
public static class DataFile
{
    /// <summary>Opens a file as it stands in <c>data/</c>.</summary>
    /// <param name="path">The path under <c>data/</c> with forward slashes, for example <c>calendar/holidays.csv</c>.</param>
    /// <exception cref="FileNotFoundException">No such file was built in.</exception>
    public static Stream Open(string path) =>
        typeof(DataFile).Assembly.GetManifestResourceStream("data/" + path)
        ?? throw new FileNotFoundException($"data/{path} is not built into the program.", path);

    /// <summary>Every row of a file, each turned into a value by the reader given.</summary>
    /// <param name="path">The path under <c>data/</c>.</param>
    /// <param name="row">Makes a value of a row; ask it for a column by name.</param>
    public static IReadOnlyList<T> Read<T>(string path, Func<Func<string, string>, T> row)
    {
        using var stream = Open(path);
        using var reader = Sep.New(',').Reader(options => options with { Unescape = true }).From(stream);
        var rows = new List<T>();
        foreach (var line in reader)
        {
            var columns = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var name in reader.Header.ColNames)
            {
                columns[name] = line[name].ToString();
            }

            rows.Add(row(name => columns[name]));
        }

        return rows;
    }
}
