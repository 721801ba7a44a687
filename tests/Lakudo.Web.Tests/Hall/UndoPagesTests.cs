using System.Collections.Immutable;
using Lakudo.Hall;
using Lakudo.Hall.Setup;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.Hall;

/// <summary>What cannot be undone says first what it will do, what was done is said, and what was pressed by mistake is taken back; over HTTP, without script.</summary>
[Collection("programs")]
public sealed class UndoPagesTests(BothPrograms programs)
{
    [Fact]
    public async Task The_day_closes_after_it_was_said_who_waits_where_and_opens_again_with_everybodys_place()
    {
        var lakudo = programs[Vendor.Sqlite];
        using var manager = lakudo.Browser();
        await HtmlForms.SignIn(manager, "pengelola", lakudo.PasswordOf("pengelola"));
        foreach (var counter in new[] { 7, 8 }) await Do<OpenCounter, Done>(lakudo, v => v.Run(As(Role.CounterOfficer), new(1, counter)));
        foreach (var line in new[] { 5, 6 }) await Do<TakeTicket, TicketAnswer>(lakudo, v => v.Run(As(Role.Kiosk), new(1, null, line)));
        foreach (var counter in new[] { 7, 8 }) await Do<CallNext, TicketAnswer>(lakudo, v => v.Run(As(Role.CounterOfficer), new(1, counter)));
        var waiting = (await Do<TakeTicket, TicketAnswer>(lakudo, v => v.Run(As(Role.Kiosk), new(1, null, 6)))).Value;
        var open = (await Counters(lakudo)).Where(c => c.IsOpen).Select(c => c.Id).ToList();

        // One press leads to a page that only says what it would do, all busy counters at once.
        var floor = await manager.GetStringAsync("petugas/lantai");
        Assert.DoesNotContain("value=\"tutup\"", floor, StringComparison.Ordinal);
        Assert.Contains("href=\"petugas/lantai/tutup\"", floor, StringComparison.Ordinal);
        var asked = await manager.GetStringAsync("petugas/lantai/tutup");
        foreach (var busy in (await Counters(lakudo)).Where(c => c.Ticket is not null))
        {
            Assert.Contains($"Loket {busy.Code} {(busy.Ticket!.State == TicketState.Serving ? "melayani" : "memanggil")} {busy.Ticket.Number}", asked, StringComparison.Ordinal);
        }

        Assert.Contains("K-020", await Close(manager, ""), StringComparison.Ordinal);
        var refused = await Close(manager, "listrik padam");
        Assert.Contains("H-004", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"listrik padam\"", refused, StringComparison.Ordinal);

        foreach (var busy in (await Counters(lakudo)).Where(c => c.Ticket is not null))
        {
            if (busy.Ticket!.State == TicketState.Called) await Do<StartService, TicketAnswer>(lakudo, v => v.Run(As(Role.CounterOfficer), new(1, busy.Id, busy.Ticket.Id)));
            await Do<FinishService, TicketAnswer>(lakudo, v => v.Run(As(Role.CounterOfficer), new(1, busy.Id, busy.Ticket.Id)));
        }

        Assert.Contains("K-021", await Close(manager, "hubungi 0812 3456 7890"), StringComparison.Ordinal);
        await Close(manager, "listrik padam");
        Assert.Contains("Layanan hari ini ditutup.", await manager.GetStringAsync("petugas/lantai?ditutup=1"), StringComparison.Ordinal);
        Assert.Equal(TicketState.Unserved, (await State(lakudo, waiting)).State);

        var reopened = await HtmlForms.Post(manager, "petugas/lantai", "hari", ("Form.Do", "buka"));
        Assert.Matches("role=\"status\"[^>]*>\\s*<p>Layanan hari ini dibuka. \\d+ orang menunggu di tempatnya semula.", reopened);
        Assert.Equal((TicketState.Waiting, waiting.Number), ((await State(lakudo, waiting)).State, (await State(lakudo, waiting)).Number));
        foreach (var counter in open) await Do<OpenCounter, Done>(lakudo, v => v.Run(As(Role.CounterOfficer), new(1, counter)));
    }

