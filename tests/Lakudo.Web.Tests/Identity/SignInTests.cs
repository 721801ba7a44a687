using System.Net;
using System.Text.RegularExpressions;
using Lakudo.Identity;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.Identity;

[Collection("programs")]
public sealed partial class SignInTests(BothPrograms programs)
{
    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_clerk_signs_in_with_the_printed_password(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var browser = lakudo.Browser();

        using var answer = await SignIn(browser, "loket.1", lakudo.PasswordOf("loket.1"));
        using var page = await browser.GetAsync("petugas");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_wrong_password_is_refused_and_the_sixth_try_is_locked(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var browser = lakudo.Browser();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await SignIn(browser, "loket.3", "bukan sandinya");
            Assert.Contains("I-00", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var locked = await SignIn(browser, "loket.3", lakudo.PasswordOf("loket.3"));

        Assert.Contains("I-005", await locked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_must_set_up_an_authenticator_can_do_nothing_before(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var browser = lakudo.Browser();
        // A person of this test's own: the sample's people set theirs up in other tests.
        await using var scope = lakudo.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<AddStaff>().Run(Caller.System(1), new($"ti.{Guid.CreateVersion7():N}"[..20], "Petugas Uji", Role.ItOfficer, MustChangePassword: false));
        using var answer = await SignIn(browser, made.Value.UserName, made.Value.Password);

        using var page = await browser.GetAsync("petugas/lantai");

        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        Assert.EndsWith("/petugas/akun", page.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Staff_pages_ask_others_to_sign_in(Vendor vendor)
    {
        using var browser = programs[vendor].Browser();

        using var page = await browser.GetAsync("petugas");

        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        Assert.Contains("/masuk", page.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Passwords_are_printed_once_and_differ_between_installations(Vendor vendor)
    {
        var lakudo = programs[vendor];
        var other = programs[vendor == Vendor.Sqlite ? Vendor.Postgres : Vendor.Sqlite];
        var again = new StringWriter();

        await Sample.SampleRegion.Fill(lakudo.Services, again, default);

        Assert.NotEqual(lakudo.PasswordOf("loket.1"), other.PasswordOf("loket.1"));
        Assert.Equal("", again.ToString());
    }

    private static async Task<HttpResponseMessage> SignIn(HttpClient browser, string user, string password)
    {
        var page = await browser.GetStringAsync("masuk");
        string Field(string name) => HiddenField().Matches(page).Single(m => m.Groups["name"].Value == name).Groups["value"].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "masuk",
            ["_key"] = Field("_key"),
            ["__RequestVerificationToken"] = Field("__RequestVerificationToken"),
            ["Form.UserName"] = user,
            ["Form.Password"] = password,
        });
        return await browser.PostAsync("masuk", form);
    }

    [GeneratedRegex("<input[^>]*name=\"(?<name>[^\"]+)\"[^>]*value=\"(?<value>[^\"]*)\"")]
    private static partial Regex HiddenField();
}
