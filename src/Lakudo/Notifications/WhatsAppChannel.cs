using System.Net.Http.Headers;
using System.Net.Http.Json;
using Lakudo.Kernel;

namespace Lakudo.Notifications;

/// <summary>The WhatsApp Business account that messages are sent from.</summary>
/// <param name="BaseAddress">The Graph API with version, ending in a slash, for example <c>https://graph.facebook.com/v23.0/</c>.</param>
/// <param name="PhoneNumberId">The sender's phone number id.</param>
/// <param name="Token">The access token of the system user.</param>
/// <param name="Template">The approved template whose body takes one text, for example <c>kode_antrean</c>.</param>
/// <param name="IsSimulated">Whether this is the simulator.</param>
public sealed record WhatsAppSettings(string BaseAddress, string PhoneNumberId, string Token, string Template, bool IsSimulated = false);

/// <summary>Sends a template message by WhatsApp's Cloud API (<c>POST /{phone-number-id}/messages</c>).</summary>
/// <remarks>A business may begin a conversation by an approved template only, so the text goes in as the template's one parameter.</remarks>
public sealed class WhatsAppChannel(HttpClient http, WhatsAppSettings settings) : IMessageChannel
{
    /// <inheritdoc />
    public ContactKind Kind => ContactKind.Phone;

    /// <inheritdoc />
    public bool IsSimulated => settings.IsSimulated;

    /// <inheritdoc />
    public async Task<Outcome<Done>> Send(Contact to, string subject, string text, CancellationToken ct)
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
                    name = settings.Template,
                    language = new { code = "id" },
                    components = new[] { new { type = "body", parameters = new[] { new { type = "text", text } } } },
                },
            }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings.Token);
        try
        {
            using var response = await http.SendAsync(request, ct);
            return response.IsSuccessStatusCode ? new Done() : NotificationRefusals.ChannelDown;
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return NotificationRefusals.ChannelDown;
        }
    }
}
