using Orleans.Concurrency;

namespace Lakudo.Hall.Live;

/// <summary>
/// Holds the pump of a hall's day. Reentrant: calls do not wait for one another here but in the pump's queue, where they are saved together.
/// </summary>
[Reentrant]
internal sealed class HallDayGrain(HallDayPumps pumps) : Grain, IHallDayGrain
{
    private HallDayPump? _pump;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _pump = pumps.Start(DayKey.Parse(this.GetPrimaryKeyString()));
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_pump is not null)
        {
            await _pump.DisposeAsync();
        }
    }

    public Task<HallReply> Do(HallAsk ask) => _pump!.Do(ask);
}
