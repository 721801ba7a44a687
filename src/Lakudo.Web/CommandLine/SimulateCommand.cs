using System.CommandLine;
using Lakudo.Kernel;
using Lakudo.Web.Simulators;
using Lakudo.Web.Simulators.Bsre;

namespace Lakudo.Web.CommandLine;

/// <summary><c>lakudo simulate NAME</c>: runs the simulator of an outside service on a loopback port of its own.</summary>
public static class SimulateCommand
{
    /// <summary>The command.</summary>
    public static Command Make() => new("simulate", "Run the simulator of an outside service on its own port.") { Bsre(), Sms() };

    /// <summary>The simulator as a program of its own; port 0 takes any free one.</summary>
    public static WebApplication BuildBsre(int port, string keys, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSingleton(new Clock(time ?? TimeProvider.System));
        builder.Services.AddSingleton(s => new BsreAuthority(keys, s.GetRequiredService<Clock>()));
        var app = builder.Build();
        app.MapBsreSimulator("");
        return app;
    }

    /// <summary>The telephone that sends SMS as a program of its own; port 0 takes any free one.</summary>
    public static WebApplication BuildSms(int port)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSingleton(new SimulatedMessages(TimeProvider.System));
        builder.Services.AddSingleton<SmsSimulator>();
        var app = builder.Build();
        app.MapSmsSimulator("");
        app.MapGet("/", (SimulatedMessages messages) => string.Join('\n', messages.Latest.Select(m => $"{m.To}  {m.Text}")));
        return app;
    }

    private static Command Sms()
    {
        var port = new Option<int>("--port") { Description = "The loopback port.", DefaultValueFactory = _ => 5093 };
        var command = new Command("sms", "A phone with SMS Gateway for Android. Example: lakudo simulate sms --port 5093, and in another window "
            + "lakudo serve --Sms:BaseAddress=http://127.0.0.1:5093/ --Sms:User=simulator --Sms:Password=simulator --Sms:IsSimulated=true") { port };
        command.SetAction(async (result, ct) =>
        {
            await using var app = BuildSms(result.GetValue(port));
            await app.StartAsync(ct);
            Console.WriteLine($"Simulator SMS di {app.Urls.First()}/ (pengguna {SmsSimulator.User}, kata sandi {SmsSimulator.Password}); pesannya terbaca di alamat itu.");
            await app.WaitForShutdownAsync(ct);
            return 0;
        });
        return command;
    }

    private static Command Bsre()
    {
        var port = new Option<int>("--port") { Description = "The loopback port.", DefaultValueFactory = _ => 5091 };
        var keys = new Option<string>("--keys") { Description = "Folder of the simulator's keys; made at first.", DefaultValueFactory = _ => Path.Combine("var", "keys", "simulator-bsre") };
        var command = new Command("bsre", "BSrE's Esign Client Service (v2). Example: lakudo simulate bsre --port 5091, and in another window "
            + "lakudo serve --Bsre:Address=http://127.0.0.1:5091/ --Bsre:User=simulator --Bsre:Password=simulator --Bsre:Simulated=true") { port, keys };
        command.SetAction(async (result, ct) =>
        {
            await using var app = BuildBsre(result.GetValue(port), result.GetValue(keys)!);
            await app.StartAsync(ct);
            Console.WriteLine($"Simulator BSrE di {app.Urls.First()}/ (pengguna {BsreSimulator.User}, kata sandi {BsreSimulator.Password}, frasa sandi penandatangan: {BsreSimulator.Passphrase}).");
            foreach (var account in BsreAccount.All) Console.WriteLine($"  {account.Email,-32} {account.Nik}  {account.Status}");
            await app.WaitForShutdownAsync(ct);
            return 0;
        });
        return command;
    }
}
