using Lakudo.Kernel;
using Lakudo.Web.Children;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Lakudo.Web.Host;

/// <summary>Every error of the API is ProblemDetails (RFC 9457), also one that no verb decided: unreadable JSON, a wrong method, a wrong type of content.</summary>
public static class ApiProblems
{
    /// <summary>Whether a program asks, not a person at a page.</summary>
    public static bool IsAsked(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", out var rest) && rest.HasValue && rest != "/" || context.Request.Path.StartsWithSegments(PhonesApi.Path) || context.Request.Path.StartsWithSegments("/connect");

    /// <summary>Writes the problem of an answer that has a status and no body.</summary>
    public static Task Write(StatusCodeContext answered)
    {
        var (context, status) = (answered.HttpContext, answered.HttpContext.Response.StatusCode);
        return status == StatusCodes.Status401Unauthorized
            ? Results.Problem(SignInFirst(context)).ExecuteAsync(context)
            : Results.Problem(Of(status)).ExecuteAsync(context);
    }

    /// <summary>The problem of somebody who shows no token, or one that does not count: 401, and by what to sign in (RFC 6750, 3).</summary>
    public static ProblemDetails SignInFirst(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        var problem = KernelRefusals.NotSignedIn.Problem();
        problem.Status = StatusCodes.Status401Unauthorized;
        return problem;
    }

    /// <summary>What a status means, in both languages.</summary>
    internal static ProblemDetails Of(int status)
    {
        var (title, detail) = status switch
        {
            400 => ("Permintaan tidak dapat dibaca. Periksa JSON, parameter, dan jenis isinya.", "The request cannot be read. Check its JSON, its parameters and their types."),
            403 => ("Anda tidak berwenang melakukan ini.", "You may not do this."),
            404 => ("Alamat ini tidak ada. Daftarnya di /api.", "There is no such address. They are listed at /api."),
            405 => ("Alamat ini tidak menerima metode itu. Daftarnya di /api.", "This address does not take that method. They are listed at /api."),
            408 => ("Isi permintaan terlalu lama datangnya. Kirim lagi.", "The request's body was too slow. Send it again."),
            413 => ("Isi permintaan terlalu besar.", "The request's body is too large."),
            415 => ("Jenis isi ini tidak diterima di sini. Kirim application/json.", "This type of content is not taken here. Send application/json."),
            429 => ("Terlalu banyak permintaan. Tunggu satu menit, lalu coba lagi.", "Too many requests. Wait a minute, then try again."),
            503 => (KernelRefusals.StoreUnavailable.Message, KernelRefusals.StoreUnavailable.English),
            _ => ("Permintaan tidak dapat dijalankan.", "The request could not be carried out."),
        };
        return new ProblemDetails { Status = status, Title = title, Detail = detail };
    }
}
