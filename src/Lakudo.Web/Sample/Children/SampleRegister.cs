using Lakudo.Children.Households;
using Lakudo.Children.Measuring;
using Lakudo.Children.Network;
using Lakudo.Kernel;

namespace Lakudo.Web.Sample.Children;

/// <summary>
/// Fills the sample's posyandu with children and pregnant women, through the verb by which a puskesmas enters paper sheets. Every id is made from words, so that what was entered before is passed over: a filling that
/// was stopped goes on where it stopped, and the same plan gives the same children.
/// </summary>
internal sealed class SampleRegister(IServiceProvider services, Clock clock)
{
    /// <summary>So many children are entered in one commit: small enough that a clerk who waits for the writer does not notice.</summary>
    private const int Sheet = 8;

    private static readonly Caller System = Caller.System(SampleRegion.Region);

    /// <summary>The plan of the region as it was founded.</summary>
    public async Task<SamplePlan> Plan(CancellationToken ct) =>
        SamplePlan.Of(await SampleRegion.Run<AreaList, System.Collections.Immutable.ImmutableArray<AreaList.Row>>(services, v => v.Run(System, ct)));

    /// <summary>Brings in puskesmas, posyandu and cadres, and the midwife and nutritionist who have accounts.</summary>
    public async Task Found(SamplePlan plan, Guid midwife, Guid nutritionist, CancellationToken ct)
    {
        await SampleRegion.Run<SetUpNetwork, int>(services, v => v.Run(System, new(plan.Puskesmas, [.. plan.Places.Select(p => p.Row)]), ct));
        var founded = new DateOnly(2024, 1, 2);
        var first = plan.Places[0].Row;
        AppointHealthWorkers.Row[] staff =
        [
            new(SampleIds.Of(founded, "bidan"), Profession.Midwife, "Bidan Wa Ode Contoh", midwife, Villages: [first.Village]),
            new(SampleIds.Of(founded, "gizi"), Profession.Nutritionist, "Sitti Gizi Contoh", nutritionist, Puskesmas: [first.Puskesmas]),
        ];
        var cadres = plan.Places.SelectMany(p => p.Cadres.Select(c => new AppointHealthWorkers.Row(c.Id, Profession.Cadre, c.Name, Posyandu: [p.Row.Id])));
        await SampleRegion.Run<AppointHealthWorkers, int>(services, v => v.Run(System, new([.. staff, .. cadres]), ct));
    }

    /// <summary>Fills one posyandu; between its sheets it waits as long as a sheet took where that is asked.</summary>
    /// <param name="place">The posyandu.</param>
    /// <param name="most">At most so many children.</param>
    /// <param name="isPatient">Whether others come first.</param>
    /// <param name="entered">Told how many children were entered, sheet by sheet.</param>
    /// <param name="ct">Stops between two sheets.</param>
    public async Task Fill(SamplePlan.Place place, int most, bool isPatient, Action<int> entered, CancellationToken ct)
    {
        var today = Today;
        foreach (var numbers in Enumerable.Range(0, Math.Min(place.Children, most)).Chunk(Sheet))
        {
            ct.ThrowIfCancellationRequested();
            var started = TimeProvider.System.GetTimestamp();
            var children = numbers.Select(n => new SampleChild(place, n, today)).ToList();
            var women = SampleMother.Beside(numbers, place, today).ToList();
            var sheet = new EnterSheet.Command(place.Row.Id, place.Cadres[numbers[0] / Sheet % 2].Id,
                [.. children.Select(c => c.Entry)], [.. children.SelectMany(c => c.Measurements)], [.. children.SelectMany(c => c.Services)])
            {
                Pregnancies = [.. women.Select(w => w.Entry)],
                Visits = [.. women.SelectMany(w => w.Visits)],
            };
            var answer = await SampleRegion.Run<EnterSheet, EnterSheet.Answer>(services, v => v.Run(System, sheet, ct));
            if (answer.Refusals is [var why, ..]) throw new InvalidOperationException($"{place.Row.Name}: {why.Code} {why.Text}");
            await House(children, ct);
            entered(children.Count);
            if (isPatient) await Task.Delay(TimeProvider.System.GetElapsedTime(started), ct);
        }
    }

    /// <summary>Opens the households of a posyandu's last sheet, where a filling was stopped after its children and before them.</summary>
    public Task HouseLast(SamplePlan.Place place, int most, CancellationToken ct)
    {
        var today = Today;
        return House([.. Enumerable.Range(0, Math.Min(place.Children, most)).Chunk(Sheet).Last().Select(n => new SampleChild(place, n, today))], ct);
    }

    private DateOnly Today => clock.Today(TimeZoneInfo.FindSystemTimeZoneById("Asia/Makassar"));

    /// <summary>Opens the households of a sheet's children; those that are open are passed over. Where somebody has meanwhile done otherwise with one of them, the others are opened alone.</summary>
    private async Task House(IReadOnlyList<SampleChild> children, CancellationToken ct)
    {
        List<OpenHouseholds.Row> rows = [.. children.Select(c => c.Household).OfType<OpenHouseholds.Row>()];
        if (rows.Count == 0 || !(await Open(rows)).IsRefused) return;
        foreach (var row in rows) await Open([row]);

        async Task<Outcome<int>> Open(IReadOnlyList<OpenHouseholds.Row> some)
        {
            await using var scope = services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<OpenHouseholds>().Run(System, new(some), ct);
        }
    }

    /// <summary>How many children each posyandu has already.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> Counts(CancellationToken ct) =>
        (await SampleRegion.Run<PosyanduList, System.Collections.Immutable.ImmutableArray<PosyanduList.Row>>(services, v => v.Run(System, ct))).ToDictionary(r => r.Id, r => r.Children);
}
