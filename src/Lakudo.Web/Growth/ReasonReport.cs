using System.Text;
using Lakudo.Kernel;

namespace Lakudo.Web.Growth;

/// <summary>Tells what could not be used: the first few on standard error, all of them in a file where one is wanted.</summary>
internal sealed class ReasonReport
{
    private readonly GrowthHeader _header;
    private readonly StreamWriter? _file;
    private readonly int _most;
    private readonly List<RowFault> _first = [];
    private long _count;

    public ReasonReport(GrowthHeader header, Stream? file, int most)
    {
        (_header, _most) = (header, most);
        _file = file is null ? null : new StreamWriter(file, new UTF8Encoding(false), 65_536, leaveOpen: true);
        _file?.WriteLine("line,column,reason");
    }

    /// <summary>Takes what was wrong in a part of the file.</summary>
    public void Add(IReadOnlyList<RowFault> faults)
    {
        _count += faults.Count;
        for (var i = 0; i < faults.Count && (_file is not null || _first.Count < _most); i++)
        {
            if (_first.Count < _most)
            {
                _first.Add(faults[i]);
            }

            var isWholeRow = faults[i].Kind is RowFaultKind.FieldCount or RowFaultKind.OpenQuote or RowFaultKind.HeaderAgain;
            _file?.WriteLine($"{faults[i].Line},{Quoted(isWholeRow ? "" : _header.NameOf(faults[i].Column))},{Quoted(faults[i].Reason(_header))}");
        }
    }

    /// <summary>Brings the file to its end.</summary>
    public void Finish() => _file?.Flush();

    /// <summary>Tells the first ones and how many there are.</summary>
    public void Tell(long rows)
    {
        if (_count == 0)
        {
            return;
        }

        foreach (var fault in _first)
        {
            Console.Error.WriteLine($"baris {fault.Line}: {fault.Reason(_header)}");
        }

        if (_count > _first.Count)
        {
            Console.Error.WriteLine($"… dan {(_count - _first.Count).ToString("N0", Formats.Indonesian)} lagi; --reasons BERKAS menulis semuanya.");
        }

        Console.Error.WriteLine($"{rows.ToString("N0", Formats.Indonesian)} baris dijawab, {_count.ToString("N0", Formats.Indonesian)} isian tidak dapat dipakai.");
    }

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
