namespace Lakudo.Web.Tests;

/// <summary>A member of staff, signed in at a browser without script.</summary>
public sealed class StaffSession : IDisposable
{
    private StaffSession(HttpClient http) => Http = http;

    public HttpClient Http { get; }

    /// <summary>Signs in with the password that was printed.</summary>
    public static async Task<StaffSession> SignIn(RunningLakudo lakudo, string user)
    {
        var session = new StaffSession(lakudo.Browser());
        await HtmlForms.SignIn(session.Http, user, lakudo.PasswordOf(user));
        return session;
    }

    /// <summary>The page that says to somebody that it is not theirs, with the status that says so too.</summary>
    public static async Task<string> Refused(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Sends a form of a page and answers the page that comes back.</summary>
    public Task<string> Post(string path, string handler, params (string Name, string Value)[] filled) => HtmlForms.Post(Http, path, handler, filled);

    public void Dispose() => Http.Dispose();
}
