using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lakudo.Applications;
using Lakudo.Applications.Documents;

namespace Lakudo.Tests.Applications;

public sealed class BsreSignerTests
{
    [Fact]
    public async Task A_registered_signer_gets_back_a_sound_signature_and_the_service_gets_one_status_and_one_sign_call()
    {
        var service = new Service();
        var code = VerificationCode.New();
        var signed = await Sign(service, TestDocuments.Print(TestDocuments.Permit(), code));
        Assert.False(signed.IsRefused, signed.Refusal?.English);
        Assert.Equal(SignatureState.Intact, SignatureCheck.Look(signed.Value.Pdf).State);
        Assert.Equal(["/api/v2/user/check/status", "/api/v2/sign/pdf"], service.Called);
        Assert.Contains("\"tampilan\":\"INVISIBLE\"", service.LastBody);
    }

    [Fact]
    public async Task A_wrong_passphrase_is_refused_once_and_never_tried_again()
    {
        var service = new Service { SignStatus = HttpStatusCode.BadRequest, SignBody = """{"status_code":2031,"error":"Passphrase anda salah"}""" };
        var answer = await Sign(service, TestDocuments.Print());
        Assert.Equal(ApplicationsRefusals.PassphraseWrong, answer.Refusal);
        Assert.Equal(2, service.Called.Count);
    }

    [Theory]
    [InlineData("NOT_REGISTERED", "A-031")]
    [InlineData("EXPIRED", "A-032")]
    [InlineData("REVOKE", "A-032")]
    public async Task A_signer_without_a_usable_certificate_is_not_asked_to_sign(string status, string refusal)
    {
        var service = new Service { Status = status };
        Assert.Equal(refusal, (await Sign(service, TestDocuments.Print())).Refusal?.Code);
        Assert.Single(service.Called);
    }

    [Theory]
    [InlineData(HttpStatusCode.RequestTimeout, "", "A-033")]
    [InlineData(HttpStatusCode.BadRequest, """{"status_code":2011,"error":"x"}""", "A-031")]
    [InlineData(HttpStatusCode.BadRequest, """{"status_code":4711,"error":"x"}""", "A-034")]
    [InlineData(HttpStatusCode.BadGateway, "<html>proxy</html>", "A-034")]
    [InlineData(HttpStatusCode.OK, """{"time":"1","file":["bm90IGEgcGRm"]}""", "A-035")]
    [InlineData(HttpStatusCode.OK, """{"time":"1","file":[]}""", "A-035")]
    public async Task What_the_service_answers_badly_becomes_a_refusal_and_no_document(HttpStatusCode status, string body, string refusal) =>
        Assert.Equal(refusal, (await Sign(new Service { SignStatus = status, SignBody = body }, TestDocuments.Print())).Refusal?.Code);

    [Fact]
    public async Task A_service_that_is_down_leaves_the_outcome_unknown() =>
        Assert.Equal(ApplicationsRefusals.SigningOutcomeUnknown, (await Sign(new Service { Down = true }, TestDocuments.Print())).Refusal);

    [Fact]
    public async Task Another_document_than_the_one_sent_is_not_accepted()
    {
        var other = await TestDocuments.Signed(VerificationCode.New());
        var service = new Service { SignBody = JsonSerializer.Serialize(new { time = "1", file = new[] { Convert.ToBase64String(other.Pdf) } }) };
        Assert.Equal(ApplicationsRefusals.SignatureNotSound, (await Sign(service, TestDocuments.Print())).Refusal);
    }

    [Fact]
    public void A_passphrase_never_shows_itself()
    {
        var order = TestDocuments.Order with { Passphrase = new Passphrase("rahasia-sekali") };
        Assert.DoesNotContain("rahasia", order.ToString());
        Assert.DoesNotContain("rahasia", JsonSerializer.Serialize(order));
    }

    private static Task<Lakudo.Kernel.Outcome<SignedPdf>> Sign(Service service, byte[] pdf)
    {
        var http = new HttpClient(service) { BaseAddress = new Uri("http://127.0.0.1/") };
        var order = TestDocuments.Order with { Account = "pejabat@contoh.go.id", Passphrase = new Passphrase("benar") };
        return new BsreSigner(http, isSimulated: true).Sign(pdf, order, CancellationToken.None);
    }

    /// <summary>The service's side of the wire, as it answers.</summary>
    private sealed class Service : HttpMessageHandler
    {
        internal string Status { get; init; } = "ISSUE";

        internal HttpStatusCode SignStatus { get; init; } = HttpStatusCode.OK;

        internal string? SignBody { get; init; }

        internal bool Down { get; init; }

        internal List<string> Called { get; } = [];

        internal string LastBody { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Called.Add(request.RequestUri!.AbsolutePath);
            if (Down) throw new HttpRequestException("refused");
            if (request.RequestUri.AbsolutePath.EndsWith("status", StringComparison.Ordinal))
                return new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(new { status = Status }) };
            LastBody = await request.Content!.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(SignStatus) { Content = new StringContent(SignBody ?? await SignIt(), null, "application/json") };
        }

        private async Task<string> SignIt()
        {
            var file = JsonDocument.Parse(LastBody).RootElement.GetProperty("file")[0].GetBytesFromBase64();
            var signed = await new LocalKeySigner(TestDocuments.Key).Sign(file, TestDocuments.Order, CancellationToken.None);
            return JsonSerializer.Serialize(new { time = "123", file = new[] { Convert.ToBase64String(signed.Value.Pdf) } });
        }
    }
}
