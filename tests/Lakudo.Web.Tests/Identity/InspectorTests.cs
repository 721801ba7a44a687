using Lakudo.Identity;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.Identity;

/// <summary>An inspector reads, for a time, and every read stands in the journal before it is shown.</summary>
[Collection("programs")]
public sealed class InspectorTests(BothPrograms programs)
{
    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Every_page_and_api_read_is_journaled_first_and_nobody_elses_is(Vendor vendor)
    {
        var lakudo = programs[vendor];
        var (browser, account) = await Inspector(lakudo);
        using var inspector = browser;
        var before = await Reads(lakudo, account);

        var journal = await inspector.GetStringAsync("petugas/jurnal");
        await inspector.GetStringAsync("petugas/lantai");
        await inspector.GetStringAsync("api/v1/halls/1/board");
        using var clerk = lakudo.Browser();
        await HtmlForms.SignIn(clerk, "admin", lakudo.PasswordOf("admin"));
        await clerk.GetStringAsync("petugas/lantai");

        var read = (await Reads(lakudo, account)).Except(before).ToList();
        Assert.Contains("InspectorRead", journal, StringComparison.Ordinal);
        Assert.Equal(3, read.Count);
        foreach (var path in new[] { "/petugas/jurnal", "/petugas/lantai", "/api/v1/halls/1/board" })
        {
            Assert.Contains(read, r => r.Data.Contains($"\"{path}\"", StringComparison.Ordinal));
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_inspector_changes_nothing_and_sees_no_accounts_and_no_setup(Vendor vendor)
    {
        var lakudo = programs[vendor];
        var (browser, _) = await Inspector(lakudo);
        using var inspector = browser;

        foreach (var path in new[] { "petugas/pegawai", "petugas/pengaturan", "petugas/perangkat", "petugas/hari-ini" })
        {
            Assert.Contains("K-001", await StaffSession.Refused(inspector, path), StringComparison.Ordinal);
        }

        Assert.Equal(403, (await RunningLakudo.Post(inspector, "api/v1/halls/1/counters/1/call-next")).Status);
        Assert.Equal(403, (await RunningLakudo.Post(inspector, "api/v1/halls/1/tickets", new { line = 1 })).Status);
        Assert.DoesNotContain("Buka layanan", await inspector.GetStringAsync("petugas/lantai"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Only_an_inspector_with_an_account_is_recorded_as_one_and_the_journal_is_shown_to_few(Vendor vendor)
    {
        var lakudo = programs[vendor];
        foreach (var role in new[] { Role.RegionAdmin, Role.CounterOfficer, Role.Public })
        {
            Assert.Equal("K-001", (await Do<RecordRead, Done>(lakudo, v => v.Run(As(role), new("/petugas")))).Refusal?.Code);
        }

        Assert.Equal("K-001", (await Do<RecordRead, Done>(lakudo, v => v.Run(As(Role.Inspector) with { Id = null }, new("/petugas")))).Refusal?.Code);
        foreach (var role in new[] { Role.Public, Role.CounterOfficer, Role.Verifier, Role.Signer, Role.AgencyAdmin, Role.HallManager, Role.HallClient })
        {
            Assert.Equal("K-001", (await Do<JournalRows, System.Collections.Immutable.ImmutableArray<JournalRows.Row>>(lakudo, v => v.Run(As(role)))).Refusal?.Code);
        }
    }

    private static async Task<(HttpClient Browser, Guid Account)> Inspector(RunningLakudo lakudo)
    {
        var clock = lakudo.Services.GetRequiredService<Clock>();
        var name = $"pemeriksa.{Guid.CreateVersion7():N}";
        var made = (await Do<AddStaff, AddStaff.Answer>(lakudo, v => v.Run(As(Role.RegionAdmin), new(name, "Ombudsman Uji", Role.Inspector, Until: clock.Now.AddDays(30), MustChangePassword: false)))).Value;
        var browser = lakudo.Browser();
        await HtmlForms.SignIn(browser, name, made.Password);
        return (browser, made.Account);
    }

    private static async Task<IReadOnlyList<JournalRows.Row>> Reads(RunningLakudo lakudo, Guid account) =>
        (await Do<JournalRows, System.Collections.Immutable.ImmutableArray<JournalRows.Row>>(lakudo, v => v.Run(As(Role.RegionAdmin), fact: "InspectorRead", subject: account))).Value;

    private static Caller As(Role role) => new(1, Guid.CreateVersion7(), [new Assignment(role, 1)]) { Key = Guid.CreateVersion7().ToString("N") };

    private static async Task<Outcome<T>> Do<TVerb, T>(RunningLakudo lakudo, Func<TVerb, Task<Outcome<T>>> run)
        where TVerb : notnull
    {
        await using var scope = lakudo.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TVerb>());
    }
}
