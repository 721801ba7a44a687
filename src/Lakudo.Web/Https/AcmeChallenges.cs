using System.Collections.Concurrent;

namespace Lakudo.Web.Https;

/// <summary>What the authority is answered when it asks over HTTP whether the name is ours (RFC 8555, 8.3). Only while an order runs.</summary>
public sealed class AcmeChallenges
{
    private const string Place = "/.well-known/acme-challenge";
    private readonly ConcurrentDictionary<string, string> _answers = new(StringComparer.Ordinal);

    /// <summary>Answers a token until what is returned is disposed.</summary>
    /// <param name="token">The authority's.</param>
    /// <param name="answer">The token with the thumbprint of our account.</param>
    public IDisposable Put(string token, string answer)
    {
        _answers[token] = answer;
        return new Taken(() => _answers.TryRemove(token, out _));
    }

    /// <summary>Stands before everything that would redirect or need a hall.</summary>
    public Task Answer(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments(Place, out var token)) return next(context);
        if (!_answers.TryGetValue(token.Value?.TrimStart('/') ?? "", out var answer))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "application/octet-stream";
        return context.Response.WriteAsync(answer);
    }

    private sealed class Taken(Action away) : IDisposable
    {
        public void Dispose() => away();
    }
}
