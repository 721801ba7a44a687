using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Lakudo.Applications;
using Lakudo.Applications.Documents;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Web.Applications;
using Lakudo.Web.CommandLine;
using Lakudo.Web.Host;
using Lakudo.Web.Simulators.Bsre;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PdfSharp.Pdf;

namespace Lakudo.Web.Tests.Simulators;

/// <summary>The adapter to BSrE against the simulator, over HTTP.</summary>
public sealed class BsreTests : IAsyncLifetime
{
    private const string Official = "penandatangan@contoh.invalid";
    private readonly string _keys = Directory.CreateTempSubdirectory("lakudo-bsre-").FullName;
    private readonly WebApplication _simulator;

    public BsreTests() => _simulator = SimulateCommand.BuildBsre(0, _keys);

    public async ValueTask InitializeAsync() => await _simulator.StartAsync();

    [Theory]
    [InlineData(Official)]
    [InlineData("9914015001700001")]
    public async Task A_signer_known_by_mail_or_NIK_gets_a_signature_with_a_timestamp_that_pdfsig_calls_valid(string account)
    {
        var signed = (await Sign(account)).Value;
        Assert.Equal("B-T", signed.Level);
        Assert.Equal($"Hasanuddin Contoh ({BsreSigner.NoLegalForce})", signed.CertificateName);
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, signed.Pdf);
        using var process = Process.Start(new ProcessStartInfo("pdfsig", [path]) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        File.Delete(path);
        Assert.Contains("Signature is Valid", said, StringComparison.Ordinal);
        Assert.Contains("Total document signed", said, StringComparison.Ordinal);
        Assert.Contains("ETSI.CAdES.detached", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_passphrase_signs_nothing_and_the_right_one_does_afterwards()
    {
        Assert.Equal("A-030", (await Sign(Official, "salah")).Refusal?.Code);
        Assert.Equal("A-030", (await Sign(Official, "")).Refusal?.Code);
        Assert.False((await Sign(Official)).IsRefused);
    }

    [Theory]
    [InlineData("orang.lain@contoh.invalid", "A-031", "")]
    [InlineData("9914015001700002", "A-031", "")]
    [InlineData("kedaluwarsa@contoh.invalid", "A-032", "EXPIRED")]
    [InlineData("ditangguhkan@contoh.invalid", "A-032", "SUSPEND")]
    [InlineData("dicabut@contoh.invalid", "A-032", "REVOKE")]
    [InlineData("menunggu@contoh.invalid", "A-032", "WAITING_FOR_VERIFICATION")]
    public async Task Who_is_unknown_or_has_no_usable_certificate_is_refused_with_the_status(string account, string code, string word)
    {
        var refusal = (await Sign(account)).Refusal!;
        Assert.Equal(code, refusal.Code);
        Assert.Contains(word, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_leaves_the_outcome_unknown() =>
        Assert.Equal("A-033", (await Sign("lambat@contoh.invalid", timeout: TimeSpan.FromSeconds(2))).Refusal?.Code);

    [Fact]
    public async Task A_service_that_is_down_leaves_the_outcome_unknown()
    {
        var address = _simulator.Urls.First();
        await _simulator.StopAsync();
        Assert.Equal("A-033", (await Sign(Official, address: address)).Refusal?.Code);
    }

    [Fact]
    public async Task A_wrong_password_of_the_application_is_refused_with_its_status()
    {
        var refusal = (await Sign(Official, password: "bukan")).Refusal!;
        Assert.Equal("A-034", refusal.Code);
        Assert.Contains("401", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_simulator_behind_the_address_of_a_real_service_is_found_out() =>
        Assert.Equal("A-035", (await Sign(Official, isSimulated: false)).Refusal?.Code);

    [Fact]
    public async Task What_is_no_PDF_is_refused_by_the_service()
    {
        using var http = Client("simulator");
        using var answer = await http.PostAsJsonAsync("api/v2/sign/pdf", new { email = Official, passphrase = BsreSimulator.Passphrase, file = new[] { Convert.ToBase64String("bukan PDF"u8) } });
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        using var none = await http.PostAsJsonAsync("api/v2/sign/pdf", new { email = Official, passphrase = BsreSimulator.Passphrase });
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, none.StatusCode);
    }

    [Fact]
    public async Task The_service_verifies_what_it_signed_and_finds_a_changed_byte()
    {
        var signed = (await Sign(Official)).Value.Pdf;
        var whole = await Verify(signed);
        Assert.True(whole.GetProperty("integrityValid").GetBoolean());
        Assert.True(whole.GetProperty("certificateTrusted").GetBoolean());
        Assert.Equal("PAdES_BASELINE_T", whole.GetProperty("signatureFormat").GetString());
        signed[20] ^= 1;
        Assert.True((await Verify(signed)).GetProperty("modified").GetBoolean());
    }

    [Fact]
    public async Task A_timestamp_of_another_signature_does_not_count()
    {
        var clock = new Clock(TimeProvider.System);
        using var authority = new BsreAuthority(_keys, clock);
        await Sign(Official);
        using var pair = authority.SignerPair(BsreAccount.All[0], BsreSimulator.Passphrase)!;
        string? Level(Func<byte[], byte[]> stamp) => SignatureCheck.Look(PadesSignature.Put(Pdf(), new PadesSigner(pair.Certificate, pair.Key, [], stamp), "uji", "Lakudo", clock.Now)).Level;
        Assert.Equal("B-T", Level(value => BsreTimestamp.Over(value, authority.Stamper(), clock.Now)));
        Assert.Equal("B-B", Level(value => BsreTimestamp.Over([1, 2, 3], authority.Stamper(), clock.Now)));
    }

    [Fact]
    public async Task Keys_are_made_once_readable_by_their_owner_only_and_a_signers_is_encrypted()
    {
        await Sign(Official);
        var before = Directory.GetFiles(_keys).ToDictionary(f => f, File.ReadAllText);
        Assert.Equal(6, before.Count);
        await Sign(Official);
        Assert.Equal(before, Directory.GetFiles(_keys).ToDictionary(f => f, File.ReadAllText));
        Assert.All(before.Keys, f => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(f)));
        Assert.Contains("ENCRYPTED PRIVATE KEY", before[Path.Combine(_keys, "signer-9914015001700001.key")], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("simulator", false, "Lakudo:Simulators")]
    [InlineData("esign.contoh", true, "bukan alamat")]
    [InlineData("http://esign.contoh/", true, "TLS")]
    public void Settings_that_cannot_work_stop_the_start_and_say_why(string address, bool simulators, string says)
    {
        var wrong = Assert.Throws<InvalidOperationException>(() => Settings(simulators, ("Address", address)));
        Assert.Contains(says, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_name_the_installations_key_a_service_or_the_simulator()
    {
        Assert.Null(Settings(true));
        Assert.Null(Settings(true, ("User", "ada")));
        Assert.True(Settings(true, ("Address", "simulator"))!.IsOwnSimulator);
        Assert.False(Settings(false, ("Address", "https://esign.contoh/"))!.IsOwnSimulator);
        Assert.NotNull(Settings(false, ("Address", "http://127.0.0.1:5091/")));
        Assert.NotNull(Settings(false, ("Address", "http://esign.contoh/"), ("PlainHttp", "true")));
        Assert.DoesNotContain("rahasia", Settings(false, ("Address", "https://esign.contoh/"), ("Password", "rahasia"))!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_whose_settings_say_simulator_signs_through_its_own_and_says_so()
    {
        await using var database = await TestDatabase.Create(Vendor.Sqlite);
        await using var app = WebProgram.Build(
        [
            "--urls=http://127.0.0.1:0", $"--Lakudo:Data={Path.Combine(_keys, "data")}", $"--Lakudo:Database={database.Setting}", "--Lakudo:Simulators=true",
            "--Bsre:Address=simulator", "--Logging:LogLevel:Default=Warning",
        ]);
        await app.StartAsync();
        var signer = app.Services.GetRequiredService<IDocumentSigner>();
        Assert.True(signer.IsSimulated && signer.IsSample && signer.AsksPassphrase);
        var order = new SigningOrder("Hasanuddin Contoh", Official, new Passphrase(BsreSimulator.Passphrase), "Penerbitan", "Lakudo", new DateTime(2026, 11, 25, 1, 0, 0, DateTimeKind.Utc));
        Assert.Equal("B-T", (await signer.Sign(Pdf(), order, CancellationToken.None)).Value.Level);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await http.PostAsJsonAsync("simulator/bsre/api/v2/user/check/status", new { email = Official })).StatusCode);
        await app.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _simulator.DisposeAsync();
        Directory.Delete(_keys, recursive: true);
    }

    private static BsreSettings? Settings(bool simulators, params (string Key, string Value)[] section) => BsreSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(section.ToDictionary(s => "Bsre:" + s.Key, s => (string?)s.Value)).Build(), simulators);

    private static byte[] Pdf()
    {
        using var document = new PdfDocument();
        document.AddPage();
        using var stream = new MemoryStream();
        document.Save(stream, closeStream: false);
        return stream.ToArray();
    }

    private HttpClient Client(string password, string? address = null)
    {
        var http = new HttpClient { BaseAddress = new Uri((address ?? _simulator.Urls.First()) + "/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("simulator:" + password)));
        return http;
    }

    private async Task<Outcome<SignedPdf>> Sign(
        string account, string passphrase = BsreSimulator.Passphrase, TimeSpan? timeout = null, string password = "simulator", string? address = null, bool isSimulated = true)
    {
        using var http = Client(password, address);
        http.Timeout = timeout ?? TimeSpan.FromSeconds(60);
        var order = new SigningOrder("Hasanuddin Contoh", account, new Passphrase(passphrase), "Penerbitan", "Lakudo", new DateTime(2026, 11, 25, 1, 0, 0, DateTimeKind.Utc));
        return await new BsreSigner(http, isSimulated).Sign(Pdf(), order, CancellationToken.None);
    }

    private async Task<JsonElement> Verify(byte[] pdf)
    {
        using var http = Client("simulator");
        using var answer = await http.PostAsJsonAsync("api/v2/verify/pdf", new { file = Convert.ToBase64String(pdf) });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("signatureInformations")[0];
    }
}
