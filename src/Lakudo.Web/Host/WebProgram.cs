using Lakudo.Hall;
using Lakudo.Web.Api;
using Lakudo.Web.Applications;
using Lakudo.Web.Backups;
using Lakudo.Web.Catalogue;
using Lakudo.Web.Children;
using Lakudo.Web.Children.Cases;
using Lakudo.Web.Children.Counts;
using Lakudo.Web.Children.Reminders;
using Lakudo.Web.Children.Reports;
using Lakudo.Web.Children.Families;
using Lakudo.Web.Children.Import;
using Lakudo.Web.Components;
using Lakudo.Web.Forms;
using Lakudo.Web.Hall;
using Lakudo.Web.Https;
using Lakudo.Web.Identity;
using Lakudo.Web.Operations;
using Lakudo.Web.Posyandu;
using Lakudo.Web.Privacy;
using Lakudo.Web.Sample.Children;
using Lakudo.Web.Simulators;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.OutputCaching;

namespace Lakudo.Web.Host;

/// <summary>Builds the web server: services first, then the order in which a request passes through it, then the route table.</summary>
public static class WebProgram
{
    /// <summary>Builds the server with the given command line settings (<c>--Lakudo:Data=...</c>).</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(WebProgram).Assembly.GetName().Name,
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Pages and API calls that take files say so themselves.
            kestrel.Limits.MaxRequestBodySize = UploadLimits.Ordinary;
        });
        // The program is run from where it was built as well as from where it was published.
        builder.WebHost.UseStaticWebAssets();
        var services = builder.Services;
        var settings = services.AddLakudo(builder.Configuration);
        var https = builder.AddHttps(settings);
        services.AddSignIn(settings, https.IsOn);
        builder.AddSilo(settings);
        if (settings.Cluster.IsOn) services.AddHostedService<NodeMark>();
        services.AddHall(builder.Configuration.GetValue<int?>("Hall:Batch"));
        services.AddHostedService<HallTicker>();
        services.AddSimulators(builder.Configuration, settings);
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentCaller>();
        services.AddRazorComponents();
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.Converters.Add(new System.Text.Json.Serialization.JsonStringEnumConverter()));
        services.AddAntiforgery(o => o.Cookie = HostCookie.Named(UnsentForms.Cookie, https.IsOn, SameSiteMode.Strict));
        services.AddDataProtection().SetApplicationName("lakudo")
            .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(new KeyFiles(settings).Folder().FullName, "data-protection")));
        services.AddSingleton<FormOwner>();
        services.AddSingleton<KeptForms>();
        services.AddExceptionHandler<Faults>();
        services.AddProblemDetails();
        services.AddPublicLimits(settings);
        services.AddSingleton<RequestFigures>();
        services.AddTelemetry(builder.Configuration);
        services.AddScoped<CaseActs>();
        services.AddHostedService<ClockWorker>();
        services.AddOutputCache();
        services.AddSingleton<CatalogueCache>();
        services.AddOptions<OutputCacheOptions>().Configure<CatalogueCache>((o, policy) => o.AddPolicy(CatalogueCache.Policy, policy));
        services.AddHostedService<CatalogueWatch>();
        services.AddResponseCompression(o => o.EnableForHttps = true);
        services.AddRequestDecompression();
        services.AddOpenApi("v1", o => o.AddDocumentTransformer<ApiDocument>().AddOperationTransformer<ApiDocument>());
        services.AddHostedService<OutboxWorker>();
        if (settings.IsSqlite) services.AddHostedService<StatisticsWorker>();
        services.AddHostedService<NightlyBackup>();
        services.AddSingleton<SampleProgress>();
        services.AddSingleton<SampleFilling>();
        services.AddHostedService(s => s.GetRequiredService<SampleFilling>());
        services.AddHostedService<PrivacyWorker>();
        services.AddHostedService<ReminderWorker>();

        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UseMiddleware<HealthAnswers>();
        app.Use(app.Services.GetRequiredService<AcmeChallenges>().Answer);
        app.UseMiddleware<RequestLog>();
        app.Use(RequestShape.RefuseNonsense);
        app.UseMiddleware<HttpsOnly>();
        app.Use(HeadRequests.AnswerAsGet);
        app.Use(PrivateAnswers.KeepNothing);
        app.Use(RequestShape.RefuseUnknownCharset);
        app.UseExceptionHandler("/galat", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/galat/{0}", createScopeForStatusCodePages: true);
        app.UseWhen(ApiProblems.IsAsked, api => api.UseStatusCodePages(ApiProblems.Write));
        app.Use(RequestShape.ReadErrorPages);
        app.UseWhen(PosyanduFiles.IsAsked, posyandu => posyandu.UseSecurityHeaders(Security.Posyandu(https.IsOn)).UseMiddleware<PosyanduFiles>());
        app.Use(Security.SandboxDownloads);
        app.UseSecurityHeaders(Security.Headers(https.IsOn));
        app.UseMiddleware<HallOfRequest>();
        app.UseRouting();
        app.Use(RequestLog.Remember);
        app.Use(RequestShape.RefuseTooLarge);
        app.UseWhen(PhonesApi.IsAsked, phones => phones.UseRequestDecompression());
        app.UseRateLimiter();
        // Before everything that asks who somebody is: a kept page is given to nobody who shows a key, and each is kept compressed.
        app.UseOutputCache();
        app.UseAuthentication();
        app.UseStaffDoor();
        app.UseAuthorization();
        app.UseResponseCompression();
        app.UseMiddleware<UnsentForms>();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapOpenApi("/api/{documentName}/openapi.json");
        app.MapLakudoApi();
        app.MapPhonesApi();
        app.MapCountsCsv();
        app.MapFamilyDownloads();
        app.MapReferralDownloads();
        app.MapSimulators(settings);
        app.MapTokenEndpoint();
        app.MapStaffDoor();
        app.MapCaseDownloads();
        app.MapPrivacyDownloads();
        app.MapReportDownloads();
        app.MapExportDownloads();
        app.MapImportLeft();
        app.MapRazorComponents<App>();
        return app;
    }
}
