using Lakudo.Kernel;

namespace Lakudo.Web.Sample.Children;

/// <summary>How far the sample's children are entered.</summary>
public sealed class SampleProgress
{
    private int _done;

    /// <summary>Children entered so far.</summary>
    public int Done => _done;

    /// <summary>Children there will be; 0 while nothing is being filled.</summary>
    public int Total { get; internal set; }

    /// <summary>Whether it is going on.</summary>
    public bool IsRunning => Total > 0 && _done < Total;

    internal void Add(int children) => Interlocked.Add(ref _done, children);
}

/// <summary>
/// Enters the sample's other villages while the program already serves: sheet by sheet, waiting between them as long as each took. Runs where <c>Sample:Children</c> says how many there are
/// to be; goes on after a stop.
/// </summary>
public sealed partial class SampleFilling(IServiceProvider services, IConfiguration configuration, Clock clock, SampleProgress progress, ILogger<SampleFilling> log) : BackgroundService
{
    /// <summary>Fills everything that is still missing.</summary>
    /// <param name="children">How many children there are to be.</param>
    /// <param name="isPatient">Whether others come first.</param>
    /// <param name="ct">Stops between two sheets.</param>
    public async Task Fill(int children, bool isPatient, CancellationToken ct)
    {
        var register = new SampleRegister(services, clock);
        var plan = await register.Plan(ct);
        var have = await register.Counts(ct);
        if (have.Count == 0) return;
        progress.Total = Math.Min(children, plan.Places.Sum(p => p.Children));
        var left = children;
        // A stop can fall between the children of a posyandu's last sheet and their households: only the last one that is full can be so.
        (SamplePlan.Place Place, int Children)? full = null;
        foreach (var place in plan.Places.TakeWhile(_ => left > 0))
        {
            var wanted = Math.Min(place.Children, left);
            left -= wanted;
            if (have.GetValueOrDefault(place.Row.Id) >= wanted)
            {
                progress.Add(wanted);
                full = (place, wanted);
                continue;
            }

            if (full is var (last, many)) await register.HouseLast(last, many, ct);
            full = null;
            await register.Fill(place, wanted, isPatient, progress.Add, ct);
        }

        if (full is var (end, all)) await register.HouseLast(end, all, ct);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var children = configuration.GetValue<int>("Sample:Children");
        if (children <= 0 || !configuration.GetValue("Sample:Filling", true)) return;
        try
        {
            // The first visitors come first.
            await Task.Delay(TimeSpan.FromSeconds(5), stoppingToken);
            await Fill(children, isPatient: true, stoppingToken);
            Filled(progress.Done);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(e.GetBaseException().GetType().Name, e.GetBaseException().Message);
        }
    }

    [LoggerMessage(LogLevel.Information, "The sample's {Children} children are entered")]
    private partial void Filled(int children);

    [LoggerMessage(LogLevel.Warning, "The sample's children could not be entered: {Fault} {Words}")]
    private partial void Failed(string fault, string words);
}
