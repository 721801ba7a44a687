using Lakudo.Applications;
using Lakudo.Applications.Documents;
using Lakudo.Kernel;
using Lakudo.Web.Host;

namespace Lakudo.Web.Applications;

/// <summary>What documents are issued with: fonts, vault, signing key.</summary>
public static class IssuingServices
{
    /// <summary>Registers them. Key and fonts are opened when the first document is.</summary>
    public static void AddIssuing(this IServiceCollection services)
    {
        services.AddSingleton(s => new FileVault(s.GetRequiredService<Settings>().Files, s.GetService<IWebHostEnvironment>()?.WebRootPath));
        services.AddSingleton<UploadIntake>();
        services.AddSingleton(s => SigningKey.Open(s.GetRequiredService<Settings>().Keys, s.GetRequiredService<Clock>().Now));
        services.AddSingleton<IDocumentSigner, LocalKeySigner>();
        services.AddSingleton(s =>
        {
            var settings = s.GetRequiredService<Settings>();
            var assets = s.GetService<IWebHostEnvironment>()?.WebRootPath ?? Path.Combine(AppContext.BaseDirectory, "wwwroot");
            DocumentFonts.Use(settings.Fonts.Length > 0 ? settings.Fonts : Path.Combine(assets, "lib", "ttf"));
            return new IssuingOffice(new Uri(settings.PublicAddress), s.GetRequiredService<FileVault>(), s.GetRequiredService<IDocumentSigner>());
        });
        // It answers in two ways and so has no one method Run by which verbs and views are found.
        services.AddScoped<VerifyDocument>();
    }
}
