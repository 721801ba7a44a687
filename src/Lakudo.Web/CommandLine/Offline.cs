using Lakudo.Web.Host;

namespace Lakudo.Web.CommandLine;

/// <summary>The services of a command that needs the database but no web server.</summary>
public static class Offline
{
    /// <summary>Builds them from the same settings as the server's.</summary>
    public static ServiceProvider Services(IReadOnlyList<string> args)
    {
        var configuration = new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().AddCommandLine([.. args]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging(l => l.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning));
        services.AddLakudo(configuration);
        return services.BuildServiceProvider();
    }
}
