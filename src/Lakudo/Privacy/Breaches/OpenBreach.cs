using Lakudo.Hall;
using Lakudo.Identity;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Privacy.Breaches;

/// <summary>Opens the sheet of a breach. The three times 24 hours run from when it became known.</summary>
public sealed class OpenBreach(LakudoDb db, Commit commit, Clock clock, PersonalData personal, IEnumerable<IExposure> modules)
{
    /// <summary>What is known at first.</summary>
    /// <param name="Source">Through what.</param>
    /// <param name="Name">The user name, the device's name as registered or a phone's number, or which store.</param>
    /// <param name="Activity">Only data of this activity of the record of processing; null for all.</param>
    /// <param name="From">Since when it could be used, UTC.</param>
    /// <param name="Until">Until when; the moment it was closed off, or now.</param>
    /// <param name="KnownAt">When it became known, UTC.</param>
    /// <param name="How">How it happened, as far as known.</param>
    public sealed record Command(BreachSource Source, string? Name, string? Activity, DateTime From, DateTime Until, DateTime KnownAt, string? How);

    /// <summary>Opens it. Refused with K-001, D-013, D-014, D-016.</summary>
    public Task<Outcome<Guid>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Guid>(caller, command, async token =>
    {
        if (db.MayNotForAll(caller, Act.HandleBreach) is { } refusal) return refusal;
        var (name, how) = ((command.Name ?? "").Trim(), (command.How ?? "").Trim());
        if (name.Length is 0 or > 100) return PrivacyRefusals.TextMissing.With("Akun, perangkat, atau simpanan", 100);
        if (how.Length is 0 or > 4000) return PrivacyRefusals.TextMissing.With("Bagaimana terjadinya", 4000);
        if (command.From >= command.Until || command.Until > clock.Now.AddMinutes(1) || command.KnownAt > clock.Now.AddMinutes(1) || command.KnownAt < command.From) return PrivacyRefusals.SpanImpossible;
        if (command.Activity is { Length: > 0 } activity && ProcessingRecord.Activities.All(a => a.Id != activity)) return PrivacyRefusals.NoSuchRule;
        var source = await SourceOf(command.Source, name, token);
        if (source.IsRefused) return source.Refusal;
        var breach = new Breach(caller.Region, Ids.New(clock), command.Source, source.Value, name, string.IsNullOrEmpty(command.Activity) ? null : command.Activity,
            command.From, command.Until, command.KnownAt, personal.Seal(how));
        db.Breaches.Add(breach);
        commit.Record(caller, new BreachOpened(breach.Id, breach.KnownAt));
        return breach.Id;
    }, ct);

    private async Task<Outcome<Guid?>> SourceOf(BreachSource source, string name, CancellationToken ct)
    {
        var (upper, held) = (name.ToUpperInvariant(), db.HeldRoles);
        Guid? id = source switch
        {
            BreachSource.Account => await db.Accounts.Where(a => a.NormalizedUserName == upper && held.Any(r => r.AccountId == a.Id)).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(ct),
            BreachSource.Device => await db.Devices.Where(d => d.Name == name).OrderByDescending(d => d.PairedAt).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(ct) ?? await OfModules(name, ct),
            _ => null,
        };
        return id is null && source is not BreachSource.Store ? PrivacyRefusals.SourceUnknown : id;
    }

    private async Task<Guid?> OfModules(string name, CancellationToken ct)
    {
        foreach (var module in modules)
        {
            if (await module.Device(name, ct) is { } device) return device;
        }

        return null;
    }
}
