using System.Text.Json;

namespace Lakudo.Web.Simulators;

/// <summary>Answers as WhatsApp's Cloud API does for template messages (<c>POST /{version}/{phone-number-id}/messages</c>).</summary>
public static class WhatsAppSimulator
{
    /// <summary>The token the simulator asks for; it opens nothing else.</summary>
    public const string Token = "simulator";

    /// <summary>Maps the simulator under a prefix.</summary>
    public static void MapWhatsAppSimulator(this IEndpointRouteBuilder app, string prefix) =>
        app.MapPost(prefix + "/{version}/{phoneNumberId}/messages", Answer).DisableAntiforgery().ExcludeFromDescription();

    private static IResult Answer(JsonElement body, HttpRequest request, SimulatedMessages messages)
    {
        if (request.Headers.Authorization != "Bearer " + Token)
        {
            return Fault(StatusCodes.Status401Unauthorized, 190, "Invalid OAuth access token.");
        }

        if (!IsTemplate(body, out var to, out var text))
        {
            return Fault(StatusCodes.Status400BadRequest, 100, "Invalid parameter");
        }

        // A number that WhatsApp does not reach, for trying that out.
        if (to.EndsWith("0404", StringComparison.Ordinal)) return Fault(StatusCodes.Status400BadRequest, 131026, "Message undeliverable");
        messages.Take("WhatsApp", to, text);
        return Results.Json(new
        {
            messaging_product = "whatsapp",
            contacts = new[] { new { input = to, wa_id = to } },
            messages = new[] { new { id = "wamid." + Convert.ToBase64String(Guid.CreateVersion7().ToByteArray()), message_status = "accepted" } },
        });
    }

    private static bool IsTemplate(JsonElement body, out string to, out string text)
    {
        to = text = "";
        if (body.ValueKind != JsonValueKind.Object
            || !body.TryGetProperty("messaging_product", out var product) || product.GetString() != "whatsapp"
            || !body.TryGetProperty("to", out var receiver)
            || !body.TryGetProperty("type", out var type) || type.GetString() != "template"
            || !body.TryGetProperty("template", out var template)
            || !template.TryGetProperty("components", out var components) || components.GetArrayLength() == 0)
        {
            return false;
        }

        to = receiver.GetString() ?? "";
        text = components[0].GetProperty("parameters")[0].GetProperty("text").GetString() ?? "";
        return to.Length > 0 && text.Length > 0;
    }

    private static IResult Fault(int status, int code, string message) =>
        Results.Json(new { error = new { message, type = "OAuthException", code, fbtrace_id = "simulator" } }, statusCode: status);
}
