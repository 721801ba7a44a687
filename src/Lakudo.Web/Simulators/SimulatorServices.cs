using Lakudo.Children.Reminders;
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

    private const string SmsPath = "/simulator/sms";

    /// <summary>Registers the message channels that the sections <c>Smtp</c>, <c>WhatsApp</c> and <c>Sms</c> name; where two reach telephones, WhatsApp goes first in what it carries.</summary>
    public static void AddMessageChannels(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpClient<WhatsAppChannel>(http => (http.Timeout, http.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(10), 1024 * 1024));
        services.AddHttpClient<SmsChannel>(http => (http.Timeout, http.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(15), 1024 * 1024));
        if (configuration.GetSection("Smtp").Get<SmtpSettings>() is { } smtp) services.AddSingleton<IMessageChannel>(new SmtpChannel(smtp));
        if (configuration.GetSection("WhatsApp").Get<WhatsAppSettings>() is { } whatsApp)
        {
            services.AddSingleton(whatsApp);
            services.AddTransient<IMessageChannel>(s => s.GetRequiredService<WhatsAppChannel>());
        }

        if (configuration.GetSection("Sms").Get<SmsSettings>() is { } sms)
        {
            services.AddSingleton(sms with { BaseAddress = sms.BaseAddress.TrimEnd('/') + "/" });
            services.AddTransient<IMessageChannel>(s => s.GetRequiredService<SmsChannel>());
        }

        services.AddSingleton(configuration.GetSection("Reminders").Get<ReminderSettings>() ?? new ReminderSettings());
        services.AddScoped<ReminderChannels>();
    }

    /// <summary>Registers simulators in the place of channels that are not configured, in the sample only.</summary>
    public static void AddSimulators(this IServiceCollection services, IConfiguration configuration, Settings settings)
    {
        if (!settings.Simulators) return;
        if (configuration.GetSection("Smtp").Get<SmtpSettings>() is null)
        {
            services.AddSingleton(s => new SmtpSimulator(s.GetRequiredService<SimulatedMessages>(), 0));
            services.AddHostedService(s => s.GetRequiredService<SmtpSimulator>());
            services.AddSingleton<IMessageChannel>(s => new SmtpChannel(
                new SmtpSettings("127.0.0.1", s.GetRequiredService<SmtpSimulator>().Port, "mpp@contoh.invalid", IsSimulated: true)));
        }

        // Asked for anew each time: a message may be due before the server knows the port it listens on.
        if (configuration.GetSection("WhatsApp").Get<WhatsAppSettings>() is null)
        {
            services.AddTransient(s => new WhatsAppSettings(
                OwnAddress.Of(s) + WhatsAppPath + "/v23.0/", "1000", WhatsAppSimulator.Token, "kode_antrean", IsSimulated: true));
            services.AddTransient<IMessageChannel>(s => s.GetRequiredService<WhatsAppChannel>());
        }

        if (configuration.GetSection("Sms").Get<SmsSettings>() is null)
        {
            services.AddTransient(s => new SmsSettings(OwnAddress.Of(s) + SmsPath + "/3rdparty/v1/", SmsSimulator.User, SmsSimulator.Password, IsSimulated: true));
            services.AddTransient<IMessageChannel>(s => s.GetRequiredService<SmsChannel>());
        }

        services.AddSingleton<SmsSimulator>();
        services.AddSingleton(new SimulatedMessages(TimeProvider.System));
        services.AddSingleton(s => new BsreAuthority(Path.Combine(settings.Keys, "simulator-bsre"), s.GetRequiredService<Clock>()));
    }

    /// <summary>Maps the simulators that speak HTTP, in the sample only.</summary>
    public static void MapSimulators(this IEndpointRouteBuilder app, Settings settings)
    {
        if (settings.Simulators)
        {
            app.MapWhatsAppSimulator(WhatsAppPath);
            app.MapSmsSimulator(SmsPath);
            app.MapBsreSimulator(BsrePath);
        }
    }
}
