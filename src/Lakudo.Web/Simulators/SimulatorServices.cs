using Lakudo.Kernel;
using Lakudo.Notifications;
using Lakudo.Web.Host;
using Lakudo.Web.Simulators.Bsre;

namespace Lakudo.Web.Simulators;

/// <summary>
/// The outside services Lakudo talks to: the real ones where they are configured, simulators where the sample asks for them, and otherwise none.
/// </summary>
public static class SimulatorServices
{
    /// <summary>Where the BSrE simulator answers within the server.</summary>
    public const string BsrePath = "/simulator/bsre";

    private const string WhatsAppPath = "/simulator/whatsapp";

    /// <summary>Registers the message channels by the sections <c>Smtp</c> and <c>WhatsApp</c>.</summary>
    public static void AddOutsideServices(this IServiceCollection services, IConfiguration configuration, Settings settings)
    {
        services.AddHttpClient<WhatsAppChannel>(http => http.Timeout = TimeSpan.FromSeconds(10));
        if (configuration.GetSection("Smtp").Get<SmtpSettings>() is { } smtp)
        {
            services.AddSingleton<IMessageChannel>(new SmtpChannel(smtp));
        }
        else if (settings.Simulators)
        {
            services.AddSingleton(s => new SmtpSimulator(s.GetRequiredService<SimulatedMessages>(), 0));
            services.AddHostedService(s => s.GetRequiredService<SmtpSimulator>());
            services.AddSingleton<IMessageChannel>(s => new SmtpChannel(
                new SmtpSettings("127.0.0.1", s.GetRequiredService<SmtpSimulator>().Port, "mpp@contoh.invalid", IsSimulated: true)));
        }

        if (configuration.GetSection("WhatsApp").Get<WhatsAppSettings>() is { } whatsApp)
        {
            services.AddSingleton(whatsApp);
            services.AddTransient<IMessageChannel>(s => s.GetRequiredService<WhatsAppChannel>());
        }
        else if (settings.Simulators)
        {
            // Asked for anew each time: a message may be due before the server knows the port it listens on.
            services.AddTransient(s => new WhatsAppSettings(
                OwnAddress.Of(s) + WhatsAppPath + "/v23.0/", "1000", WhatsAppSimulator.Token, "kode_antrean", IsSimulated: true));
            services.AddTransient<IMessageChannel>(s => s.GetRequiredService<WhatsAppChannel>());
        }

        if (settings.Simulators)
        {
            services.AddSingleton(new SimulatedMessages(TimeProvider.System));
            services.AddSingleton(s => new BsreAuthority(Path.Combine(settings.Keys, "simulator-bsre"), s.GetRequiredService<Clock>()));
        }
    }

    /// <summary>Maps the simulators that speak HTTP, in the sample only.</summary>
    public static void MapSimulators(this IEndpointRouteBuilder app, Settings settings)
    {
        if (settings.Simulators)
        {
            app.MapWhatsAppSimulator(WhatsAppPath);
            app.MapBsreSimulator(BsrePath);
        }
    }
}
