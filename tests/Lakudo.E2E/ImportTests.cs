using System.Text;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lakudo.E2E;

/// <summary>A nutritionist brings in what her office has.</summary>
[Collection("browser")]
public sealed class ImportTests(Browser browser)
{
    private const string Export = """
        Daftar pengukuran balita,,,,,,,,
        NIK,Nama,JK,Tgl Lahir,Nama Ortu,Posyandu,Tanggal Pengukuran,Berat,Tinggi
        ,Wa Impor,P,10/01/2025,Wa Ibu Impor,Lakudo 1,03/11/2026,"9,1",78
        ,La Impor,L,12/02/2025,Wa Ibu Lain,Posyandu Lakudo 1,03/11/2026,8888,77
        ,Wa Jauh,P,12/02/2025,Wa Ibu Jauh,Posyandu Bulan,03/11/2026,9,77
        ,Wa Tanpa Tanggal,P,,Wa Ibu,Lakudo 1,03/11/2026,9,77

        """;

    [Fact]
    public async Task A_file_is_tried_line_by_line_entered_and_adds_nothing_the_second_time()
    {
        var page = await browser.Page(1280, 900);
        await browser.SignIn(page, "gizi");
        await page.GotoAsync("petugas/posyandu/impor");
        await Look("impor");
        await Upload("register.csv", Export);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Hasil pemeriksaan berkas" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Posyandu \"Posyandu Bulan\" tidak ada di wilayah kerja Anda")).ToBeVisibleAsync();
        await Expect(page.GetByText("Berat 8888 berarti tidak diketahui")).ToBeVisibleAsync();
        await Look("impor-hasil");
        await page.GetByLabel("Data anak-anak ini boleh disimpan").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Masukkan 2 baris" }).ClickAsync();
        await Expect(page.GetByText("2 anak baru dan 2 pengukuran masuk ke register. 2 baris tidak masuk")).ToBeVisibleAsync();

        await page.GotoAsync("petugas/posyandu/impor");
        await Upload("register.csv", Export);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Masukkan 0 baris" })).ToBeDisabledAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Batalkan" }).ClickAsync();

        await Upload("foto.xlsx", "bukan buku kerja");
        await Expect(page.GetByText("Berkas ini tidak dapat dibaca sebagai tabel")).ToBeVisibleAsync();

        Task Upload(string name, string text) => Send(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(text) });

        async Task Send(FilePayload file)
        {
            await page.GetByLabel("Berkas, paling besar 32 MB").SetInputFilesAsync(file);
            await page.GetByRole(AriaRole.Button, new() { Name = "Periksa berkas" }).ClickAsync();
        }

        async Task Look(string name)
        {
            await Browser.Picture(page, name);
            Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id} {name}: {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}"));
        }
    }
}
