using Lakudo.Hall.Day;
using Lakudo.Kernel;
using Orleans.Runtime;

namespace Lakudo.Hall.Live;

/// <summary>
/// The way to a day's grain, on whichever node it lives. When that node dies, the same command is asked again until the day lives on another: under the same key, so that
/// what was committed without being answered is answered now and not done twice.
/// </summary>
internal sealed class HallDayWay(IGrainFactory grains, HallMirrors mirrors, Clock clock)
{
    /// <summary>How long a command is asked again. A node is declared dead within two or three seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks. Refused with H-053 when the day lives nowhere for that long, or when it cannot be known whether a command without a key was done.</summary>
    public async Task<HallReply> Ask(DayKey key, HallAsk ask)
    {
        var begun = clock.Time.GetTimestamp();
        while (true)
        {
            var reply = await Once(key, ask);
            if (reply.Refusal?.Code != HallRefusals.HallMoves.Code)
            {
                // The page that is shown next on this node must hold what was just decided on another.
                mirrors.Heard(key, reply.Seq);
                return reply;
            }

            if (clock.Time.GetElapsedTime(begun) >= Patience || !MayBeAskedAgain(ask))
            {
                return reply;
            }

            await Task.Delay(Pause);
        }
    }

    private async Task<HallReply> Once(DayKey key, HallAsk ask)
    {
        try
        {
            return await grains.GetGrain<IHallDayGrain>(key.ToString()).Do(ask);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            return HallReply.Moves;
        }
    }

    private static bool MayBeAskedAgain(HallAsk ask) => ask.Key is not null || ask.Command is HallCommand.LetTimePass;
}
