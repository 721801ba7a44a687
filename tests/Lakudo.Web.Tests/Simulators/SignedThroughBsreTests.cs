using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Lakudo.Applications;
using Lakudo.Applications.Documents;
using Lakudo.Applications.Officials;
using Lakudo.Applications.Workflow;
using Lakudo.Catalogue;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Web.Sample;
using Lakudo.Web.Simulators.Bsre;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lakudo.Web.Tests.Simulators;

/// <summary>A document of the sample is signed by the running program's own simulator.</summary>
[Collection("programs")]
public sealed class SignedThroughBsreTests(BothPrograms programs)
{
    private const string Service = "PTS-013";

    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_document_is_signed_and_the_passphrase_is_in_no_log_no_journal_and_no_table(Vendor vendor)
    {
        var lakudo = programs[vendor];
        var logs = new CapturedLogs();
        lakudo.Services.GetRequiredService<ILoggerFactory>().AddProvider(logs);
        const string wrong = "frasa sandi yang keliru 77";

        var document = await Numbered(lakudo);
        Assert.Equal("A-030", (await Sign(lakudo, document, wrong)).Refusal?.Code);
        var signed = await Sign(lakudo, document, BsreSimulator.Passphrase);
        Assert.Equal("B-T", signed.Value.Level);

        var stored = await Everything(lakudo);
        Assert.Contains("DocumentSigned", stored, StringComparison.Ordinal);
        var logged = string.Join('\n', logs.Lines);
        Assert.Contains("/simulator/bsre/api/v2/sign/pdf", logged, StringComparison.Ordinal);
        foreach (var secret in new[] { wrong, BsreSimulator.Passphrase })
        {
            Assert.DoesNotContain(secret, stored, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, logged, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)), stored + logged, StringComparison.Ordinal);
        }
    }

    private static Caller Signer { get; } = Staff(Role.Signer);

    private static Caller Staff(Role role) => new(SampleRegion.Region, Guid.CreateVersion7(), [new Assignment(role, SampleRegion.Region)]);

    private static async Task<Guid> Numbered(RunningLakudo lakudo)
    {
        var services = lakudo.Services;
        var card = (await services.GetRequiredService<CatalogueEdition>().Of(SampleRegion.Region)).Find(Service)!;
        var (clerk, verifier, system) = (Staff(Role.CounterOfficer), Staff(Role.Verifier), Caller.System(SampleRegion.Region));
        await SampleRegion.Run<SetSigningOfficial, Done>(services, v => v.Run(system, new(Signer.Id!.Value, card.Agency.Id, "Kepala Dinas", "Hasanuddin Contoh", ServiceAccount: "penandatangan@contoh.invalid")));
        await SampleRegion.Run<SetLetterhead, Done>(services, v => v.Run(system, new(card.Agency.Id, "Jalan Poros Lakudo", "Lakudo")));
        var receipt = await SampleRegion.Run<FileApplication, FileApplication.Receipt>(services, v => v.Run(clerk, new(card.Service.Id, "Wa Contoh", "9914014505900001")));
        await SampleRegion.Run<MarkComplete, MarkComplete.Answer>(services, v => v.Run(clerk, new(receipt.Id, [.. card.Requirements.Select(r => r.Id)])));
        await SampleRegion.Run<VerifyApplication, Done>(services, v => v.Run(verifier, new(receipt.Id, "Benar.")));
        await SampleRegion.Run<DecideApplication, Done>(services, v => v.Run(Signer, new(receipt.Id, true, null)));
        return (await SampleRegion.Run<IssueDocument, IssueDocument.Answer>(services, v => v.Run(Signer, new(receipt.Id)))).Document;
    }

    private static async Task<Outcome<SignDocument.Answer>> Sign(RunningLakudo lakudo, Guid document, string passphrase)
    {
        using var http = new HttpClient { BaseAddress = new Uri(lakudo.Address, "simulator/bsre/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{BsreSimulator.User}:{BsreSimulator.Password}")));
        await using var scope = lakudo.Services.CreateAsyncScope();
        T Of<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
        var office = Of<IssuingOffice>() with { Signer = new BsreSigner(http, isSimulated: true) };
        return await new SignDocument(Of<LakudoDb>(), Of<Commit>(), Of<Clock>(), Of<PersonalData>(), office).Run(Signer with { Key = "tanda tangan " + passphrase.Length }, new(document), new Passphrase(passphrase));
    }

    /// <summary>Every text and every byte of every table.</summary>
    private static async Task<string> Everything(RunningLakudo lakudo)
    {
        await using var scope = lakudo.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LakudoDb>();
        await db.Database.OpenConnectionAsync();
        var all = new StringBuilder();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var i = 0; i < reader.FieldCount; i++) all.Append(reader.GetValue(i) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : reader.GetValue(i)).Append('\n');
            }
        }

        return all.ToString();
    }

    [ProviderAlias("Captured")]
    private sealed class CapturedLogs : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Lines.Enqueue(formatter(state, exception) + exception);
            // Structured values reach log stores too.
            if (state is IEnumerable<KeyValuePair<string, object?>> values) Lines.Enqueue(string.Join(' ', values.Select(v => v.Value)));
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Dispose()
        {
        }
    }
}
