using Lakudo.Hall;
using Lakudo.Kernel;
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
        await Run<FoundRegion, Done>(services, v => v.Run(system, new FoundRegion.Command("74.14", "Kabupaten Buton Tengah", "Asia/Makassar", true, new DateOnly(2025, 1, 1), []), ct));
        await Run<FoundHall, int>(services, v => v.Run(system, new FoundHall.Command("buton-tengah", "MPP Buton Tengah", "Lakudo, Kabupaten Buton Tengah"), ct));
        directory.Forget();
        await console.WriteLineAsync("Wilayah contoh: Kabupaten Buton Tengah, MPP Buton Tengah.");
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
