using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Lakudo.Web.Posyandu;

/// <summary>
/// Gives the files of the posyandu app under <c>/posyandu/</c>: as the app's own publish wrote them, compressed beforehand, each with an ETag. A file asked for by its hash
/// (<c>?berkas=sha256-…</c>) may be kept for ever; <c>berkas.json</c> lists every file with its hash, which is how the app installs and renews itself file by file.
/// </summary>
internal sealed class PosyanduFiles
{
    private const string List = "berkas.json";
    private readonly Dictionary<string, AppFile> _files = new(StringComparer.Ordinal);
    private readonly byte[] _list;
    private readonly string _version;

    /// <summary>Reads the folder <c>posyandu</c> beside the program; an empty one means that the app was not built.</summary>
    public PosyanduFiles(RequestDelegate next)
    {
        _ = next;
        var folder = new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "posyandu"));
        var types = new FileExtensionContentTypeProvider { Mappings = { [".webmanifest"] = "application/manifest+json" } };
        foreach (var file in folder.Exists ? folder.EnumerateFiles("*", SearchOption.AllDirectories) : [])
        {
            if (file.Extension is ".br" or ".gz") continue;
            var name = Path.GetRelativePath(folder.FullName, file.FullName).Replace('\\', '/');
            using var content = file.OpenRead();
            var hash = "sha256-" + Convert.ToBase64String(SHA256.HashData(content));
            var type = types.TryGetContentType(name, out var known) ? known : MediaTypeNames.Application.Octet;
            _files[name] = new AppFile(file.FullName, File.Exists(file.FullName + ".br") ? file.FullName + ".br" : null, hash, type);
        }

        var installed = _files.Where(file => file.Key != "service-worker.js").OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new { url = file.Key, hash = file.Value.Hash }).ToList();
        _version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', installed.Select(file => file.url + file.hash)))))[..16];
        _list = JsonSerializer.SerializeToUtf8Bytes(new { version = _version, assets = installed });
    }

    /// <summary>Whether a request is for the app itself, not for what it says to the server.</summary>
    public static bool IsAsked(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/posyandu", out var rest) && !rest.StartsWithSegments("/api")
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method));

    public async Task InvokeAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (request.Path == "/posyandu")
        {
            response.Redirect("/posyandu/", permanent: false);
            return;
        }

        var name = request.Path.Value!["/posyandu/".Length..];
        if (name == List && _files.Count > 0)
        {
            if (IsKnown(context, $"\"{_version}\"")) return;
            response.ContentType = MediaTypeNames.Application.Json;
            response.ContentLength = _list.Length;
            if (HttpMethods.IsGet(request.Method)) await response.Body.WriteAsync(_list, context.RequestAborted);
            return;
        }

        // Any address of the app without a file's ending is a screen of it.
        if (!_files.TryGetValue(name, out var file) && (Path.HasExtension(name) || !_files.TryGetValue("index.html", out file)))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            response.ContentType = "text/plain; charset=utf-8";
            await response.WriteAsync(_files.Count == 0 ? "Aplikasi posyandu belum dibangun. Jalankan ./posyandu-app, lalu bangun lagi." : "Berkas ini tidak ada.", context.RequestAborted);
            return;
        }

        var compressed = file.Brotli is not null && request.Headers.AcceptEncoding.Any(value => value?.Contains("br", StringComparison.Ordinal) == true);
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (IsKnown(context, $"\"{file.Hash[7..23]}{(compressed ? "-br" : "")}\"", request.Query["berkas"] == file.Hash)) return;
        response.ContentType = file.Type;
        if (compressed) response.Headers.ContentEncoding = "br";
        var path = compressed ? file.Brotli! : file.Path;
        response.ContentLength = new FileInfo(path).Length;
        if (HttpMethods.IsGet(request.Method)) await response.SendFileAsync(path, context.RequestAborted);
    }

    /// <summary>Writes the headers of keeping; true, and answered, when the browser has the file already.</summary>
    private static bool IsKnown(HttpContext context, string tag, bool isByHash = false)
    {
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = isByHash ? "public, max-age=31536000, immutable" : "no-cache";
        if (!context.Request.Headers.IfNoneMatch.Any(value => value?.Contains(tag, StringComparison.Ordinal) == true)) return false;
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    private sealed record AppFile(string Path, string? Brotli, string Hash, string Type);
}
