using Deque.AxeCore.Playwright;
using Lakudo.Web.Tests.Feedback;
using Microsoft.Playwright;

namespace Lakudo.E2E;

/// <summary>A citizen answers the survey on a phone and reads the result.</summary>
[Collection("browser")]
public sealed class SurveyTests(Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_citizen_answers_on_a_phone_once(bool script)
    {
        var receipt = await FinishedApplications.Make(browser.Lakudo, "POL-001");
        var phone = await browser.Page(390, 844, script);
        await phone.GotoAsync($"survei/{receipt.Number}/{receipt.Secret}");
        await Browser.Picture(phone, "survei");
        if (script)
        {
            Assert.Empty((await phone.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}"));
        }

        var questions = phone.Locator("fieldset.ask");
        Assert.Equal(9, await questions.CountAsync());
        for (var i = 0; i < 9; i++)
        {
            var choice = questions.Nth(i).Locator("label.choice").Nth(i % 2 == 0 ? 3 : 2);
            Assert.True((await choice.BoundingBoxAsync())!.Height >= 48);
            await choice.ClickAsync();
        }

        await phone.ClickAsync("main button[type=submit]");
        await Assertions.Expect(phone.Locator("main [role=status]")).ToContainTextAsync("Jawaban Anda sudah kami terima");
        await phone.GotoAsync($"survei/{receipt.Number}/{receipt.Secret}");
        await Assertions.Expect(phone.Locator("main [role=alert]")).ToContainTextAsync("F-002");
    }

    [Fact]
    public async Task Results_are_read_on_a_phone_and_by_staff_and_axe_finds_nothing()
    {
        var phone = await browser.Page(390, 844);
        for (var i = 0; i < 5; i++)
        {
            var receipt = await FinishedApplications.Make(browser.Lakudo, "BPN-001");
            await phone.GotoAsync($"survei/{receipt.Number}/{receipt.Secret}");
            for (var question = 0; question < 9; question++) await phone.Locator("fieldset.ask").Nth(question).Locator("label.choice").Nth(3 - ((i + question) % 2)).ClickAsync();
            await phone.ClickAsync("main button[type=submit]");
            await phone.WaitForSelectorAsync("main [role=status]");
        }

        await phone.GotoAsync("survei/hasil");
        await phone.ClickAsync("main table a");
        await Assertions.Expect(phone.Locator("main .facts dd").First).ToContainTextAsync(",");
        Assert.Equal(9, await phone.Locator("table.bars tbody tr").CountAsync());
        Assert.True(await phone.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty((await phone.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}"));
        await Browser.Picture(phone, "survei-hasil");

        var desk = await browser.Page(1280, 900);
        await browser.SignIn(desk, "admin");
        await desk.GotoAsync("petugas/survei");
        Assert.True(await desk.Locator("table.bars").CountAsync() >= 2);
        Assert.Empty((await desk.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}"));
        await Browser.Picture(desk, "survei-petugas");
    }
}
