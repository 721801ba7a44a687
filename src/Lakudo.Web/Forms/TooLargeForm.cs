using System.Text;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Lakudo.Web.Forms;

/// <summary>A page's form whose file is larger than the page takes: its text is read, its files are passed over.</summary>
public static class TooLargeForm
{
    /// <summary>So much is read of it; of a larger one, only the text that stands before the file.</summary>
    private const long ReadAtMost = 128 * 1024 * 1024;

    private const int Megabyte = 1024 * 1024;

    /// <summary>Whether the request announces more bytes than its page takes and is a form with files. Any other is refused before a byte of it is read.</summary>
    public static bool Is(HttpContext context) => context.Request.ContentLength > Limit(context) && MultipartBoundary(context) is not null
        && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    /// <summary>What was typed, and how many megabytes the page takes.</summary>
    public static async Task<(TypedForm Typed, long Most)> Read(HttpContext context)
    {
        var most = Limit(context)!.Value / Megabyte;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = ReadAtMost;
        var fields = new List<KeyValuePair<string, StringValues>>();
        var reader = new MultipartReader(MultipartBoundary(context)!, context.Request.Body);
        try
        {
            while (await reader.ReadNextSectionAsync(context.RequestAborted) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part) || part.IsFileDisposition()) continue;
                using var text = new StreamReader(section.Body, Encoding.UTF8);
                fields.Add(new(HeaderUtilities.RemoveQuotes(part.Name).ToString(), await Start(text, context.RequestAborted)));
                if (fields.Sum(f => f.Value.ToString().Length) > TypedForm.Longest) break;
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException or BadHttpRequestException)
        {
            // Larger still, or cut off: what was read is kept.
        }

        return (TypedForm.Of(context, fields, hasFile: true), most);
    }

    private static async Task<string> Start(StreamReader text, CancellationToken ct)
    {
        var letters = new char[TypedForm.Longest];
        return new string(letters, 0, await text.ReadBlockAsync(letters, ct));
    }

    private static long? Limit(HttpContext context) => context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;

    private static string? MultipartBoundary(HttpContext context) => MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 100 } boundary ? boundary.ToString() : null;
}
