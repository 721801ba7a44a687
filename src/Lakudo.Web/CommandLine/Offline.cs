using System.CommandLine;
using Lakudo.Kernel;
using Lakudo.Web.Host;

namespace Lakudo.Web.CommandLine;

/// <summary>The services of a command that needs the database but no web server.</summary>
public static class Offline
{
    /// <summary>Builds them from the same settings as the server's.</summary>
    public static ServiceProvider Services(IReadOnlyList<string> args)
    {
        var configuration = Configuration(args);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging(l => l.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning));
        services.AddLakudo(configuration);
        return services.BuildServiceProvider();
    }

    /// <summary>The settings: the file beside the program, the environment, then the command line.</summary>
    public static IConfiguration Configuration(IReadOnlyList<string> args) => new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().AddCommandLine([.. args]).Build();

    /// <summary>Runs one verb or view and tells its answer; a refusal is told on the error stream and ends the program with 1.</summary>
    /// <param name="parsed">The command line; what it did not match are settings.</param>
    /// <param name="run">Runs it.</param>
    /// <param name="tell">Puts the answer into words.</param>
    public static async Task<int> Run<TVerb, T>(ParseResult parsed, Func<TVerb, Task<Outcome<T>>> run, Func<T, string> tell)
        where TVerb : notnull
    {
        await using var services = Services(parsed.UnmatchedTokens);
        await using var scope = services.CreateAsyncScope();
        var outcome = await run(scope.ServiceProvider.GetRequiredService<TVerb>());
        if (outcome.IsRefused)
        {
            await Console.Error.WriteLineAsync($"{outcome.Refusal.Message} ({outcome.Refusal.Code})");
            return 1;
        }

        Console.WriteLine(tell(outcome.Value));
        return 0;
    }

    /// <summary>Lets settings follow on the command line of every part of a command.</summary>
    public static Command Lenient(Command command)
    {
        foreach (var sub in command.Subcommands)
        {
            sub.TreatUnmatchedTokensAsErrors = false;
        }

        return command;
    }
}
