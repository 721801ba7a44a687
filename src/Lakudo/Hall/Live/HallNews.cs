using Lakudo.Kernel;
using Microsoft.Extensions.Hosting;
using Orleans.Concurrency;
using Orleans.Runtime;
using Orleans.Runtime.Services;
using Orleans.Services;

namespace Lakudo.Hall.Live;

/// <summary>What nodes tell one another about a hall's day: only that there is news, which each then reads from the journal.</summary>
internal interface IHallNews : IGrainService
{
    /// <summary>The day has facts up to a number.</summary>
    /// <param name="day">The day's key, as <see cref="DayKey.ToString"/> writes it.</param>
    /// <param name="seq">Number of its last fact.</param>
    [OneWay]
    Task Newer(string day, long seq);
}

/// <summary>Hears the news at every node.</summary>
internal sealed class HallNews(GrainId id, Silo silo, Microsoft.Extensions.Logging.ILoggerFactory log, HallMirrors mirrors) : GrainService(id, silo, log), IHallNews
{
    public Task Newer(string day, long seq)
    {
        mirrors.Heard(DayKey.Parse(day), seq);
        return Task.CompletedTask;
    }
}

/// <summary>
/// Tells every other node of the cluster what was committed on this one, so that its boards do not wait for the half second after which they would look by themselves.
/// News that gets lost is found by that look.
/// </summary>
internal sealed class HallNewsTeller(IServiceProvider services, HallMirrors mirrors, ISiloStatusOracle nodes) : GrainServiceClient<IHallNews>(services), IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        mirrors.Committed += Tell;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        mirrors.Committed -= Tell;
        return Task.CompletedTask;
    }

    private void Tell(DayKey day, long seq)
    {
        foreach (var node in nodes.GetActiveSilos())
        {
            if (!node.Equals(nodes.SiloAddress))
            {
                GetGrainService(node).Newer(day.ToString(), seq).Ignore();
            }
        }
    }
}
