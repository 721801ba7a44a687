using Lakudo.Applications;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Web.Backups;

/// <summary>What was found in one restored region.</summary>
/// <param name="Region">Its number.</param>
/// <param name="Journal">Rows of its journal, whose chain is whole.</param>
/// <param name="Documents">Registers, documents and files, which fit together.</param>
public sealed record RestoredRegion(int Region, long Journal, DocumentStoreCheck.Answer Documents)
{
    /// <summary>Checks every region, then steps their registers on. Refused with B-016 at the first thing that is wrong.</summary>
    internal static async Task<Outcome<IReadOnlyList<RestoredRegion>>> CheckAll(IServiceProvider services, int numbersLost, string why, CancellationToken ct)
    {
        var found = new List<RestoredRegion>();
        foreach (var region in await Regions(services, ct))
        {
            var system = Caller.System(region);
            var journal = await With<JournalCheck, JournalCheck.Answer>(services, v => v.Run(system, ct));
            if (journal.IsRefused) return journal.Refusal;
            if (journal.Value.FirstBroken is { } broken) return BackupRefusals.CheckFailed.With($"jurnal wilayah {region} rusak pada baris {broken}");
            var documents = await With<DocumentStoreCheck, DocumentStoreCheck.Answer>(services, v => v.Run(system, ct));
            if (documents.IsRefused) return documents.Refusal;
            if (!documents.Value.IsWhole) return BackupRefusals.CheckFailed.With(Words(region, documents.Value));
            if (numbersLost > 0 && await With<SkipNumbers, int>(services, v => v.Run(system, new(numbersLost, why), ct)) is { IsRefused: true } skipped) return skipped.Refusal!;
            found.Add(new(region, journal.Value.Entries, documents.Value));
        }

        return found;
    }

    private static string Words(int region, DocumentStoreCheck.Answer a) =>
        $"wilayah {region}: {a.RegistersBehind} buku register tertinggal, {a.FilesMissing + a.AttachmentsMissing} berkas hilang, {a.FilesChanged} berkas berubah"
        + (a.SealsOpen ? "" : ", kunci data pribadi tidak cocok") + (a.Oldest is null ? "" : $", dokumen tertua: {a.Oldest} / {a.OldestSignature}");

    private static async Task<List<int>> Regions(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var view = scope.ServiceProvider.GetRequiredService<RegionNumbers>();
        return (await view.Run(Caller.System(0), ct)).Value;
    }

    private static async Task<Outcome<T>> With<TVerb, T>(IServiceProvider services, Func<TVerb, Task<Outcome<T>>> run)
        where TVerb : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TVerb>());
    }
}
