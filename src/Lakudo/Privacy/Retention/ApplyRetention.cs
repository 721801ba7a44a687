using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Privacy.Retention;

/// <summary>Erases or anonymises what the confirmed plan says is due: by hand, or every night by the program itself.</summary>
/// <remarks>In small commits, so that clerks are not held up and what was done before a power cut stands. A file is deleted by the outbox after its commit.</remarks>
public sealed class ApplyRetention(LakudoDb db, Commit commit, Clock clock, IEnumerable<IRetention> retentions)
{
    /// <summary>How many records one commit takes.</summary>
    public const int AtOnce = 200;

    /// <summary>What is applied.</summary>
    /// <param name="Rule">One rule's id, or null for all.</param>
    public sealed record Command(string? Rule = null);

    /// <summary>What a rule took.</summary>
    /// <param name="Rule">The rule.</param>
    /// <param name="Rows">How many records.</param>
    /// <param name="Files">How many files.</param>
    public sealed record Row(string Rule, int Rows, int Files);

    /// <summary>Applies. Answers the rules that took something. Refused with K-001, D-001, D-003.</summary>
    public async Task<Outcome<IReadOnlyList<Row>>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        if (db.MayNotForAll(caller, Act.ApplyRetention) is { } refusal) return refusal;
        var wanted = RetentionRule.All.Where(r => command.Rule is null || r.Id == command.Rule).ToList();
        if (wanted.Count == 0) return PrivacyRefusals.NoSuchRule;
        var by = retentions.ToDictionary(r => r.Rule);
        var done = new List<Row>();
        foreach (var rule in wanted)
        {
            var (rows, files) = (0, 0);
            for (var taken = AtOnce; taken == AtOnce; rows += taken)
            {
                // Without a key: applied twice, the second finds nothing.
                var outcome = await commit.Once<Row>(caller with { Key = null }, command, token => Take(caller, rule, by[rule.Id], token), ct);
                if (outcome.IsRefused) return outcome.Refusal;
                (taken, files) = (outcome.Value.Rows, files + outcome.Value.Files);
            }

            if (rows > 0) done.Add(new(rule.Id, rows, files));
        }

        return done;
    }

    private async Task<Outcome<Row>> Take(Caller caller, RetentionRule rule, IRetention retention, CancellationToken ct)
    {
        var periods = await PeriodsInForce.Read(db, ct);
        var plan = await db.ConfirmedPlans.AsNoTracking().SingleOrDefaultAsync(ct);
        if (plan?.Hash != periods.Hash) return PrivacyRefusals.PlanNotConfirmed;
        var before = periods.ByRule[rule.Id].Before(clock.Now);
        var erased = await retention.Apply(before, AtOnce, ct);
        if (erased.Rows == 0) return new Row(rule.Id, 0, 0);
        var run = new RetentionRun
        {
            RegionId = caller.Region,
            Id = Ids.New(clock),
            Rule = rule.Id,
            At = clock.Now,
            Before = before,
            Rows = erased.Rows,
            Files = erased.Files.Count,
            By = caller.Id,
        };
        db.RetentionRuns.Add(run);
        commit.Record(caller, new RetentionApplied(run.Id, rule.Id, before, run.Rows, run.Files));
        foreach (var fact in erased.Facts) commit.Publish(caller, fact);
        if (run.Files > 0) commit.Publish(caller, new FilesReleased(run.Id, erased.Files));
        return new Row(rule.Id, run.Rows, run.Files);
    }
}
