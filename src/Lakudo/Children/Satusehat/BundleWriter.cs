using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace Lakudo.Children.Satusehat;

/// <summary>Writes a transaction bundle (FHIR R4) entry by entry, so that a puskesmas' year is never in memory. Each entry is made only where the receiver has none of its identifier.</summary>
internal sealed class BundleWriter : IAsyncDisposable
{
    private const int Chunk = 64 * 1024;
    private static readonly JsonSerializerOptions _fhir = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }.ForFhir(ModelInfo.ModelInspector);
    private readonly PipeWriter _pipe;
    private readonly Utf8JsonWriter _json;

    /// <summary>Writes to a stream that stays open; what is not flushed is in a pipe, because the serializer flushes by itself and a web answer takes no such call.</summary>
    internal BundleWriter(Stream stream)
    {
        _pipe = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
        _json = new Utf8JsonWriter(_pipe, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    /// <summary>Opens the bundle.</summary>
    internal void Begin(Guid id, DateTime at)
    {
        _json.WriteStartObject();
        _json.WriteString("resourceType", "Bundle");
        _json.WriteString("id", $"{id:D}");
        _json.WriteString("type", "transaction");
        _json.WriteString("timestamp", $"{at:yyyy-MM-ddTHH:mm:ssZ}");
        _json.WriteStartArray("entry");
    }

    /// <summary>Adds a resource.</summary>
    internal async System.Threading.Tasks.Task Add(Guid id, Resource resource, CancellationToken ct)
    {
        _json.WriteStartObject();
        _json.WriteString("fullUrl", RegisterUrn.Of(id));
        _json.WritePropertyName("resource");
        JsonSerializer.Serialize(_json, resource, _fhir);
        _json.WriteStartObject("request");
        _json.WriteString("method", "POST");
        _json.WriteString("url", resource.TypeName);
        _json.WriteString("ifNoneExist", $"identifier={Concepts.Urn}|{RegisterUrn.Of(id)}");
        _json.WriteEndObject();
        _json.WriteEndObject();
        await _json.FlushAsync(ct);
        if (_pipe.UnflushedBytes > Chunk) await _pipe.FlushAsync(ct);
    }

    /// <summary>Closes the bundle.</summary>
    internal async System.Threading.Tasks.Task End(CancellationToken ct)
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        await _json.FlushAsync(ct);
        await _pipe.FlushAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _json.DisposeAsync();
        await _pipe.CompleteAsync();
    }
}
