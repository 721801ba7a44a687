using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Lakudo.Kernel;

namespace Lakudo.Notifications;

/// <summary>The telephone that sends SMS: an Android phone with a local SIM and the app SMS Gateway for Android (capcom6), in the office's own network or behind its server.</summary>
/// <param name="BaseAddress">Where its API answers, ending in a slash: <c>http://10.0.0.20:8080/</c> for the phone itself, <c>https://sms.contoh.go.id/api/3rdparty/v1/</c> for a server.</param>
/// <param name="User">The user name that the app shows.</param>
/// <param name="Password">Its password.</param>
/// <param name="Sim">Which SIM, 1 to 3; 0 leaves it to the phone.</param>
/// <param name="IsSimulated">Whether this is the simulator.</param>
public sealed record SmsSettings(string BaseAddress, string User, string Password, int Sim = 0, bool IsSimulated = false)
{
    /// <summary>Never the password.</summary>
    public override string ToString() => $"{BaseAddress} {User}";
}

/// <summary>Sends SMS by the published API of SMS Gateway for Android: <c>POST messages</c> with a number of our own, <c>GET messages/ID</c> for what became of it.</summary>
/// <remarks>
/// Source: docs.sms-gate.app (sending messages, status tracking) and the app's own code, read 2026-11-25. The phone and the server keep one message under an id and answer 409 to a second,
/// so that a message handed over twice goes out once.
/// </remarks>
public sealed class SmsChannel(HttpClient http, SmsSettings settings) : IMessageChannel
{
    /// <inheritdoc />
    public ContactKind Kind => ContactKind.Phone;

    /// <inheritdoc />
    public bool IsSimulated => settings.IsSimulated;

    /// <inheritdoc />
    public bool KnowsMessages => true;

    /// <inheritdoc />
    public async Task<Outcome<Done>> Send(Contact to, string subject, string text, CancellationToken ct)
    {
        var sent = await Send(new OutgoingMessage(Guid.CreateVersion7(), to, subject, text, MessagePurpose.Hall, DateTime.MaxValue), ct);
        return sent.IsRefused ? NotificationRefusals.ChannelDown : new Done();
    }

    /// <inheritdoc />
    public Task<Outcome<Delivery>> Send(OutgoingMessage message, CancellationToken ct) => Call(HttpMethod.Post, "messages", new
    {
        id = message.Id.ToString("N"),
        textMessage = new { text = message.Text },
        phoneNumbers = new[] { "+" + message.To.Value },
        simNumber = settings.Sim > 0 ? settings.Sim : (int?)null,
        validUntil = message.Until == DateTime.MaxValue ? (DateTime?)null : message.Until,
        withDeliveryReport = true,
    }, ct);

    /// <inheritdoc />
    public Task<Outcome<Delivery>> Ask(Guid id, CancellationToken ct) => Call(HttpMethod.Get, $"messages/{id:N}", null, ct);

    private async Task<Outcome<Delivery>> Call(HttpMethod method, string path, object? body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, new Uri(new Uri(settings.BaseAddress), path));
        if (body is not null) request.Content = JsonContent.Create(body, options: Json);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.User}:{settings.Password}")));
        try
        {
            using var response = await http.SendAsync(request, ct);
            return response.StatusCode switch
            {
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => NotificationRefusals.ChannelRefusesUs,
                // It has this message already: an earlier hand-over arrived though its answer did not.
                HttpStatusCode.Conflict => Delivery.Taken,
                HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity => NotificationRefusals.MessageRefused,
                // What the phone no longer knows was deleted on it; nobody can say what became of it.
                HttpStatusCode.NotFound when method == HttpMethod.Get => NotificationRefusals.MessageRefused,
                _ when response.IsSuccessStatusCode => State(await response.Content.ReadFromJsonAsync<JsonElement>(ct)),
                _ => NotificationRefusals.ChannelDown,
            };
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or NotSupportedException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return NotificationRefusals.ChannelDown;
        }
    }

    /// <summary>Pending, Processed (given to Android), Sent (taken by the network), Delivered (reported by the receiver's phone), Failed.</summary>
    private static Outcome<Delivery> State(JsonElement answer) => (answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("state", out var state) ? state.GetString() : null) switch
    {
        "Pending" or "Processed" => Delivery.Taken,
        "Sent" => Delivery.Sent,
        "Delivered" => Delivery.Delivered,
        "Failed" => Delivery.Failed,
        _ => NotificationRefusals.ChannelDown,
    };

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };
}
