using System.Collections.Immutable;
using Lakudo.Calendar;
using Lakudo.Children.Reminders;
using Lakudo.Hall.Setup;
using Lakudo.Kernel;
using Lakudo.Migrations.Postgres;
using Lakudo.Web.Backups;
using Lakudo.Web.Host;
using Lakudo.Web.Https;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Web.Operations;

/// <summary>
/// One page of what is right and wrong with an installation, each line with what to do. It reads only: no key and no database is made by asking, and what
/// cannot be read because something else is broken is left out, never guessed.
/// </summary>
public sealed class Doctor(Settings settings, HttpsSettings https, BackupReport backups, IDbContextFactory<LakudoDb> open, Clock clock, IServiceScopeFactory scopes)
{
    /// <summary>Looks at everything. Refused with K-001 to those who may not see the installation.</summary>
    /// <param name="caller">Who asks. Lakudo itself sees the devices of every region, an officer those of the own.</param>
    /// <param name="thorough">Whether every page of a SQLite file is read.</param>
    /// <param name="ct">Stops.</param>
    public async Task<Outcome<ImmutableArray<Finding>>> Run(Caller caller, bool thorough, CancellationToken ct = default)
    {
        if (caller.MayNot(Act.SeeInstallation) is { } refusal)
        {
            return refusal;
        }

        await using var db = await open.CreateDbContextAsync(ct);
        var database = await DatabaseChecks.All(settings, db, clock, thorough, ct);
        var state = DatabaseChecks.CanBeRead(database) ? await State(caller, ct) : null;
        var real = state?.Regions.Any(r => !r.IsSample) ?? false;
        var findings = new List<Finding>
        {
            MachineChecks.Disk(settings.Data),
            MachineChecks.ClockTime(clock, state?.LastFact, MachineChecks.ClockIsSynchronised()),
            MachineChecks.Zones(state?.Regions.Select(r => r.Zone) ?? []),
        };
        findings.AddRange(database);
        if (settings.Cluster.IsOn && DatabaseChecks.CanBeRead(database))
        {
            findings.AddRange(ClusterChecks.All(settings, await PostgresNode.Read(settings.PostgresConnection, settings.Cluster.Name, ct)));
        }

        findings.AddRange(KeyChecks.All(settings.Keys, clock.Now, hasData: state is { Regions.Length: > 0 }, real));
        // A database that cannot be read may have been a real one.
        findings.Add(WorkChecks.Backup(backups.Look(), real: state is null ? File.Exists(settings.SqlitePath) || !settings.IsSqlite : real));
        findings.Add(MachineChecks.Address(settings));
        // A certificate ends by the world's time, also where a sample has its own.
        findings.AddRange(await HttpsChecks.All(https, settings, TimeProvider.System.GetUtcNow().UtcDateTime, ct));
        findings.Add(MachineChecks.Simulators(settings.Simulators, real));
        if (state is not null)
        {
            findings.AddRange(await Work(caller, state, ct));
        }

        return findings.ToImmutableArray();
    }

    private async Task<InstallationState.Answer> State(Caller caller, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<InstallationState>().Run(caller, ct)).Value;
    }

    private async Task<IEnumerable<Finding>> Work(Caller caller, InstallationState.Answer state, CancellationToken ct)
    {
        List<Finding> findings = [WorkChecks.Outbox(state, clock.Now)];
        if (state.Regions.Length == 0)
        {
            findings.Add(Finding.Warning("Wilayah", "belum ada", "Buat dengan lakudo region add dan lakudo hall add; lihat docs/operate.md."));
            return findings;
        }

        var zone = state.Regions.FirstOrDefault(r => r.Id == caller.Region) ?? state.Regions[0];
        findings.Add(WorkChecks.Calendar(StandardCalendar.ConfirmedYears(), clock.Today(TimeZoneInfo.FindSystemTimeZoneById(zone.Zone))));
        foreach (var region in state.Regions.Where(r => r.Id == caller.Region || caller.Is(Role.System)))
        {
            await using var scope = scopes.CreateAsyncScope();
            var devices = await scope.ServiceProvider.GetRequiredService<DevicesSeen>().Run(caller.Is(Role.System) ? Caller.System(region.Id) : caller, ct);
            findings.AddRange(WorkChecks.Devices(devices.Value, clock.Now));
            var reminders = await scope.ServiceProvider.GetRequiredService<ReminderHealth>().Run(caller.Is(Role.System) ? Caller.System(region.Id) : caller, ct);
            findings.Add(WorkChecks.Reminders(settings.Simulators ? reminders.Value with { HasPhone = true, HasMail = true } : reminders.Value));
        }

        return findings;
    }
}
