using System.Security.Cryptography;
using System.Text.Json;
using Lakudo.Web.Host;
using Microsoft.AspNetCore.DataProtection;

namespace Lakudo.Web.Forms;

/// <summary>
/// What somebody typed, kept until that person has signed in again: sealed, for an hour, in a folder of the data folder that no backup takes along. The browser holds the only way to it, and
/// it is opened for the account it belongs to.
/// </summary>
public sealed class KeptForms
{
    /// <summary>The cookie with the ids of what this browser has kept, newest last.</summary>
    public const string Cookie = "lakudo.isian";

    /// <summary>How long it is kept.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromHours(1);

    private const int Most = 1_000;
    private const int MostOfBrowser = 4;
    private readonly DirectoryInfo _folder;
    private readonly ITimeLimitedDataProtector _seal;

    /// <summary>Opens the folder and throws out what is too old.</summary>
    public KeptForms(Settings settings, IDataProtectionProvider protection)
    {
        _folder = new DirectoryInfo(Path.Combine(settings.Data, "unsent"));
        _seal = protection.CreateProtector("lakudo unsent forms").ToTimeLimitedDataProtector();
        try
        {
            if (_folder.Exists) Sweep();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another node was quicker, or the disk cannot be written: what is too old cannot be opened either.
        }
    }

    /// <summary>Keeps a form for its owner. Answers false where nothing can be kept: the owner is unknown, nothing was typed, or the disk cannot be written.</summary>
    public bool Keep(HttpContext context, TypedForm typed)
    {
        if (typed.Owner is not { } owner || owner == Guid.Empty || typed.Fields.Count == 0) return false;
        try
        {
            _folder.Create();
            Sweep();
            var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            File.WriteAllBytes(PathOf(id), _seal.Protect(JsonSerializer.SerializeToUtf8Bytes(typed), Span));
            Tell(context, [.. Ids(context).TakeLast(MostOfBrowser - 1), id]);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return false;
        }
    }

    /// <summary>What this browser has kept for an account, newest first.</summary>
    public IReadOnlyList<(string Id, TypedForm Typed)> Of(HttpContext context, Guid owner) =>
        owner == Guid.Empty ? [] : [.. Ids(context).Reverse().Select(id => (id, Typed: Open(id))).Where(k => k.Typed?.Owner == owner).Select(k => (k.id, k.Typed!))];

    /// <summary>Forgets one that was shown again.</summary>
    public void Forget(HttpContext context, string id)
    {
        try
        {
            File.Delete(PathOf(id));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It cannot be opened after its hour.
        }

        Tell(context, [.. Ids(context).Where(i => i != id)]);
    }

    private TypedForm? Open(string id)
    {
        try
        {
            return JsonSerializer.Deserialize<TypedForm>(_seal.Unprotect(File.ReadAllBytes(PathOf(id))));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or JsonException)
        {
            return null;
        }
    }

    private static IReadOnlyList<string> Ids(HttpContext context) =>
        [.. (context.Request.Cookies[Cookie] ?? "").Split('.').Where(i => i.Length == 32 && i.All(char.IsAsciiHexDigitLower)).Distinct().TakeLast(MostOfBrowser)];

    private static void Tell(HttpContext context, IReadOnlyList<string> ids)
    {
        var options = new CookieOptions { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true, Path = "/", MaxAge = Span };
        if (ids.Count == 0) context.Response.Cookies.Delete(Cookie, options);
        else context.Response.Cookies.Append(Cookie, string.Join('.', ids), options);
    }

    private string PathOf(string id) => Path.Combine(_folder.FullName, id);

    private void Sweep()
    {
        var oldest = TimeProvider.System.GetUtcNow().UtcDateTime - Span;
        foreach (var (file, place) in _folder.GetFiles().OrderByDescending(f => f.LastWriteTimeUtc).Select((f, i) => (f, i)))
        {
            if (place >= Most - 1 || file.LastWriteTimeUtc < oldest) file.Delete();
        }
    }
}
