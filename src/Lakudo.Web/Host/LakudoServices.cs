using System.Reflection;
using Lakudo.Hall;
using Lakudo.Kernel;
using Lakudo.Migrations.Postgres;
using Lakudo.Migrations.Sqlite;
using Lakudo.Web.Applications;
using Lakudo.Web.Backups;
using Lakudo.Web.Https;
using Lakudo.Web.Identity;
using Lakudo.Web.Operations;
using Lakudo.Web.Privacy;
using Lakudo.Web.Simulators;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Web.Host;

/// <summary>What every command needs: database, clock, writer lane, keys, and every verb, view and reaction of the rules.</summary>
public static class LakudoServices
{
    /// <summary>Registers the rules and the kernel by the configuration's section <c>Lakudo</c>.</summary>
    public static Settings AddLakudo(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("Lakudo").Get<Settings>() ?? new Settings();
        Directory.CreateDirectory(settings.Data);
        services.AddSingleton(settings);
        services.AddSingleton<KeyFiles>();
        services.AddSingleton<Doctor>();
        services.AddSingleton(HttpsSettings.Read(configuration));
        services.AddBackups(configuration);
        services.AddSingleton(ClockOf(configuration));
        services.AddSingleton(new WriterLane(settings.IsSqlite));
        services.AddSingleton(s => new PersonalData(s.GetRequiredService<KeyFiles>().Ring("personal-data")));
        services.AddSingleton<HallDirectory>();
        services.AddSingleton<Lakudo.Catalogue.CatalogueEdition>();
        services.AddSingleton<Lakudo.Catalogue.TimesTaken>();
        services.AddSingleton(_ => Lakudo.Calendar.StandardCalendar.Read());
        services.AddSingleton<ErasureLists>();
        services.AddIssuing(configuration, settings);
        services.AddMessageChannels(configuration);
        services.AddSingleton<LaneInterceptor>();
        services.AddDbContextFactory<LakudoDb>((provider, options) => (settings.IsSqlite
            ? options.UseLakudoSqlite(settings.SqlitePath)
            : options.UseLakudoPostgres(settings.PostgresConnection)).AddInterceptors(provider.GetRequiredService<LaneInterceptor>()));
        services.AddAccounts();
        services.AddScoped<Commit>();
        services.AddScoped<DeliverOutbox>();
        services.AddScoped<DropStoredAnswers>();
        services.AddScoped<CloseStoredAnswers>();
        services.AddScoped<Lakudo.Children.Phones.KeyBatchHashes>();
        services.AddScoped<Lakudo.Identity.SealAccountSecrets>();
        foreach (var type in typeof(LakudoDb).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }))
        {
            foreach (var part in Parts.Where(type.IsAssignableTo))
            {
                services.AddScoped(part, type);
            }

            if (IsVerbOrView(type))
            {
                services.AddScoped(type);
            }
        }

        return settings;
    }

    /// <summary>What several modules each have one of: whoever asks gets all.</summary>
    private static readonly Type[] Parts = [typeof(IReaction), typeof(IRetention), typeof(IPersonalRecords), typeof(IExposure)];

    /// <summary>A verb or view is a sealed public class with a method <c>Run</c> whose first parameter is the caller.</summary>
    private static bool IsVerbOrView(Type type) => type is { IsPublic: true, IsSealed: true } && type.GetConstructors().Length > 0
        && type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Any(m => m.Name == "Run" && m.GetParameters().FirstOrDefault()?.ParameterType == typeof(Caller));

    /// <summary>The machine's time, or a sample's that starts at <c>Clock:Start</c>.</summary>
    private static Clock ClockOf(IConfiguration configuration) => new(configuration["Clock:Start"] is { Length: > 0 } start
        ? new SampleTime(DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture))
        : TimeProvider.System);
}
