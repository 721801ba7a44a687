using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Testing;

namespace Lakudo.Web.Tests.Children;

[Collection("programs")]
public sealed partial class PosyanduTests(BothPrograms programs)
{
    private const string Api = Phone.Api;

    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_nutritionist_gives_a_code_the_phone_sends_and_she_sees_validates_and_moves(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var gizi = await StaffSession.SignIn(lakudo, "gizi");
        using var phone = await Phone.Register(lakudo, gizi, "Posyandu Lakudo 1");
        var data = await phone.Ask(null);
        Assert.True(data.IsWhole);
        Assert.InRange(data.Children.Count, 16, 60);
        var child = new NewChild { Id = Guid.CreateVersion7(), At = data.Clock, Name = "Wa Uji " + vendor, Sex = Sex.Female, Birth = new(2025, 10, 3), MotherName = "Wa Ode Uji", HasConsent = true };
        FieldMeasurement At(int grams) => new() { Id = Guid.CreateVersion7(), Child = child.Id, Day = new(2026, 11, 25), At = data.Clock, Weight = grams, Height = 7_300, Position = Position.Lying };
        Assert.Equal(BatchVerdict.Accepted, (await phone.Send(new() { Children = [child], Measurements = [At(8_900)], Id = Guid.CreateVersion7(), Device = phone.Id, Posyandu = data.Posyandu.Id, Seq = 1, Clock = data.Clock })).Verdict);
        Assert.Equal(BatchVerdict.Accepted, (await phone.Send(new() { Measurements = [At(9_300)], Id = Guid.CreateVersion7(), Device = phone.Id, Posyandu = data.Posyandu.Id, Seq = 2, Clock = data.Clock })).Verdict);
        Assert.Equal(2, (await phone.Ask(data.Cursor)).Children.Single(c => c.Id == child.Id).Measurements.Count);

        Assert.Contains(child.Name, await gizi.Http.GetStringAsync($"petugas/posyandu/{data.Posyandu.Id}"));
        var page = WebUtility.HtmlDecode(await gizi.Http.GetStringAsync($"petugas/anak/{child.Id}"));
        Assert.Contains("8,9 kg", page);
        Assert.Contains("belum ditentukan", page);
        Assert.Contains("Sitti Gizi Contoh", page);
        Assert.DoesNotContain("stunting", page, StringComparison.OrdinalIgnoreCase);

        var list = WebUtility.HtmlDecode(await gizi.Http.GetStringAsync("petugas/posyandu/validasi"));
        var row = Regex.Match(list[list.IndexOf(child.Name, StringComparison.Ordinal)..], "value=\"(putus-[0-9a-f]+)\"").Groups[1].Value;
        Assert.Contains("C-034", await gizi.Post("petugas/posyandu/validasi", row, ("alasan", ""), ("putusan", "coret")));
        await gizi.Post("petugas/posyandu/validasi", row, ("alasan", "Timbangan belum nol"), ("putusan", "benar"));
        Assert.Contains("dicoret puskesmas: Timbangan belum nol", WebUtility.HtmlDecode(await gizi.Http.GetStringAsync($"petugas/anak/{child.Id}")));
        var other = Regex.Match(await gizi.Http.GetStringAsync("petugas/posyandu"), "href=\"petugas/posyandu/([0-9a-f-]{36})\">Posyandu Lakudo 2<").Groups[1].Value;
        // Nothing is chosen beforehand, a reason is asked, and what will happen is said before it does.
        var about = $"petugas/anak/{child.Id}";
        Assert.Contains("<option value>pilih posyandu</option>", await gizi.Http.GetStringAsync(about));
        Assert.Contains("C-030", await gizi.Post(about, "pindah", ("To", ""), ("Why", "Pindah rumah")));
        Assert.Contains("K-020", await gizi.Post(about, "pindah", ("To", other), ("Why", " ")));
        var asked = await gizi.Post(about, "pindah", ("To", other), ("Why", "Pindah rumah"));
        Assert.Contains("pindah dari Posyandu Lakudo 1 ke Posyandu Lakudo 2", asked);
        Assert.Contains("ponsel kader Posyandu Lakudo 1", asked);
        Assert.DoesNotContain(child.Id, (await phone.Ask(data.Cursor)).Gone);
        await gizi.Post(about, "pindah", ("To", other), ("Why", "Pindah rumah"), ("Sure", "ya"));
        Assert.Contains("Sudah dipindahkan: anak ini sekarang di Posyandu Lakudo 2", WebUtility.HtmlDecode(await gizi.Http.GetStringAsync(about + "?selesai=pindah")));
        Assert.Contains(child.Id, (await phone.Ask(data.Cursor)).Gone);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Others_see_neither_list_nor_child_nor_code(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var gizi = await StaffSession.SignIn(lakudo, "gizi");
        var id = Regex.Match(await gizi.Http.GetStringAsync("petugas/posyandu"), "href=\"petugas/posyandu/([0-9a-f-]{36})\">Posyandu Lakudo 1<").Groups[1].Value;
        var child = ChildLink().Match(await gizi.Http.GetStringAsync($"petugas/posyandu/{id}")).Groups[1].Value;
        using var clerk = await StaffSession.SignIn(lakudo, "loket.1");
        foreach (var path in new[] { $"petugas/posyandu/{id}", $"petugas/anak/{child}", $"petugas/anak/{child}/kasus", $"petugas/anak/{child}/rujukan/{child}", "petugas/posyandu/kasus", "petugas/posyandu/tak-terukur", "petugas/posyandu/mutu" })
        {
            using var answer = await clerk.Http.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Contains("K-001", await StaffSession.Refused(clerk.Http, "petugas/posyandu"));
        Assert.Contains("K-001", await StaffSession.Refused(clerk.Http, "petugas/posyandu/validasi"));
        Assert.Contains("K-001", await StaffSession.Refused(clerk.Http, "petugas/posyandu/ganda"));
        Assert.Contains("K-001", await StaffSession.Refused(clerk.Http, "petugas/posyandu/ganda/dua-anak"));
        using var anyone = lakudo.Browser();
        using var nothing = await anyone.PostAsync(Api + "batches", new StringContent("[", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        using var unknown = await anyone.PostAsJsonAsync(Api + "changes", new Signed(Guid.CreateVersion7(), "{}"u8.ToArray(), new byte[64]), FieldJson.Default.Signed);
        Assert.Equal("C-020", (await unknown.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_line_cut_at_any_byte_of_the_answer_loses_and_doubles_nothing(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var gizi = await StaffSession.SignIn(lakudo, "gizi");
        using var phone = await Phone.Register(lakudo, gizi, "Posyandu Lakudo 2");
        var data = await phone.Ask(null);
        var child = new NewChild { Id = Guid.CreateVersion7(), At = data.Clock, Name = "La Putus " + vendor, Sex = Sex.Male, Birth = new(2025, 9, 3), MotherName = "Wa Ode Uji", HasConsent = true };
        Batch Given(int n, params NewChild[] newcomers) => new()
        {
            Id = Guid.CreateVersion7(),
            Device = phone.Id,
            Posyandu = data.Posyandu.Id,
            Seq = n + 1,
            Clock = data.Clock,
            Children = newcomers,
            Services = [new ChildService(Guid.CreateVersion7(), child.Id, new(2026, 11, 25), data.Clock, ChildServiceKind.SupplementaryFood, true)],
        };
        var length = await Exchange(lakudo.Address, phone.Sign(Given(0, child)), int.MaxValue);
        Assert.InRange(length, 200, 2_000);
        var sent = 1;
        for (var cut = 0; cut < length; cut += vendor == Vendor.Sqlite ? 1 : 29)
        {
            var batch = Given(sent++);
            await Exchange(lakudo.Address, phone.Sign(batch), cut);
            Assert.Contains((await phone.Send(batch)).Verdict, new[] { BatchVerdict.Accepted, BatchVerdict.AcceptedBefore });
        }

        Assert.Equal(sent, (await phone.Ask(data.Cursor)).Children.Single(c => c.Id == child.Id).Services.Count);
    }

    /// <summary>Sends a message over a bare line and hangs up after so many bytes of the answer. Gives how many there were.</summary>
    private static async Task<int> Exchange(Uri address, Signed signed, int bytes)
    {
        using var line = new TcpClient();
        await line.ConnectAsync(address.Host, address.Port);
        var body = JsonSerializer.SerializeToUtf8Bytes(signed, FieldJson.Default.Signed);
        var stream = line.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /{Api}batches HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"));
        await stream.WriteAsync(body);
        var (buffer, read) = (new byte[1], 0);
        while (read < bytes && await stream.ReadAsync(buffer) > 0) read++;
        line.Client.LingerState = new LingerOption(true, 0);
        return read;
    }

    [GeneratedRegex("href=\"petugas/anak/([0-9a-f-]{36})\"")]
    private static partial Regex ChildLink();
}
