using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Lakudo.Field;
using Lakudo.Field.Phone;
using Lakudo.Field.Protection;

namespace Lakudo.Tests.Children;

/// <summary>A phone with the app's own workbook, talking to the register as the app does; it counts the bytes of both ways.</summary>
internal sealed class BookedPhone(TestPhone phone)
{
    internal TestPhone Phone => phone;

    internal Workbook Book { get; } = new(new PhoneBook { Device = phone.Id, Cadre = phone.Registered.Cadre, Posyandu = phone.Registered.Posyandu });

    /// <summary>Packed both ways, as the app and the server do it.</summary>
    internal int Bytes { get; set; }

    internal void Save(FieldMeasurement measurement, params ChildService[] services) => Book.Save(new Visit { Id = Guid.CreateVersion7(), At = phone.Test.Clock.Now, Measurement = measurement, Services = services });

    internal async Task Sync()
    {
        while (Book.NextBatch(phone.Test.Clock.Now) is not null || Book.Pending is not null)
        {
            var batch = JsonSerializer.Deserialize(Book.Pending!.Payload, FieldJson.Default.Batch)!;
            var answer = (await phone.Test.Accept(Counted(Signing.Sign(phone.Id, batch, FieldJson.Default.Batch, phone.Key), FieldJson.Default.Signed))).Value;
            Book.Take(Received(answer, FieldJson.Default.BatchAnswer), phone.Test.Clock.Now);
        }

        do Book.Take(await Ask(), phone.Test.Clock.Now);
        while (Book.Book.Wanted.Count > 0);
    }

    internal async Task<PosyanduData> Ask() =>
        Received((await phone.Test.Changes(Counted(Signing.Sign(phone.Id, Book.Question(phone.Test.Clock.Now), FieldJson.Default.AskChanges, phone.Key), FieldJson.Default.Signed))).Value, FieldJson.Default.PosyanduData);

    /// <summary>Everything here is what a phone is told that asks for everything.</summary>
    internal async Task AgreesWithAllOfIt()
    {
        var all = (await phone.Ask()).Children;
        Assert.Equal(Texts(all), Texts(Book.Children));
    }

    private static IEnumerable<string> Texts(IEnumerable<FieldChild> children) => children.OrderBy(child => child.Id).Select(child => JsonSerializer.Serialize(
        child with { Services = [.. child.Services.OrderBy(s => s.Day).ThenBy(s => s.Kind)] }, FieldJson.Default.FieldChild));

    private Signed Counted(Signed signed, JsonTypeInfo<Signed> type)
    {
        using var line = new MemoryStream();
        using (var packed = new GZipStream(line, CompressionLevel.Optimal, leaveOpen: true)) JsonSerializer.Serialize(packed, signed, type);
        Bytes += (int)line.Length;
        return signed;
    }

    private T Received<T>(T answer, JsonTypeInfo<T> type)
    {
        using var line = new MemoryStream();
        using (var packed = new BrotliStream(line, CompressionLevel.Fastest, leaveOpen: true)) JsonSerializer.Serialize(packed, answer, type);
        Bytes += (int)line.Length;
        // As the phone reads it, so that nothing is shared with the server's side.
        return JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(answer, type), type)!;
    }
}
