using Lakudo.Hall.Day;
using Lakudo.Kernel;

namespace Lakudo.Hall;

/// <summary>Lets what is due in today's line happen: second chances begin, web tickets nobody checked in become void. Lakudo itself asks for it.</summary>
public sealed class LetTimePass(HallDesk desk)
{
    /// <summary>A day that is not open has nothing due; that is no fault.</summary>
    public async Task Tick(int region, int hall, CancellationToken ct = default) =>
        _ = await desk.Do(Caller.System(region), hall, new HallCommand.LetTimePass(), null, ct);
}
