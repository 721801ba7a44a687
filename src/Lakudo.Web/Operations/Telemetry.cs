using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Lakudo.Web.Operations;

/// <summary>
/// Traces, metrics and logs by OTLP, only where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a collector; otherwise none of it runs. Without one the metrics page shows the same
/// program's own figures.
/// </summary>
public static class Telemetry
{
    /// <summary>The setting, as OpenTelemetry names it.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Registers it.</summary>
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration[Endpoint]))
        {
            return;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("lakudo", serviceVersion: typeof(Telemetry).Assembly.GetName().Version!.ToString(3)))
            .WithTracing(t => t.AddSource("Microsoft.AspNetCore").AddProcessor(new RoutesOnly()).AddOtlpExporter())
            .WithMetrics(m => m.AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime", "Npgsql").AddOtlpExporter())
            .WithLogging(l => l.AddOtlpExporter(), o => o.IncludeFormattedMessage = true);
    }

    /// <summary>
    /// A trace knows the route, as the log does. Everything else the framework writes down of an address (path, query, user agent, client) is taken off before it leaves:
    /// what remains is named here, so that a tag the framework adds one day does not leave by itself.
    /// </summary>
    private sealed class RoutesOnly : BaseProcessor<Activity>
    {
        private static readonly HashSet<string> Remain = new(StringComparer.Ordinal)
        {
            "http.request.method", "http.route", "http.response.status_code", "error.type", "network.protocol.version", "url.scheme",
        };

        public override void OnEnd(Activity data)
        {
            foreach (var tag in data.TagObjects.Where(t => !Remain.Contains(t.Key)).ToList())
            {
                data.SetTag(tag.Key, null);
            }

            data.DisplayName = $"{data.GetTagItem("http.request.method") ?? "HTTP"} {data.GetTagItem("http.route") ?? RequestLog.NoRoute}";
        }
    }
}
