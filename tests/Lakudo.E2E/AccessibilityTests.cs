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
}
