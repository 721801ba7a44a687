using System.Net;

namespace Lakudo.Testing;

/// <summary>
/// People whose page does not answer try again: the same request, with the same key, until the server is back. What was committed and not answered is then answered.
/// </summary>
/// <param name="patience">How long they try before they give up.</param>
public sealed class PatientHandler(TimeSpan patience) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    private static int _tries;

    /// <summary>How many requests were sent again.</summary>
    public static int Tries => _tries;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var until = TimeProvider.System.GetUtcNow() + patience;
        while (true)
        {
            try
            {
                var answer = await base.SendAsync(Again(request, body), cancellationToken);
                await answer.Content.LoadIntoBufferAsync(cancellationToken);
                if (answer.StatusCode is not HttpStatusCode.ServiceUnavailable || TimeProvider.System.GetUtcNow() > until) return answer;
            }
            catch (Exception e) when (e is HttpRequestException or IOException && TimeProvider.System.GetUtcNow() < until)
            {
                await Task.Delay(200, cancellationToken);
            }

            Interlocked.Increment(ref _tries);
        }
    }

    private static HttpRequestMessage Again(HttpRequestMessage request, byte[]? body)
    {
        var again = new HttpRequestMessage(request.Method, request.RequestUri) { Version = request.Version };
        foreach (var (name, values) in request.Headers) again.Headers.TryAddWithoutValidation(name, values);
        if (body is null) return again;
        again.Content = new ByteArrayContent(body);
        foreach (var (name, values) in request.Content!.Headers) again.Content.Headers.TryAddWithoutValidation(name, values);
        return again;
    }
}
