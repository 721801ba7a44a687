using System.Net.Http.Headers;
using System.Text;
using Lakudo.Applications;
using Lakudo.Applications.Documents;
using Lakudo.Kernel;
using Lakudo.Web.Host;
using Lakudo.Web.Simulators;
using Lakudo.Web.Simulators.Bsre;

namespace Lakudo.Web.Applications;

/// <summary>What documents are issued with: vault and who signs: the installation's key, or BSrE where the section <c>Bsre</c> names it.</summary>
public static class IssuingServices
{
    /// <summary>Registers them. The key is opened when the first document is.</summary>
    public static void AddIssuing(this IServiceCollection services, IConfiguration configuration, Settings installation)
    {
        services.AddSingleton(s => new FileVault(s.GetRequiredService<Settings>().Files, s.GetService<IWebHostEnvironment>()?.WebRootPath, s.GetRequiredService<PersonalData>()));
        services.AddSingleton<UploadIntake>();
        services.AddSingleton(s => new PublicAddress(new Uri(s.GetRequiredService<Settings>().PublicAddress)));
        services.AddSingleton(s => SigningKey.Open(s.GetRequiredService<Settings>().Keys, s.GetRequiredService<Clock>().Now));
        if (BsreSettings.Read(configuration, installation.Simulators) is { } bsre) services.AddSingleton<IDocumentSigner>(s => Bsre(s, bsre));
        else services.AddSingleton<IDocumentSigner, LocalKeySigner>();
        services.AddSingleton(s =>
        {
            var settings = s.GetRequiredService<Settings>();
            return new IssuingOffice(new Uri(settings.PublicAddress), s.GetRequiredService<FileVault>(), s.GetRequiredService<IDocumentSigner>());
        });
        // It answers in two ways and so has no one method Run by which verbs and views are found.
        services.AddScoped<VerifyDocument>();
    }

    /// <summary>Bytes of an answer: a signed document of ten megabytes in base64.</summary>
    private const long LargestAnswer = 32 * 1024 * 1024;

    /// <summary>The adapter with a client of its own: nothing that logs or tries again may stand between it and the service.</summary>
    private static BsreSigner Bsre(IServiceProvider services, BsreSettings settings)
    {
        var own = settings.IsOwnSimulator;
        var address = own ? OwnAddress.Of(services) + SimulatorServices.BsrePath : settings.Address;
        var (user, password) = own ? (BsreSimulator.User, BsreSimulator.Password) : (settings.User, settings.Password);
        var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(address.TrimEnd('/') + "/"),
            Timeout = TimeSpan.FromSeconds(settings.TimeoutSeconds),
            MaxResponseContentBufferSize = LargestAnswer,
        };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        return new BsreSigner(http, isSimulated: own || settings.Simulated);
    }
}
