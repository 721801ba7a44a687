using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Lakudo.Children.Phones;
using Lakudo.Field;
using Lakudo.Kernel;
using Lakudo.Web.Host;
using Microsoft.AspNetCore.Mvc;

namespace Lakudo.Web.Children;

/// <summary>
/// What the posyandu app asks of the server: six POSTs under <c>/posyandu/api</c>, without cookie or token. Who speaks is told by the signature in the message. Work may come any
/// number of times, a message with a number once. Messages may come packed (<c>Content-Encoding: gzip</c>): over 2G a day's work is a third of itself.
/// </summary>
public static class PhonesApi
{
    /// <summary>The addresses' beginning.</summary>
    public const string Path = "/posyandu/api";

    /// <summary>Bytes of a message: a batch of 256 kB grows by a third in base64; sealed batches come many at once.</summary>
    private const long Largest = 4 * 1024 * 1024;

    /// <summary>Whether a phone asks: packed messages are unpacked for it, up to the same size.</summary>
    public static bool IsAsked(HttpContext context) => context.Request.Path.StartsWithSegments(Path);

    /// <summary>Maps them.</summary>
    public static void MapPhonesApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Path).DisableAntiforgery().ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(Largest));
        // The code has 39 random bits and holds a day; tries are limited besides.
        api.MapPost("/register", (HttpContext http, RegisterPhone verb) => Answer(http, FieldJson.Default.RegisterDevice, FieldJson.Default.DeviceRegistered, verb.Run)).RequireRateLimiting(PublicLimits.Guess);
        api.MapPost("/keys", (HttpContext http, ChangePhoneKeys verb) => Answer(http, FieldJson.Default.Signed, FieldJson.Default.KeysChanged, verb.Run));
        api.MapPost("/share", (HttpContext http, GiveShare verb) => Answer(http, FieldJson.Default.Signed, FieldJson.Default.ShareAnswer, verb.Run));
        api.MapPost("/changes", (HttpContext http, PosyanduChanges view) => Answer(http, FieldJson.Default.Signed, FieldJson.Default.PosyanduData, view.Run));
        api.MapPost("/batches", (HttpContext http, AcceptBatch verb) => Answer(http, FieldJson.Default.Signed, FieldJson.Default.BatchAnswer, verb.Run));
        api.MapPost("/sealed", (HttpContext http, HandIn verb) => Answer(http, FieldJson.Default.Signed, FieldJson.Default.SealedKept, verb.Run));
    }

    private static async Task<IResult> Answer<TAsked, TAnswer>(HttpContext http, JsonTypeInfo<TAsked> asked, JsonTypeInfo<TAnswer> answer, Func<Caller, TAsked, CancellationToken, Task<Outcome<TAnswer>>> run)
        where TAsked : class
    {
        TAsked? message;
        try
        {
            message = await JsonSerializer.DeserializeAsync(http.Request.Body, asked, http.RequestAborted);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidDataException or BadHttpRequestException)
        {
            message = null;
        }

        if (message is null) return Results.Problem(Lakudo.Children.ChildrenRefusals.MessageUnreadable.Problem());
        http.Response.Headers.CacheControl = "no-store";
        // A cut line must not undo what is being saved: the phone asks again and gets the first answer.
        var outcome = await run(Caller.Public(0) with { Address = SourceNetwork.Of(http.Connection.RemoteIpAddress) }, message, CancellationToken.None);
        return outcome.IsRefused ? Results.Problem(outcome.Refusal.Problem()) : Results.Json(outcome.Value, answer);
    }
}
