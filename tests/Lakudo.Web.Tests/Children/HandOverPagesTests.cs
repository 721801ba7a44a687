using System.Net;
using System.Text;
using System.Text.Json;
using Lakudo.Field;
using Lakudo.Field.Protection;
using Lakudo.Testing;

namespace Lakudo.Web.Tests.Children;

/// <summary>The page that takes what a cadre carried, without JavaScript.</summary>
[Collection("programs")]
public sealed class HandOverPagesTests(BothPrograms programs)
{
    private const string Page = "petugas/posyandu/serahan";

    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_file_of_copies_is_taken_and_every_other_file_is_told_what_it_is(Vendor vendor)
    {
        using var gizi = await StaffSession.SignIn(programs[vendor], "gizi");
        using var phone = await Phone.Register(programs[vendor], gizi, "Posyandu Lakudo 1");
        var child = (await phone.Ask(null)).Children.First(c => c.Measurements.Count > 0);
        var batch = new Batch
        {
            Id = Guid.CreateVersion7(),
            Device = phone.Id,
            Posyandu = phone.Posyandu,
            Seq = 0,
            Clock = DateTime.UnixEpoch,
            Measurements = [new() { Id = Guid.CreateVersion7(), Child = child.Id, Day = new DateOnly(2026, 11, 2), At = DateTime.UnixEpoch, Weight = child.Measurements[^1].Weight ?? 9_000 }],
        };
        var file = JsonSerializer.SerializeToUtf8Bytes(new SealedFile(phone.Id, "Posyandu Lakudo 1", DateTime.UnixEpoch, [Sealing.Seal(batch.Id, phone.Sign(batch), phone.RegionKey)]), FieldJson.Default.SealedFile);

        Assert.Contains("C-026", await Upload(gizi, Encoding.UTF8.GetBytes("nama;berat")));
        Assert.Contains("C-037", await Upload(gizi, file[..200]));
        Assert.Contains("C-036", await Upload(gizi, []));
        var taken = await Upload(gizi, file);
        Assert.Contains("Serahan diterima", taken);
        Assert.Contains("<b>1</b> hasil ukur masuk", taken);
        var again = await Upload(gizi, file);
        Assert.Contains("sudah pernah diterima", again);
        Assert.Contains("<b>1</b> sudah ada sebelumnya", again);
        Assert.Contains("2 kali, terakhir", again);
        Assert.Contains("menerima serahan tanpa sinyal", await gizi.Http.GetStringAsync($"petugas/posyandu/{phone.Posyandu}/jejak"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Offices_and_villages_do_not_see_it(Vendor vendor)
    {
        foreach (var user in new[] { "tpps", "desa", "loket.1" })
        {
            using var other = await StaffSession.SignIn(programs[vendor], user);
            using var answer = await other.Http.GetAsync(Page);
            var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Contains("K-001", text);
            Assert.DoesNotContain(".lakudo", text);
        }
    }

    private static async Task<string> Upload(StaffSession staff, byte[] file)
    {
        using var content = new MultipartFormDataContent();
        foreach (var field in HtmlForms.Fields(await staff.Http.GetStringAsync(Page), "serahan")) if (field.Key != "Form.File") content.Add(new StringContent(field.Value), field.Key);
        using var bytes = new ByteArrayContent(file);
        content.Add(bytes, "Form.File", "serahan.lakudo");
        using var answer = await staff.Http.PostAsync(Page, content);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
