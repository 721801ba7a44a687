using System.CommandLine;
using Lakudo.Kernel;
using Lakudo.Privacy.Retention;
using Lakudo.Web.Privacy;

namespace Lakudo.Web.CommandLine;

/// <summary><c>lakudo retention</c>: how long personal data is kept, and erasing what is due.</summary>
public static class RetentionCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var region = new Option<int>("--region") { DefaultValueFactory = _ => 1, Description = "Number of the region.", Recursive = true };
        var plan = new Command("plan", "What is kept how long, what is due and what comes next; erases nothing. Example: lakudo retention plan");
        plan.SetAction((r, ct) => Offline.Run<RetentionPlan, RetentionPlan.Answer>(r, v => v.Run(Caller.System(r.GetValue(region)), ct), Tell));
        var rule = new Option<string?>("--rule") { Description = "One rule only, for example kode-kontak." };
        var dry = new Option<bool>("--dry-run") { Description = "Say what would go and erase nothing." };
        var apply = new Command("apply", "Erase or anonymise what is due by the confirmed plan. Example: lakudo retention apply --dry-run") { rule, dry };
        apply.SetAction((r, ct) => r.GetValue(dry)
            ? Offline.Run<RetentionPlan, RetentionPlan.Answer>(r, v => v.Run(Caller.System(r.GetValue(region)), ct), a => Due(a, r.GetValue(rule)))
            : Offline.Run<ApplyRetention, IReadOnlyList<ApplyRetention.Row>>(r, v => v.Run(Caller.System(r.GetValue(region)), new(r.GetValue(rule)), ct), Done));
        var repeat = new Command("repeat-erasures", "Erase again what a restored backup brought back; a server does so by itself when it starts. Example: lakudo retention repeat-erasures");
        repeat.SetAction(async (r, ct) =>
        {
            await using var services = Offline.Services(r.UnmatchedTokens);
            var repeated = await services.GetRequiredService<ErasureLists>().Repeat(ct);
            Console.WriteLine(repeated == 0 ? "Tidak ada yang perlu dihapus lagi." : $"{repeated} penghapusan diulang.");
            return 0;
        });
        return Offline.Lenient(new Command("retention", "How long personal data is kept.") { plan, apply, repeat, region });
    }

    private static string Tell(RetentionPlan.Answer plan) => string.Join('\n', plan.Rows
        .Select(r => $"{r.Rule.Id,-20} {r.Period,-10} tersimpan {r.Held,8}  jatuh tempo {r.Due,8}  berikutnya {r.NextDue?.ToString("yyyy-MM-dd", Formats.Indonesian) ?? "-",-10}  {r.Rule.Status}")
        .Append(plan.ConfirmedAt is { } at ? $"Dikonfirmasi {at.ToString("yyyy-MM-dd HH:mm", Formats.Indonesian)} UTC." : "Belum dikonfirmasi: tidak ada yang dihapus. Petugas PDP mengonfirmasi di petugas/data-pribadi."));

    private static string Due(RetentionPlan.Answer plan, string? rule) =>
        plan.Rows.Where(r => r.Due > 0 && (rule is null || r.Rule.Id == rule)).Select(r => $"{r.Rule.Id,-20} {r.Due} catatan akan {(r.Rule.Anonymises ? "dianonimkan" : "dihapus")}").ToList() is { Count: > 0 } due
            ? string.Join('\n', due)
            : "Tidak ada yang jatuh tempo.";

    private static string Done(IReadOnlyList<ApplyRetention.Row> done) => done.Count == 0
        ? "Tidak ada yang jatuh tempo."
        : string.Join('\n', done.Select(r => $"{r.Rule,-20} {r.Rows} catatan, {r.Files} berkas").Append("Berkas dihapus dari disk oleh server yang berjalan."));
}
