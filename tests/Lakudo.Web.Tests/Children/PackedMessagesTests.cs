using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Testing;

namespace Lakudo.Web.Tests.Children;

/// <summary>Messages of phones that come packed.</summary>
[Collection("programs")]
public sealed class PackedMessagesTests(BothPrograms programs)
{
    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_packed_batch_is_taken_as_the_same_one_unpacked(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var gizi = await StaffSession.SignIn(lakudo, "gizi");
        using var phone = await Phone.Register(lakudo, gizi, "Posyandu Lakudo 2");
        var data = await phone.Ask(null);
        var child = new NewChild { Id = Guid.CreateVersion7(), At = data.Clock, Name = "La Padat " + vendor, Sex = Sex.Male, Birth = new(2025, 9, 3), MotherName = "Wa Ode Uji", HasConsent = true };
        var batch = new Batch { Id = Guid.CreateVersion7(), Device = phone.Id, Posyandu = data.Posyandu.Id, Seq = 1, Clock = data.Clock, Children = [child] };
        var (status, answer) = await Post(lakudo, JsonSerializer.SerializeToUtf8Bytes(phone.Sign(batch), FieldJson.Default.Signed));
        Assert.Equal((HttpStatusCode.OK, BatchVerdict.Accepted), (status, JsonSerializer.Deserialize(answer, FieldJson.Default.BatchAnswer)!.Verdict));
        Assert.Equal(BatchVerdict.AcceptedBefore, (await phone.Send(batch)).Verdict);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_unpacks_to_too_much_or_to_nothing_is_refused_and_the_program_goes_on(Vendor vendor)
    {
        var lakudo = programs[vendor];
        // 64 MB of spaces pack into 64 kB.
        var bomb = new byte[64 * 1024 * 1024];
        Array.Fill(bomb, (byte)' ');
        Assert.Contains("C-021", (await Post(lakudo, bomb)).Answer, StringComparison.Ordinal);
        Assert.Contains("C-021", (await Send(lakudo, [31, 139, 8, 0, 1, 2, 3], "gzip")).Answer, StringComparison.Ordinal);
        Assert.Contains("C-021", (await Send(lakudo, [31, 139, 8, 0, 1, 2, 3], "zstd")).Answer, StringComparison.Ordinal);
    }

    private static Task<(HttpStatusCode Status, string Answer)> Post(RunningLakudo lakudo, byte[] message) => Send(lakudo, Packed(message), "gzip");

    private static async Task<(HttpStatusCode Status, string Answer)> Send(RunningLakudo lakudo, byte[] body, string encoding)
    {
        using var http = lakudo.Browser();
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json"), ContentEncoding = { encoding } } };
        using var answer = await http.PostAsync(Phone.Api + "batches", content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static byte[] Packed(byte[] message)
    {
        using var line = new MemoryStream();
        using (var packed = new GZipStream(line, CompressionLevel.Optimal)) packed.Write(message);
        return line.ToArray();
    }
}
