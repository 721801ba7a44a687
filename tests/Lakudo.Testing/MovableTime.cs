namespace Lakudo.Testing;

/// <summary>Time that stands still until a test moves it.</summary>
public sealed class MovableTime : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Move(TimeSpan by) => _now += by;

    public void Set(DateTimeOffset moment) => _now = moment;
}
