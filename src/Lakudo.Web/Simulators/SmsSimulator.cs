using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Lakudo.Web.Simulators;

/// <summary>
/// A telephone that sends no SMS: answers as SMS Gateway for Android does (<c>POST messages</c>, <c>GET messages/ID</c>, Basic authentication), keeps one message under an id and answers 409 to a second.
/// A message comes one state further each time it is asked after. Told to by <c>PUT mode</c>, it fails: also a number that ends in 0404 fails after it was taken, one that ends in 0400 is refused.
/// </summary>
public sealed class SmsSimulator(SimulatedMessages messages)
{
    /// <summary>The user name; it opens nothing else.</summary>
    public const string User = "simulator";

    /// <summary>The password; it opens nothing else.</summary>
    public const string Password = "simulator";

    private readonly ConcurrentDictionary<string, (string Number, SmsState State)> _taken = new();

    /// <summary>How it behaves.</summary>
    public enum Mode
    {
        /// <summary>As a telephone with credit and signal.</summary>
        Ok,

        /// <summary>Takes messages and cannot send them: no credit, no signal.</summary>
        Failing,

        /// <summary>Answers 503 to everything.</summary>
        Down,
    }

    /// <summary>How far a message is; the words of the API.</summary>
    public enum SmsState
    {
        /// <summary>In the telephone's queue.</summary>
        Pending,

        /// <summary>Given to Android.</summary>
        Processed,

        /// <summary>Taken by the network.</summary>
        Sent,

        /// <summary>On the receiver's telephone.</summary>
        Delivered,

        /// <summary>Not sent, and will not be.</summary>
        Failed,
    }

    /// <summary>How it behaves now.</summary>
    public Mode Behaviour { get; set; }

    /// <summary>How many messages it took; one handed over twice counts once.</summary>
    public int Count => _taken.Count;

    /// <summary>Takes a message unless it has it already.</summary>
    internal bool Take(string id, string number, string text)
    {
        if (!_taken.TryAdd(id, (number, SmsState.Pending))) return false;
        messages.Take("SMS", number, text);
        return true;
    }

    /// <summary>The state, after one step further; null for a message it does not have.</summary>
    internal (string Number, SmsState State)? Step(string id)
    {
        if (!_taken.TryGetValue(id, out var message)) return null;
        var next = message.State switch
        {
            SmsState.Delivered or SmsState.Failed => message.State,
            _ when Behaviour == Mode.Failing || message.Number.EndsWith("0404", StringComparison.Ordinal) => SmsState.Failed,
            _ => message.State + 1,
        };
        return _taken[id] = message with { State = next };
    }

    internal static bool IsClient(HttpRequest request) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString()), Encoding.UTF8.GetBytes("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"))));
}

/// <summary>Its routes.</summary>
public static class SmsSimulatorRoutes
{
    private sealed record TextMessage([property: JsonPropertyName("text")] string? Text);

    private sealed record Question([property: JsonPropertyName("id")] string? Id, [property: JsonPropertyName("textMessage")] TextMessage? TextMessage, [property: JsonPropertyName("phoneNumbers")] string[]? PhoneNumbers);

    private sealed record Behaviour([property: JsonPropertyName("mode")] string? Mode);

    /// <summary>Maps the API under a prefix as a server has it (<c>3rdparty/v1/messages</c>), and beside it as the telephone itself does (<c>messages</c>).</summary>
    public static void MapSmsSimulator(this IEndpointRouteBuilder app, string prefix)
    {
        foreach (var root in new[] { prefix + "/3rdparty/v1", prefix })
        {
            var api = app.MapGroup(root).DisableAntiforgery().ExcludeFromDescription();
            api.AddEndpointFilter(async (context, next) => SmsSimulator.IsClient(context.HttpContext.Request) ? await next(context) : Fault(StatusCodes.Status401Unauthorized, "Unauthorized"));
            api.MapPost("/messages", Send);
            api.MapGet("/messages/{id}", Ask);
            api.MapPut("/mode", Behave);
        }
    }

    private static IResult Send(Question question, SmsSimulator phone)
    {
        if (phone.Behaviour == SmsSimulator.Mode.Down) return Fault(StatusCodes.Status503ServiceUnavailable, "down");
        if (string.IsNullOrEmpty(question.TextMessage?.Text)) return Fault(StatusCodes.Status400BadRequest, "Must specify exactly one of: textMessage, dataMessage, or message");
        if (question.PhoneNumbers is not [{ Length: > 8 } number] || number[0] != '+' || number.EndsWith("0400", StringComparison.Ordinal)) return Fault(StatusCodes.Status400BadRequest, "invalid phone number");
        var id = string.IsNullOrEmpty(question.Id) ? Guid.CreateVersion7().ToString("N") : question.Id;
        return phone.Take(id, number, question.TextMessage.Text) ? Results.Json(Answer(id, number, SmsSimulator.SmsState.Pending), statusCode: StatusCodes.Status202Accepted) : Fault(StatusCodes.Status409Conflict, "duplicate id");
    }

    private static IResult Ask(string id, SmsSimulator phone) => phone.Behaviour == SmsSimulator.Mode.Down ? Fault(StatusCodes.Status503ServiceUnavailable, "down")
        : phone.Step(id) is { } message ? Results.Json(Answer(id, message.Number, message.State)) : Fault(StatusCodes.Status404NotFound, "message not found");

    private static IResult Behave(Behaviour question, SmsSimulator phone)
    {
        if (!Enum.TryParse<SmsSimulator.Mode>(question.Mode, ignoreCase: true, out var mode)) return Fault(StatusCodes.Status400BadRequest, "mode: Ok, Failing, Down");
        phone.Behaviour = mode;
        return Results.NoContent();
    }

    private static object Answer(string id, string number, SmsSimulator.SmsState state)
    {
        var (word, error) = (state.ToString(), state == SmsSimulator.SmsState.Failed ? "Send result: RESULT_ERROR_GENERIC_FAILURE" : null);
        return new { id, state = word, isHashed = false, isEncrypted = false, recipients = new[] { new { phoneNumber = number, state = word, error } }, states = new Dictionary<string, string>() };
    }

    private static IResult Fault(int status, string message) => Results.Json(new { message }, statusCode: status);
}
