using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Lakudo.Kernel;

namespace Lakudo.Notifications;

/// <summary>The WhatsApp Business account that messages are sent from.</summary>
/// <param name="BaseAddress">The Graph API with version, ending in a slash, for example <c>https://graph.facebook.com/v23.0/</c>.</param>
/// <param name="PhoneNumberId">The sender's phone number id.</param>
/// <param name="Token">The access token of the system user.</param>
/// <param name="Template">The approved template whose body takes one text, for example <c>kode_antrean</c>.</param>
/// <param name="IsSimulated">Whether this is the simulator.</param>
/// <param name="ReminderTemplate">The approved template for reminders of the posyandu, also with one text; empty where WhatsApp carries none.</param>
public sealed record WhatsAppSettings(string BaseAddress, string PhoneNumberId, string Token, string Template, bool IsSimulated = false, string ReminderTemplate = "");

/// <summary>Sends a template message by WhatsApp's Cloud API (<c>POST /{phone-number-id}/messages</c>).</summary>
/// <remarks>A business may begin a conversation by an approved template only, so the text goes in as the template's one parameter.</remarks>
public sealed class WhatsAppChannel(HttpClient http, WhatsAppSettings settings) : IMessageChannel
{
    /// <summary>Meta's number for a receiver whom WhatsApp cannot reach.</summary>
    private const int Undeliverable = 131026;

    /// <inheritdoc />
    public ContactKind Kind => ContactKind.Phone;

    /// <inheritdoc />
    public bool IsSimulated => settings.IsSimulated;

    /// <inheritdoc />
    public bool Carries(MessagePurpose purpose) => purpose == MessagePurpose.Hall || settings.ReminderTemplate.Length > 0;

    /// <inheritdoc />
    public Task<Outcome<Done>> Send(Contact to, string subject, string text, CancellationToken ct) => Send(to, settings.Template, text, (_, _) => NotificationRefusals.ChannelDown, ct);

    /// <inheritdoc />
    public async Task<Outcome<Delivery>> Send(OutgoingMessage message, CancellationToken ct)
    {
        var template = message.Purpose == MessagePurpose.Hall ? settings.Template : settings.ReminderTemplate;
        var sent = await Send(message.To, template, message.Text, (status, error) => (status, error) switch
        {
            (401 or 403, _) => NotificationRefusals.ChannelRefusesUs,
            (_, Undeliverable) => NotificationRefusals.MessageRefused,
            // Everything else, also a template that is not there, is ours to put right and may go through later.
            _ => NotificationRefusals.ChannelDown,
        }, ct);
        return sent.IsRefused ? sent.Refusal : Delivery.Sent;
    }

    private async Task<Outcome<Done>> Send(Contact to, string template, string text, Func<int, int, Refusal> refuse, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(settings.BaseAddress), $"{settings.PhoneNumberId}/messages"))
        {
            Content = JsonContent.Create(new
            {
                messaging_product = "whatsapp",
                to = to.Value,
                type = "template",
                template = new
                {
                    name = template,
                    language = new { code = "id" },
                    components = new[] { new { type = "body", parameters = new[] { new { type = "text", text } } } },
                },
            }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings.Token);
        try
        {
            using var response = await http.SendAsync(request, ct);
            return response.IsSuccessStatusCode ? new Done() : refuse((int)response.StatusCode, await ErrorOf(response, ct));
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return NotificationRefusals.ChannelDown;
        }
    }

    /// <summary>The error's number in the answer (<c>error.code</c>); 0 where there is none.</summary>
    private static async Task<int> ErrorOf(HttpResponseMessage response, CancellationToken ct)
    {
        try
        {
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>(ct);
            return answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object && error.TryGetProperty("code", out var code) && code.TryGetInt32(out var number) ? number : 0;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return 0;
        }
    }
}
