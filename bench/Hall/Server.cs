using Lakudo.Hall;
using Lakudo.Hall.Live;
using Lakudo.Hall.Setup;
using Lakudo.Kernel;
using Lakudo.Web.Host;
using Lakudo.Web.Identity;
using Lakudo.Web.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Bench.Hall;

/// <summary>The real program with a hall of 60 counters and a crowd already waiting, in a process of its own.</summary>
internal static class Server
{
    public static async Task Run(string data, string database, int port, int batch, int waiting)
    {
        await using var app = WebProgram.Build(
            [$"--urls=http://127.0.0.1:{port}", $"--Lakudo:Data={data}", $"--Lakudo:Database={database}", "--Clock:Start=2026-11-25T09:00:00+08:00", $"--Hall:Batch={batch}", "--Logging:LogLevel:Default=Error"]);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<LakudoDb>().Database.MigrateAsync();
        }

        await app.StartAsync();
        var system = Caller.System(1);
        await SampleRegion.Run<FoundRegion, Done>(app.Services, v => v.Run(system, new("74.14", "Uji", "Asia/Makassar", true, new(2026, 1, 1), [])));
        await SampleRegion.Run<FoundHall, int>(app.Services, v => v.Run(system, new("uji", "MPP Uji", "Lakudo")));
        app.Services.GetRequiredService<HallDirectory>().Forget();
        var lines = Enumerable.Range(1, 15).Select(i => new SetUpHall.LineRow(i, $"{(char)('A' + i - 1)}", $"Antrean {i}", 10, [])).ToList();
        var counters = Enumerable.Range(1, 60).Select(i => new SetUpHall.CounterRow(i, $"{i}", 1, [((i - 1) % 15) + 1])).ToList();
        var hours = Enum.GetValues<DayOfWeek>().Select(d => new SetUpHall.HoursRow(d, new(0, 1), new(23, 58), new(23, 59))).ToList();
        await SampleRegion.Run<SetUpHall, Done>(app.Services, v => v.Run(system, new(1, [new(1, "Satu")], lines, counters, hours, [])));
        Caller As(Role role) => new(1, Guid.CreateVersion7(), [new Assignment(role, 1, 1)]);
        await SampleRegion.Run<OpenDay, Done>(app.Services, v => v.Run(As(Role.HallManager), new(1)));
        foreach (var counter in counters)
        {
            await SampleRegion.Run<OpenCounter, Done>(app.Services, v => v.Run(As(Role.CounterOfficer), new(1, counter.Id)));
        }

        await Parallel.ForAsync(0, waiting, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, _) =>
            await SampleRegion.Run<TakeTicket, TicketAnswer>(app.Services, v => v.Run(As(Role.Kiosk), new(1, null, (i % 15) + 1, i % 9 == 0 ? PriorityGroups.Elderly : 0))));
        var (id, secret) = await ClientsCommand.Add(app.Services, "beban", [new Assignment(Role.HallClient, 1, 1)], ["hall"], default);
        Console.WriteLine($"READY {id} {secret}");
        while (await Console.In.ReadLineAsync() is { } line && line != "stop")
        {
            var (commits, commands) = app.Services.GetRequiredService<HallCount>().Now;
            Console.WriteLine($"COUNT {commits} {commands} {System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
        }

        await app.StopAsync();
    }
}