    [Fact]
    public async Task A_clerk_reads_what_was_done_takes_a_finish_back_and_transfers_with_a_line_and_a_reason()
    {
        var lakudo = programs[Vendor.Sqlite];
        using var clerk = lakudo.Browser();
        await HtmlForms.SignIn(clerk, "loket.1", lakudo.PasswordOf("loket.1"));
        await Do<OpenCounter, Done>(lakudo, v => v.Run(As(Role.CounterOfficer), new(1, 8)));
        await Do<TakeTicket, TicketAnswer>(lakudo, v => v.Run(As(Role.Kiosk), new(1, null, 6)));
        const string Page = "petugas/loket?nomor=8";
        async Task<string> Press(params (string, string)[] fields)
        {
            var answer = await HtmlForms.Post(clerk, Page, "loket", fields);
            return answer.Length > 0 ? answer : System.Net.WebUtility.HtmlDecode(await clerk.GetStringAsync(Page));
        }

        if ((await Counters(lakudo)).Single(c => c.Id == 8).Ticket is { } held)
        {
            if (held.State == TicketState.Called) await Press(("Form.Do", "mulai"));
            await Press(("Form.Do", "selesai"));
        }

        var called = await Press(("Form.Do", "panggil"));
        var ticket = (await Counters(lakudo)).Single(c => c.Id == 8).Ticket!;
        Assert.Contains($"{ticket.Number} dipanggil ke Loket 8.", called, StringComparison.Ordinal);
        Assert.Contains("role=\"status\"", called, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"urungkan\"", called, StringComparison.Ordinal);
        Assert.Matches("<option value(=\"\")?>Pilih antrean</option>", called);
        await Press(("Form.Do", "mulai"));

        var finished = await Press(("Form.Do", "selesai"));
        Assert.Contains($"{ticket.Number} selesai dilayani.", finished, StringComparison.Ordinal);
        Assert.Contains("value=\"urungkan\"", finished, StringComparison.Ordinal);
        var back = await Press(("Form.Do", "urungkan"));
        Assert.Contains($"Selesainya {ticket.Number} diurungkan.", back, StringComparison.Ordinal);

        Assert.Contains("H-062", await Press(("Form.Do", "alihkan:1")), StringComparison.Ordinal);
        var reasonless = await Press(("Form.Do", "alihkan"), ("Form.ToLine", "2"));
        Assert.Contains("K-020", reasonless, StringComparison.Ordinal);
        Assert.Matches("<option value=\"2\" selected", reasonless);
        Assert.Contains($"{ticket.Number} dialihkan ke antrean B.", await Press(("Form.Do", "alihkan:1"), ("Form.ToLine", "2")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_citizen_is_asked_before_a_number_is_given_up_and_setup_before_something_is_taken_out()
    {
        var lakudo = programs[Vendor.Postgres];
        using var citizen = lakudo.Browser();
        var ticket = (await Do<TakeTicket, TicketAnswer>(lakudo, v => v.Run(As(Role.Kiosk), new(1, null, 4)))).Value;
        var page = $"nomor/{ticket.Id:N}/{ticket.Secret}";
        Assert.DoesNotContain("<form", await citizen.GetStringAsync(page), StringComparison.Ordinal);
        Assert.Contains("Tidak, tetap menunggu", await citizen.GetStringAsync(page + "?batalkan=1"), StringComparison.Ordinal);
        Assert.Equal(TicketState.Waiting, (await State(lakudo, ticket)).State);

        using var manager = lakudo.Browser();
        await HtmlForms.SignIn(manager, "pengelola", lakudo.PasswordOf("pengelola"));
        (string, string)[] emptied = [("Form.Lines[3].Code", ""), .. await WithoutLine(lakudo, "D")];
        Assert.Contains("H-063", await HtmlForms.Post(manager, "petugas/pengaturan", "aula", emptied), StringComparison.Ordinal);
        Assert.Contains("Dibatalkan", await HtmlForms.Post(citizen, page + "?batalkan=1", "batal"), StringComparison.Ordinal);
        foreach (var left in await Left(lakudo, 4)) await Do<CancelTicket, TicketAnswer>(lakudo, v => v.Run(As(Role.CounterOfficer), new(1, left)));
        foreach (var held in (await Counters(lakudo)).Where(c => c.Ticket?.Line == 4))
        {
            if (held.Ticket!.State == TicketState.Called) await Do<StartService, TicketAnswer>(lakudo, v => v.Run(As(Role.CounterOfficer), new(1, held.Id, held.Ticket.Id)));
            await Do<FinishService, TicketAnswer>(lakudo, v => v.Run(As(Role.CounterOfficer), new(1, held.Id, held.Ticket.Id)));
        }

        var asked = await HtmlForms.Post(manager, "petugas/pengaturan", "aula", emptied);
        Assert.Contains("Ada yang akan dihapus. Benar?", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("tersimpan", asked, StringComparison.Ordinal);
        Assert.Contains((await Do<HallAsSetUp, HallAsSetUp.Answer>(lakudo, v => v.Run(As(Role.HallManager), 1))).Value.Setup.Lines, l => l.Code == "D");
    }

    private static Task<string> Close(HttpClient manager, string why) => HtmlForms.Post(manager, "petugas/lantai/tutup", "tutup", ("Form.Why", why));

    private static async Task<ImmutableArray<Floor.CounterRow>> Counters(RunningLakudo lakudo) => (await Do<Floor, Floor.Answer>(lakudo, v => v.Run(As(Role.HallManager), 1))).Value.Counters;

    private static async Task<TicketAnswer> State(RunningLakudo lakudo, TicketAnswer ticket) =>
        (await Do<TicketStatus, TicketStatus.Answer>(lakudo, v => v.Show(1, 1, ticket.Id, ticket.Secret))).Value.Ticket;

    /// <summary>The counters' fields with a line's code left out.</summary>
    private static async Task<IEnumerable<(string, string)>> WithoutLine(RunningLakudo lakudo, string code)
    {
        var setup = (await Do<HallAsSetUp, HallAsSetUp.Answer>(lakudo, v => v.Run(As(Role.HallManager), 1))).Value.Setup;
        return setup.Counters.Select((c, i) => ($"Form.Counters[{i}].Lines", string.Join(' ', setup.Lines.Where(l => c.Lines.Contains(l.Id) && l.Code != code).Select(l => l.Code))));
    }

    /// <summary>Who waits in a line.</summary>
    private static async Task<IEnumerable<Guid>> Left(RunningLakudo lakudo, int line)
    {
        var waiting = new List<Guid>();
        foreach (var counter in (await Counters(lakudo)).Where(c => c.Lines.Contains(line)))
        {
            waiting.AddRange((await Do<WaitingList, ImmutableArray<WaitingList.Row>>(lakudo, v => v.Run(As(Role.CounterOfficer), 1, counter.Id))).Value.Where(r => r.Line == line).Select(r => r.Ticket));
        }

        return waiting.Distinct();
    }

    private static Caller As(Role role) => new(1, Guid.CreateVersion7(), [new Assignment(role, 1)]) { Key = Guid.CreateVersion7().ToString("N") };

    private static async Task<Outcome<T>> Do<TVerb, T>(RunningLakudo lakudo, Func<TVerb, Task<Outcome<T>>> run)
        where TVerb : notnull
    {
        await using var scope = lakudo.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TVerb>());
    }
}
