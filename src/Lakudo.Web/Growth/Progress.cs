using System.Diagnostics;
using Lakudo.Kernel;

namespace Lakudo.Web.Growth;

/// <summary>Shows on a terminal how far a long run is; says nothing where standard error is a file or a pipe, or the run is short.</summary>
internal sealed class Progress(long size)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly bool _isSeen = !Console.IsErrorRedirected;
    private TimeSpan _next = Patience;
    private bool _isShown;

    /// <summary>Shows the bytes read and the rows answered.</summary>
    public void Show(long read, long rows)
    {
        if (!_isSeen || Stopwatch.GetElapsedTime(_start) < _next)
        {
            return;
        }

        _next = Stopwatch.GetElapsedTime(_start) + Patience / 2;
        _isShown = true;
        Console.Error.Write($"\r{(size > 0 ? $"{100 * read / size} %, " : "")}{rows.ToString("N0", Formats.Indonesian)} baris ");
    }

    /// <summary>Wipes the line.</summary>
    public void Finish()
    {
        if (_isShown)
        {
            Console.Error.Write("\r" + new string(' ', 40) + "\r");
        }
    }
}
