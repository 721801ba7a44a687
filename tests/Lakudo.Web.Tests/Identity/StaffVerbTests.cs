using Lakudo.Identity;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.Identity;

/// <summary>Accounts and roles: what each verb does and who may not do it.</summary>
[Collection("programs")]
public sealed class StaffVerbTests(BothPrograms programs)
{
    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Others_than_admins_make_reset_and_end_nothing(Vendor vendor)
    {
        var lakudo = programs[vendor];
        foreach (var role in new[] { Role.Public, Role.CounterOfficer, Role.Verifier, Role.Signer, Role.HallManager, Role.Inspector, Role.Kiosk, Role.HallClient })
        {
            var caller = As(role);
            Assert.Equal("K-001", (await Do<AddStaff, AddStaff.Answer>(lakudo, v => v.Run(caller, Somebody()))).Refusal?.Code);
            Assert.Equal("K-001", (await Do<ResetStaff, ResetStaff.Answer>(lakudo, v => v.Run(caller, new("loket.1")))).Refusal?.Code);
            Assert.Equal("K-001", (await Do<EndRole, Done>(lakudo, v => v.Run(caller, new(Guid.CreateVersion7())))).Refusal?.Code);
            Assert.Equal("K-001", (await Do<StaffList, System.Collections.Immutable.ImmutableArray<StaffList.Row>>(lakudo, v => v.Run(caller))).Refusal?.Code);
        }

        Assert.Equal("K-001", (await Do<ResetStaff, ResetStaff.Answer>(lakudo, v => v.Run(As(Role.AgencyAdmin, agency: 1), new("loket.1")))).Refusal?.Code);
        Assert.Equal("K-001", (await Do<AddStaff, AddStaff.Answer>(lakudo, v => v.Run(As(Role.ItOfficer), Somebody()))).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_agencys_admin_gives_and_ends_working_roles_of_the_own_agency_only(Vendor vendor)
    {
        var lakudo = programs[vendor];
        var admin = As(Role.AgencyAdmin, agency: 3);
        var own = await Do<AddStaff, AddStaff.Answer>(lakudo, v => v.Run(admin, Somebody() with { Role = Role.Verifier, Agency = 3 }));
        var foreign = await Do<AddStaff, AddStaff.Answer>(lakudo, v => v.Run(As(Role.RegionAdmin), Somebody() with { Role = Role.Verifier, Agency = 4 }));

        foreach (var wrong in new[] { Somebody() with { Agency = 4 }, Somebody(), Somebody() with { Role = Role.AgencyAdmin, Agency = 3 }, Somebody() with { Role = Role.RegionAdmin, Agency = 3 } })
        {
            Assert.Equal("K-001", (await Do<AddStaff, AddStaff.Answer>(lakudo, v => v.Run(As(Role.AgencyAdmin, agency: 3), wrong))).Refusal?.Code);
        }

        var seen = (await List(lakudo, As(Role.AgencyAdmin, agency: 3))).Select(r => r.Account).ToList();
        Assert.Contains(own.Value.Account, seen);
        Assert.DoesNotContain(foreign.Value.Account, seen);
        Assert.Equal("K-001", (await Do<EndRole, Done>(lakudo, v => v.Run(As(Role.AgencyAdmin, agency: 3), new(RoleOf(lakudo, foreign.Value.Account))))).Refusal?.Code);
        Assert.Null((await Do<EndRole, Done>(lakudo, v => v.Run(As(Role.AgencyAdmin, agency: 3), new(RoleOf(lakudo, own.Value.Account))))).Refusal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_role_that_was_ended_is_in_force_no_more_and_nobody_ends_the_own(Vendor vendor)
    {
        var lakudo = programs[vendor];
        var made = (await Do<AddStaff, AddStaff.Answer>(lakudo, v => v.Run(As(Role.RegionAdmin), Somebody()))).Value;
        var role = RoleOf(lakudo, made.Account);

        Assert.Equal("I-011", (await Do<EndRole, Done>(lakudo, v => v.Run(As(Role.RegionAdmin) with { Id = made.Account }, new(role)))).Refusal?.Code);
        Assert.Single(await InForce(lakudo, made.Account));
        Assert.Null((await Do<EndRole, Done>(lakudo, v => v.Run(As(Role.RegionAdmin), new(role)))).Refusal);
        Assert.Empty(await InForce(lakudo, made.Account));
        Assert.Equal("I-012", (await Do<EndRole, Done>(lakudo, v => v.Run(As(Role.RegionAdmin), new(role)))).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_inspectors_role_needs_an_end_within_a_year_and_ends_by_itself(Vendor vendor)
    {
        var lakudo = programs[vendor];
        var clock = lakudo.Services.GetRequiredService<Clock>();
        Task<Outcome<AddStaff.Answer>> Add(DateTime? until) => Do<AddStaff, AddStaff.Answer>(lakudo, v => v.Run(As(Role.RegionAdmin), Somebody() with { Role = Role.Inspector, Until = until }));

        Assert.Equal("I-010", (await Add(null)).Refusal?.Code);
        Assert.Equal("I-010", (await Add(clock.Now.AddDays(400))).Refusal?.Code);
        Assert.Equal("I-010", (await Add(clock.Now.AddSeconds(-1))).Refusal?.Code);
        var shortly = (await Add(clock.Now.AddSeconds(2))).Value.Account;
        Assert.Equal(Role.Inspector, Assert.Single(await InForce(lakudo, shortly)).Role);
        await Task.Delay(2_200);
        Assert.Empty(await InForce(lakudo, shortly));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_name_of_one_word_is_taken_and_one_of_201_letters_or_a_strange_user_name_refused(Vendor vendor)
    {
        var lakudo = programs[vendor];
        Task<Outcome<AddStaff.Answer>> Add(AddStaff.Command who) => Do<AddStaff, AddStaff.Answer>(lakudo, v => v.Run(As(Role.RegionAdmin), who));

        Assert.Null((await Add(Somebody() with { Name = "Sumiati" })).Refusal);
        Assert.Null((await Add(Somebody() with { Name = new string('a', 200) })).Refusal);
        Assert.Equal("K-008", (await Add(Somebody() with { Name = new string('a', 201) })).Refusal?.Code);
        Assert.Equal("I-002", (await Add(Somebody() with { UserName = "La Ode" })).Refusal?.Code);
        Assert.Equal("I-001", (await Add(Somebody() with { UserName = "loket.1" })).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_pin_is_six_digits_that_nobody_guesses_first(Vendor vendor)
    {
        var lakudo = programs[vendor];
        var clerk = As(Role.CounterOfficer) with { Id = (await Do<AddStaff, AddStaff.Answer>(lakudo, v => v.Run(As(Role.RegionAdmin), Somebody()))).Value.Account };
        foreach (var easy in new[] { "111111", "123456", "890123", "654321", "12345", "12345a" })
        {
            Assert.Equal("I-008", (await Do<SetPin, Done>(lakudo, v => v.Run(clerk with { Key = Key() }, new(easy)))).Refusal?.Code);
        }

        Assert.Null((await Do<SetPin, Done>(lakudo, v => v.Run(clerk with { Key = Key() }, new("408215")))).Refusal);
        Assert.Equal("K-001", (await Do<SetPin, Done>(lakudo, v => v.Run(As(Role.Public) with { Id = null }, new("408215")))).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_pin_opens_a_registered_counter_of_the_own_hall_and_locks_after_five_wrong_ones(Vendor vendor)
    {
        var lakudo = programs[vendor];
        var who = Somebody();
        var account = (await Do<AddStaff, AddStaff.Answer>(lakudo, v => v.Run(As(Role.RegionAdmin), who))).Value.Account;
        await Do<SetPin, Done>(lakudo, v => v.Run(As(Role.CounterOfficer) with { Id = account }, new("408215")));
        Task<Outcome<Account>> Switch(Caller at, string pin, int hall = 1) => Do<SwitchClerk, Account>(lakudo, v => v.Run(at, new(who.UserName, pin, hall)));
        var counter = As(Role.CounterDevice, hall: 1);

        Assert.Equal(account, (await Switch(counter, "408215")).Value.Id);
        Assert.Contains((await Do<ClerksWithPin, System.Collections.Immutable.ImmutableArray<ClerksWithPin.Row>>(lakudo, v => v.Run(counter, 1))).Value, c => c.UserName == who.UserName);
        foreach (var elsewhere in new[] { As(Role.CounterDevice, hall: 2), As(Role.Kiosk, hall: 1), As(Role.CounterOfficer, hall: 1), As(Role.Public) })
        {
            Assert.Equal("I-009", (await Switch(elsewhere, "408215")).Refusal?.Code);
            Assert.Equal("I-009", (await Do<ClerksWithPin, System.Collections.Immutable.ImmutableArray<ClerksWithPin.Row>>(lakudo, v => v.Run(elsewhere, 1))).Refusal?.Code);
        }

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("I-004", (await Switch(counter, "000001")).Refusal?.Code);
        }

        Assert.Equal("I-005", (await Switch(counter, "408215")).Refusal?.Code);
    }

    private static string Key() => Guid.CreateVersion7().ToString("N");

    private static Caller As(Role role, int? hall = null, int? agency = null) => new(1, Guid.CreateVersion7(), [new Assignment(role, 1, hall, agency)]) { Key = Key() };

    private static AddStaff.Command Somebody() => new($"uji.{Guid.CreateVersion7():N}", "La Uji", Role.CounterOfficer, Hall: 1);

    private static async Task<Outcome<T>> Do<TVerb, T>(RunningLakudo lakudo, Func<TVerb, Task<Outcome<T>>> run)
        where TVerb : notnull
    {
        await using var scope = lakudo.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TVerb>());
    }

    private static async Task<System.Collections.Immutable.ImmutableArray<StaffList.Row>> List(RunningLakudo lakudo, Caller caller) =>
        (await Do<StaffList, System.Collections.Immutable.ImmutableArray<StaffList.Row>>(lakudo, v => v.Run(caller))).Value;

    private static Guid RoleOf(RunningLakudo lakudo, Guid account) => List(lakudo, As(Role.RegionAdmin)).Result.Single(r => r.Account == account).HeldRole;

    private static async Task<IReadOnlyList<Assignment>> InForce(RunningLakudo lakudo, Guid account)
    {
        await using var scope = lakudo.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RolesInForce>().Of(account);
    }
}
