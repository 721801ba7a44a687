using System.Diagnostics;
using Lakudo.Children.Families;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lakudo.Tests.Children.Families;

/// <summary>What somebody finds who tries PINs or addresses out.</summary>
public sealed class FamilyDoorTests
{
    private const string Unknown = "ABCDEFGHJKMNPQRSTUVWXYZ234";

    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task After_five_wrong_tries_a_card_is_locked_also_for_the_right_pin_until_the_midwife_opens_it(Vendor vendor)
    {
        await using var family = await TestFamily.Open(vendor);
        var (card, token, pin) = await family.Card();
        for (var i = 0; i < 4; i++) Assert.Equal("C-502", (await family.Open(token, i % 2 == 0 ? TestFamily.Other(pin) : pin, i % 2 == 0 ? null : new DateOnly(2025, 1, 9))).Refusal?.Code);
        Assert.Equal("C-504", (await family.Open(token, TestFamily.Other(pin))).Refusal?.Code);
        Assert.Equal("C-504", (await family.Open(token, pin)).Refusal?.Code);
        Assert.True(Assert.Single((await family.Cards()).Value).IsLocked);
        Assert.False((await family.Unlock(card)).IsRefused);
        Assert.False((await family.Open(token, pin)).IsRefused);
        await using var db = family.Test.Read();
        Assert.Equal([card], await db.JournalEntries.Where(e => e.Fact == nameof(FamilyDoorLocked)).Select(e => e.Subject).ToListAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_right_opening_and_a_day_of_rest_forget_what_was_mistyped(Vendor vendor)
    {
        await using var family = await TestFamily.Open(vendor);
        var (_, token, pin) = await family.Card();
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++) Assert.Equal("C-502", (await family.Open(token, TestFamily.Other(pin))).Refusal?.Code);
            Assert.False((await family.Open(token, pin)).IsRefused);
        }

        for (var i = 0; i < 4; i++) Assert.Equal("C-502", (await family.Open(token, TestFamily.Other(pin))).Refusal?.Code);
        family.Test.Time.Move(TimeSpan.FromDays(1));
        Assert.Equal("C-502", (await family.Open(token, TestFamily.Other(pin))).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Many_tries_at_once_are_counted_one_by_one(Vendor vendor)
    {
        await using var family = await TestFamily.Open(vendor);
        var (_, token, pin) = await family.Card();
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => family.Open(token, TestFamily.Other(pin), by: TestFamily.Mother with { Address = $"10.0.1.{i}" })));
        await using var db = family.Test.Read();
        var door = await db.FamilyDoors.SingleAsync(d => !d.IsAddress);
        // Whoever lost the race was told nothing of whether the PIN was right.
        Assert.Equal(Math.Min(door.Wrong, FamilyDoor.TriesOfToken - 1), answers.Count(a => a.Refusal?.Code == "C-502"));
        Assert.InRange(door.Wrong, 1, FamilyDoor.TriesOfToken);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task One_address_may_be_wrong_thirty_times_an_hour_whatever_it_tries(Vendor vendor)
    {
        await using var family = await TestFamily.Open(vendor);
        var (_, token, pin) = await family.Card();
        for (var i = 0; i < 30; i++) Assert.Equal("C-502", (await family.Open(Unknown[..24] + (char)('A' + (i / 10)) + (char)('A' + (i % 10)), pin)).Refusal?.Code);
        Assert.Equal("C-505", (await family.Open(token, pin)).Refusal?.Code);
        Assert.False((await family.Open(token, pin, by: TestFamily.Mother with { Address = "10.0.0.2" })).IsRefused);
        family.Test.Time.Move(TimeSpan.FromMinutes(61));
        Assert.False((await family.Open(token, pin)).IsRefused);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_token_that_no_card_has_answers_and_works_like_one_that_has(Vendor vendor)
    {
        await using var family = await TestFamily.Open(vendor);
        var (_, token, pin) = await family.Card();
        for (var i = 1; i <= 6; i++)
        {
            var by = TestFamily.Mother with { Address = $"10.0.2.{i}" };
            var (known, workOfKnown) = await Watched(() => family.Open(token, TestFamily.Other(pin), by: by));
            var (unknown, workOfUnknown) = await Watched(() => family.Open(Unknown, pin, by: by with { Address = $"10.0.3.{i}" }));
            Assert.Equal(known.Refusal, unknown.Refusal);
            Assert.Equal(i < 5 ? "C-502" : "C-504", known.Refusal?.Code);
            Assert.NotEmpty(workOfKnown);
            Assert.Equal(workOfKnown, workOfUnknown);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_region_that_does_not_exist_answers_alike_and_leaves_nothing_behind(Vendor vendor)
    {
        await using var family = await TestFamily.Open(vendor);
        for (var i = 0; i < 6; i++) Assert.Equal("C-502", (await family.Open(Unknown, "123456", by: Caller.Public(77) with { Address = "10.0.0.1" })).Refusal?.Code);
        await using var db = family.Test.Read().As(Caller.System(77));
        Assert.Equal((0, 0), (await db.FamilyDoors.CountAsync(), await db.JournalEntries.CountAsync()));
    }

    /// <summary>Runs it and gives the text of every command that the database got from it, parameters left as names.</summary>
    private static async Task<(T Answer, List<string> Commands)> Watched<T>(Func<Task<T>> run)
    {
        var here = new List<string>();
        _ = Commands.Listening;
        Commands.Current.Value = here;
        var answer = await run();
        Commands.Current.Value = null;
        return (answer, here);
    }

    private sealed class Commands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        internal static readonly AsyncLocal<List<string>?> Current = new();

        /// <summary>Subscribed once for the whole run; other tests' commands have no list to go to.</summary>
        internal static readonly IDisposable Listening = DiagnosticListener.AllListeners.Subscribe(new Commands());

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name) value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData data) Current.Value?.Add(data.Command.CommandText);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
