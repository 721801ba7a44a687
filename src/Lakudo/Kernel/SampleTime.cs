namespace Lakudo.Kernel;

/// <summary>
/// Time that starts at a chosen moment and runs on from there, so that a sample hall is open at whatever hour it is tried.
/// Never used with real data: every page that shows it says <em>waktu contoh</em>.
/// </summary>
/// <param name="start">The moment the sample begins at.</param>
public sealed class SampleTime(DateTimeOffset start) : TimeProvider
{
    private TimeSpan _shift = start - System.GetUtcNow();

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;

    /// <summary>Goes to another moment and runs on from there: how the sample lives through the weeks before its first morning.</summary>
    public void MoveTo(DateTimeOffset moment) => _shift = moment - System.GetUtcNow();
}
