using Deque.AxeCore.Playwright;

namespace Lakudo.E2E;

/// <summary>axe finds nothing on the pages that citizens, kiosks and counters use.</summary>
[Collection("browser")]
public sealed class AccessibilityTests(Browser browser)
{
    [Theory]
    [InlineData("", 390)]
    [InlineData("cari?q=ktp", 390)]
    [InlineData("instansi", 1280)]
    [InlineData("hari-ini", 390)]
    [InlineData("layanan/DKC-001", 390)]
    [InlineData("ambil-nomor?layanan=DKC-001", 390)]
    [InlineData("masuk", 390)]
    [InlineData("perangkat", 390)]
    [InlineData("anjungan", 1080)]
    [InlineData("papan", 1920)]
    [InlineData("papan/2", 390)]
    [InlineData("api", 390)]
    [InlineData("aula", 390)]
    [InlineData("survei/hasil", 390)]
    [InlineData("simulator/bsre", 390)]
    [InlineData("ajukan?layanan=SOS-003", 390)]
    [InlineData("lacak", 390)]
    [InlineData("verifikasi", 390)]
    [InlineData("tidak-ada", 390)]
    public async Task Axe_finds_nothing(string path, int width)
    {
        var page = await browser.Page(width, 900);
        await page.GotoAsync(path);

        var result = await page.RunAxe();

        Assert.Empty(result.Violations.Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}"));
    }

    [Fact]
    public async Task Axe_finds_nothing_at_the_counter()
    {
        var page = await browser.Page(1280, 800);
        await browser.SignIn(page, "loket.2");
        foreach (var path in new[] { "petugas", "petugas/loket", "petugas/loket?nomor=6", "petugas/lantai", "petugas/hari-ini", "petugas/hari-ini?instansi=DISDUKCAPIL", "petugas/buku-darurat", "petugas/akun" })
        {
            await page.GotoAsync(path);
            var result = await page.RunAxe();
            Assert.Empty(result.Violations.Select(v => $"{path} {v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}"));
        }
    }

    [Fact]
    public async Task Axe_finds_nothing_on_cases_in_every_state()
    {
        var page = await browser.Page(1280, 900);
        await browser.SignIn(page, "penandatangan");
        await Look("petugas/permohonan");
        foreach (var state in new[] { "Received", "Returned", "Complete", "Verified", "Approved", "Ready", "HandedOver", "Rejected" })
        {
            await page.GotoAsync($"petugas/permohonan?langkah={state}");
            await Look((await page.Locator("tbody a").First.GetAttributeAsync("href"))!);
        }

        var clerk = await browser.Page(390, 844);
        page = clerk;
        await browser.SignIn(clerk, "loket.3");
        await Look("petugas/permohonan/baru");
        await Look("petugas/permohonan/baru?layanan=SOS-003");
        await clerk.GotoAsync("petugas/permohonan?langkah=Received");
        var received = (await clerk.Locator("tbody a").First.GetAttributeAsync("href"))!;
        await Look(received);
        await Look(received + "/tanda-terima");

        async Task Look(string path)
        {
            await page.GotoAsync(path);
            Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id} {path}: {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}"));
        }
    }
}
