namespace Lakudo.Kernel;

/// <summary>Ids are UUIDv7, made where the thing is made. Nothing may rely on their order, and none is a secret.</summary>
public static class Ids
{
    /// <summary>A new id whose first bytes hold the given moment, so that rows made together lie together.</summary>
    public static Guid New(Clock clock) => Guid.CreateVersion7(clock.Time.GetUtcNow());
}
