using System.CommandLine;
using System.Text;
using Lakudo.Kernel;
using Lakudo.Web.Growth;
using Lakudo.Web.Growth.Workbooks;

namespace Lakudo.Web.CommandLine;

/// <summary>The input file of the growth commands: its name, and the options that say how it is to be read.</summary>
internal sealed class GrowthInput
{
    private readonly Argument<string> _file = new("IN") { Description = "CSV or xlsx of measurements, or - for standard input." };
    private readonly Option<string[]> _columns = new("--column")
    {
        Description = "A column that is called otherwise, as NAME=HEADER, e.g. --column weight_kg=Berat. May be given often; @FILE reads such options from a file.",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<AgeForm> _age = new("--age") { Description = "Which age to use where the file has several: Days, Months or Dates." };
    private readonly Option<string?> _separator = new("--separator") { Description = "The character between fields: , or ; or tab. Told from the first line where not given." };
    private readonly Option<string[]> _missing = new("--missing")
    {
        Description = "A code that means not measured, e.g. --missing 8888. Empty, NA and - always do.",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _sheet = new("--sheet") { Description = "The sheet of an xlsx; the first one where not given." };

    /// <summary>Gives a command its argument and options.</summary>
    public void AddTo(Command command)
    {
        command.Add(_file);
        command.Add(_columns);
        command.Add(_age);
        command.Add(_separator);
        command.Add(_missing);
        command.Add(_sheet);
    }

    /// <summary>The name as it was given.</summary>
    public string FileOf(ParseResult result) => result.GetValue(_file)!;

    /// <summary>The codes that mean not measured.</summary>
    public IReadOnlyList<byte[]> MissingOf(ParseResult result) => result.GetValue(_missing)!.Select(Encoding.UTF8.GetBytes).ToList();

    /// <summary>Opens the file and reads its first line; nothing is written yet.</summary>
    public Outcome<OpenInput> Open(ParseResult result)
    {
        var name = FileOf(result);
        Stream? file = null;
        try
        {
            file = name == "-" ? Console.OpenStandardInput() : new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.Read, 0);
            var size = file.CanSeek ? file.Length : 0;
            var isWorkbook = WorkbookReader.IsWorkbook(name);
            var bytes = isWorkbook ? WorkbookReader.Open(file, result.GetValue(_sheet), WorkbookLimits.CommandLine) : file;
            var source = CsvSource.Open(bytes, isWorkbook ? (byte)',' : SeparatorOf(result));
            var header = source.IsRefused ? source.Refusal : GrowthHeader.Read(source.Value.Names, result.GetValue(_columns)!, result.GetValue(_age));
            if (header.IsRefused)
            {
                file.Dispose();
                return header.Refusal;
            }

            return new OpenInput(file, source.Value, header.Value, isWorkbook ? 0 : size);
        }
        catch (FileTooLargeException e)
        {
            file?.Dispose();
            return e.Refusal;
        }
        catch (InvalidDataException)
        {
            file?.Dispose();
            return GrowthFileRefusals.BadWorkbook.With(name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            return GrowthFileRefusals.CannotOpen.With(name);
        }
    }

    private byte? SeparatorOf(ParseResult result) => result.GetValue(_separator) switch
    {
        null => null,
        "tab" or "\t" => (byte)'\t',
        { Length: > 0 } other => (byte)other[0],
        _ => null,
    };
}

/// <summary>An opened file of measurements.</summary>
/// <param name="File">What is to be closed at the end.</param>
/// <param name="Source">Its records.</param>
/// <param name="Header">Which column holds what.</param>
/// <param name="Size">Its bytes, or 0 where they are not known beforehand.</param>
internal sealed record OpenInput(Stream File, CsvSource Source, GrowthHeader Header, long Size) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => File.Dispose();
}
