using Lakudo.Catalogue;
using Lakudo.Children.Counts;
using Lakudo.Hall;
using Lakudo.Hall.Setup;
using Lakudo.Kernel;
using Lakudo.Web.Sample.Children;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Web.Sample;

/// <summary>
/// The sample: Kabupaten Buton Tengah with the hall at Lakudo. It is filled through the same verbs that people use, so that a broken rule breaks it.
/// </summary>
public static class SampleRegion
{
    /// <summary>The number the sample region has in the installation.</summary>
    public const int Region = 1;

    /// <summary>Fills an empty installation, and says on the console what it did; one that has a region already is left alone.</summary>
    public static async Task Fill(IServiceProvider services, TextWriter console, CancellationToken ct)
    {
        var directory = services.GetRequiredService<HallDirectory>();
        if ((await directory.All(ct)).Length > 0)
        {
            return;
        }

        var system = Caller.System(Region);
        // The sample lives through some weeks before its first morning, so that there are closed cases and times taken to see.
        var time = services.GetRequiredService<Clock>().Time as SampleTime;
        var morning = time?.GetUtcNow() ?? default;
        time?.MoveTo(morning.AddDays(-SampleCases.Days));
        await Run<FoundRegion, Done>(services, v => v.Run(system, new FoundRegion.Command("74.14", "Kabupaten Buton Tengah", "Asia/Makassar", true, new DateOnly(2025, 1, 1), Areas()), ct));
        await Run<FoundHall, int>(services, v => v.Run(system, new FoundHall.Command("buton-tengah", "MPP Buton Tengah", "Lakudo, Kabupaten Buton Tengah"), ct));
        await Run<ImportCatalogue, ImportCatalogue.Report>(services, v => v.Run(system, new ImportCatalogue.Command(Catalogue()), ct));
        directory.Forget();
        await console.WriteLineAsync("Wilayah contoh: Kabupaten Buton Tengah, MPP Buton Tengah.");
        var catalogue = await services.GetRequiredService<CatalogueEdition>().Of(Region);
        var lines = catalogue.All.ToLookup(c => SampleHall.LineOf(c.Agency.Name), c => c.Service.Id);
        await Run<SetUpHall, Done>(services, v => v.Run(system, SampleHall.Setup(lines), ct));
        var accounts = await SampleStaff.Fill(services, catalogue, console, ct);
        var clerk = accounts["loket.1"];
        var register = new SampleRegister(services, services.GetRequiredService<Clock>());
        var plan = await register.Plan(ct);
        await register.Found(plan, accounts["bidan"], accounts["gizi"], ct);
        await Run<AssignVillage, Done>(services, v => v.Run(system, new(accounts["desa"], plan.Places[0].Row.Village, "Petugas Desa Contoh"), ct));
        await Run<AssignVillage, Done>(services, v => v.Run(system, new(accounts["tpk"], plan.Places[0].Row.Village, "Wa Ode Pendamping Contoh", VillageDuty.FamilyCompanion), ct));
        var cases = new SampleCases(services, catalogue, accounts);
        await cases.NameOfficials(ct);
        if (time is not null)
        {
            await cases.LivePast(time, morning, ct);
            time.MoveTo(morning);
        }

        await cases.FillDesk(ct);
        await SampleHall.OpenMorning(services, clerk, ct);
        await SampleStatus.Tell(services, catalogue, clerk, ct);
        await FillFirstVillage(services, register, plan, console, ct);
        await SampleCompanions.Entrust(services, accounts["bidan"], plan.Places[0].Row.Id, ct);
    }

    /// <summary>The children of the first village; the others follow while the program serves.</summary>
    private static async Task FillFirstVillage(IServiceProvider services, SampleRegister register, SamplePlan plan, TextWriter console, CancellationToken ct)
    {
        var left = services.GetRequiredService<IConfiguration>().GetValue("Sample:FirstVillage", int.MaxValue);
        var children = 0;
        foreach (var place in plan.First)
        {
            await register.Fill(place, left - children, isPatient: false, n => children += n, ct);
        }

        await console.WriteLineAsync($"Posyandu contoh: {plan.Places.Count} posyandu; {children} anak di {plan.Places[0].Village} sudah ada, desa lain menyusul sambil program berjalan.");
        await console.WriteLineAsync($"Kode ponsel kader: ./lakudo children code --posyandu \"{plan.Places[0].Row.Name}\", atau di petugas/posyandu (akun gizi).\n");
    }

    /// <summary>The kecamatan and villages of <c>data/region/areas.csv</c>.</summary>
    private static FoundRegion.AreaRow[] Areas() => [.. DataFile.Read("region/areas.csv", c => (Level: c("level"), Code: c("code"), Name: c("name")))
        .Where(a => a.Level is "kecamatan" or "desa" or "kelurahan")
        .Select(a => new FoundRegion.AreaRow(a.Level switch { "kecamatan" => AreaLevel.District, "desa" => AreaLevel.Village, _ => AreaLevel.UrbanVillage }, a.Code, a.Name))];

    private static byte[] Catalogue()
    {
        using var file = DataFile.Open("catalogue/services.csv");
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Runs one verb in a scope of its own; a refusal stops the filling with its text.</summary>
    public static async Task<T> Run<TVerb, T>(IServiceProvider services, Func<TVerb, Task<Outcome<T>>> run)
        where TVerb : notnull
    {
        await using var scope = services.CreateAsyncScope();
        var outcome = await run(scope.ServiceProvider.GetRequiredService<TVerb>());
        return outcome.IsRefused ? throw new InvalidOperationException($"{typeof(TVerb).Name}: {outcome.Refusal.Code} {outcome.Refusal.English}") : outcome.Value;
    }
}
