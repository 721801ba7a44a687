using System.Diagnostics;
using Microsoft.Playwright;

namespace Lakudo.E2E;

/// <summary>From the counter to the verified document, as citizen, clerk, verifier and official see it; every step without script too.</summary>
[Collection("browser")]
public sealed class ApplicationFlowTests(Browser browser)
{
    private static readonly byte[] Scan = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_goes_from_the_counter_to_a_signed_document_that_anyone_verifies(bool script)
    {
        // The clerk takes it in from the number that is being served.
        var clerk = await browser.Page(1280, 900, script);
        await browser.SignIn(clerk, "loket.2");
        await clerk.GotoAsync("petugas/permohonan/baru");
        await clerk.FillAsync("input[name=cari]", "surat keterangan tidak mampu");
        await clerk.ClickAsync(".search button");
        await clerk.Locator("main a.main[href*='SOS-002']").First.ClickAsync();
        await clerk.Locator("[id='Form.Name']").FillAsync("Wa Ode Uji Contoh");
        await clerk.Locator("[id='Form.Nik']").FillAsync("991401450590");
        await clerk.ClickAsync("main button[type=submit]");
        await Assertions.Expect(clerk.Locator("main [role=alert]")).ToContainTextAsync("K-006");
        Assert.Equal("Wa Ode Uji Contoh", await clerk.Locator("[id='Form.Name']").InputValueAsync());
        await clerk.Locator("[id='Form.Nik']").FillAsync("9914 0145 0590 0001");
        await Browser.Picture(clerk, "permohonan-baru");
        await clerk.ClickAsync("main button[type=submit]");
        await Assertions.Expect(clerk.Locator("main [role=status]")).ToContainTextAsync("Permohonan diterima");
        await Browser.Picture(clerk, "berkas-diterima");
        var address = new Uri(clerk.Url).AbsolutePath.TrimStart('/');

        // The receipt tells number and secret.
        await clerk.ClickAsync("text=Cetak tanda terimanya");
        var number = (await clerk.Locator(".slip-top .fw-bold").TextContentAsync())!.Trim();
        var secret = (await clerk.Locator(".slip-low strong").TextContentAsync())!.Trim();
        await Browser.Picture(clerk, "tanda-terima");

        // A scan goes in, every requirement is ticked, the clock starts.
        await clerk.GotoAsync(address);
        await clerk.ClickAsync("text=Unggah pindaian");
        await clerk.SetInputFilesAsync("#berkas", new FilePayload { Name = "kk.png", MimeType = "image/png", Buffer = Scan });
        await clerk.ClickAsync("form[enctype] button[type=submit]");
        await Assertions.Expect(clerk.Locator(".bring")).ToContainTextAsync("Lihat PNG");
        foreach (var box in await clerk.Locator("input[name='Form.Seen'], input[name='Form.CardSeen']").AllAsync())
        {
            await box.CheckAsync();
        }

        await clerk.ClickAsync("button:has-text(\"Nyatakan lengkap\")");
        await Assertions.Expect(clerk.Locator("h1")).ToContainTextAsync("lengkap, sedang diproses");

        // The verifier writes what the document shall say.
        var verifier = await browser.Page(1280, 900, script);
        await browser.SignIn(verifier, "verifikator");
        await verifier.GotoAsync("petugas/permohonan?langkah=Complete");
        await Browser.Picture(verifier, "permohonan-daftar");
        await verifier.ClickAsync($"text={number}");
        await verifier.Locator("[id='Form.Text']").FillAsync("Benar berasal dari keluarga tidak mampu di Kelurahan Lakudo.");
        await Browser.Picture(verifier, "verifikasi-berkas");
        await verifier.Locator("button", new() { HasTextRegex = new("^Verifikasi$") }).ClickAsync();
        await Assertions.Expect(verifier.Locator("h1")).ToContainTextAsync("menunggu keputusan");

        // The official grants, numbers and signs in one go.
        var official = await browser.Page(1280, 900, script);
        await browser.SignIn(official, "penandatangan");
        await official.GotoAsync(address);
        await Browser.Picture(official, "putusan");
        await official.ClickAsync("text=Setujui, beri nomor, tanda tangani");
        await Assertions.Expect(official.Locator("h1")).ToContainTextAsync("siap diserahkan");
        await Browser.Picture(official, "dokumen-ditandatangani");

        // The citizen follows it without an account and fetches the file.
        var phone = await browser.Page(390, 844, script);
        await phone.GotoAsync("lacak");
        await phone.FillAsync("#nomor", number.ToLowerInvariant());
        await phone.FillAsync("#kode", secret.ToLowerInvariant());
        await phone.ClickAsync("main button[type=submit]");
        await Assertions.Expect(phone.Locator("h1")).ToHaveTextAsync(number);
        await Browser.Picture(phone, "lacak");
        var download = await phone.RunAndWaitForDownloadAsync(() => phone.ClickAsync("text=Unduh dokumen"));
        var path = Path.Combine(Directory.CreateTempSubdirectory("lakudo-e2e-").FullName, download.SuggestedFilename);
        await download.SaveAsAsync(path);
        Assert.Contains("Signature is Valid", Tool("pdfsig", path), StringComparison.Ordinal);
        Assert.Contains("Wa Ode Uji Contoh", Tool("pdftotext", "-layout", path, "-"), StringComparison.Ordinal);

        // Anyone verifies by the code printed on it, and by the file; one changed byte is found.
        await phone.Locator("a[href*='verifikasi/']").First.ClickAsync();
        await Assertions.Expect(phone.Locator("main [role=status]")).ToContainTextAsync("Tercatat dan berlaku");
        await Browser.Picture(phone, "verifikasi");
        var pdf = await File.ReadAllBytesAsync(path);
        Assert.Equal("Asli dan berlaku", await Verify(phone, pdf));
        pdf[^500] ^= 1;
        Assert.Equal("Tidak sama dengan yang diterbitkan", await Verify(phone, pdf));
        await Browser.Picture(phone, "verifikasi-diubah");

        // The clerk hands it over; the case is done.
        await clerk.GotoAsync(address);
        await clerk.ClickAsync("text=Sudah diserahkan");
        await Assertions.Expect(clerk.Locator("h1")).ToContainTextAsync("selesai");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_citizen_files_from_home_sends_photographs_and_corrects_what_comes_back(bool script)
    {
        var phone = await browser.Page(390, 844, script);
        await phone.GotoAsync("layanan/SOS-003");
        await phone.ClickAsync("text=Ajukan dari rumah");
        await phone.FillAsync("#kontak", script ? "0812 3456 7101" : "0812 3456 7102");
        await phone.ClickAsync("main button[type=submit]");
        await Assertions.Expect(phone.Locator("main")).ToContainTextAsync("Enam angka");
        var inbox = await browser.Page(390, 844, script);
        await inbox.GotoAsync("simulator/pesan");
        var message = await inbox.Locator("li.list-group-item").First.TextContentAsync();
        await phone.FillAsync("#kode", System.Text.RegularExpressions.Regex.Match(message!, @"(\d{6}) adalah").Groups[1].Value);
        await phone.FillAsync("#nama", "Samsiah");
        await phone.FillAsync("#nik", "9914014505900002");
        await Browser.Picture(phone, "ajukan");
        await phone.ClickAsync("main button[type=submit]");
        await Assertions.Expect(phone.Locator("main [role=status]")).ToContainTextAsync("Permohonan Anda diterima");

        // A web page named .png is refused in words; a photograph is taken.
        await phone.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "ktp.png", MimeType = "image/png", Buffer = "<html>"u8.ToArray() });
        await phone.Locator("form[enctype] button").First.ClickAsync();
        await Assertions.Expect(phone.Locator("main [role=alert]")).ToContainTextAsync("A-003");
        await phone.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "ktp.png", MimeType = "image/png", Buffer = Scan });
        await phone.Locator("form[enctype] button").First.ClickAsync();
        await Assertions.Expect(phone.Locator(".bring")).ToContainTextAsync("1 berkas terkirim");
        await Browser.Picture(phone, "lacak-unggah");

        // Sent back once with one list, corrected and sent again.
        var number = (await phone.Locator("h1").TextContentAsync())!.Trim();
        var clerk = await browser.Page(1280, 900, script);
        await browser.SignIn(clerk, "loket.2");
        await clerk.GotoAsync($"petugas/permohonan?cari={number}");
        await clerk.ClickAsync($"text={number}");
        await clerk.ClickAsync("text=Ada kekurangan? Kembalikan satu kali");
        await clerk.Locator("[id='Form.Defects']").FillAsync("Kartu Keluarga belum diunggah\nSurat desa belum ada");
        await clerk.ClickAsync("text=Kembalikan kepada pemohon");
        await Assertions.Expect(clerk.Locator("h1")).ToContainTextAsync("dikembalikan");
        await phone.ReloadAsync();
        await Assertions.Expect(phone.Locator("main")).ToContainTextAsync("Surat desa belum ada");
        await Browser.Picture(phone, "lacak-dikembalikan");
        await phone.ClickAsync("text=Sudah saya perbaiki, kirim ulang");
        await Assertions.Expect(phone.Locator("main .tag").First).ToContainTextAsync("diterima");
    }

    private static async Task<string> Verify(IPage page, byte[] pdf)
    {
        await page.GotoAsync("verifikasi");
        await page.SetInputFilesAsync("#pdf", new FilePayload { Name = "dokumen.pdf", MimeType = "application/pdf", Buffer = pdf });
        await page.ClickAsync("text=Periksa berkas");
        return (await page.Locator("main [role=status] strong").First.TextContentAsync())!.Trim();
    }

    private static string Tool(string name, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(name, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
