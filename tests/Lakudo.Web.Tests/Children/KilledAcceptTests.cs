using System.Collections.Concurrent;
using System.Data.Common;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lakudo.Web.Tests.Children;

/// <summary>The real program, killed with SIGKILL while phones send their batches. <c>./test --long</c> does it often.</summary>
public sealed class KilledAcceptTests
{
    private static readonly bool _long = Environment.GetEnvironmentVariable("LAKUDO_LONG") == "1";

    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Sent_again_to_the_one_that_took_its_place_every_batch_stands_once_and_whole(Vendor vendor)
    {
        await using var made = await RunningLakudo.Start(vendor);
        var phones = new List<Phone>();
        using (var gizi = await StaffSession.SignIn(made, "gizi"))
        {
            for (var i = 0; i < 8; i++) phones.Add(await Phone.Register(made, gizi, "Posyandu Lakudo 1"));
        }

        var before = await phones[0].Ask(null);
        await made.Stop();
        var (sent, answered) = (new ConcurrentBag<(Phone Phone, Batch Batch)>(), new ConcurrentDictionary<Guid, BatchVerdict>());
        for (var round = 0; round < (_long ? 8 : 1); round++)
        {
            using var program = await BuiltProgram.Serve(made.Data, made.Setting);
            using var http = program.Browser();
            var enough = answered.Count + 20;
            var working = phones.Select(phone => Task.Run(async () =>
            {
                while (true)
                {
                    var batch = Given(phone, before);
                    sent.Add((phone, batch));
                    try
                    {
                        answered[batch.Id] = (await phone.Send(batch, http)).Verdict;
                    }
                    catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
                    {
                        return;
                    }
                }
            })).ToList();
            await Task.Run(() => KillAtACommit(program, vendor, made.Place, () => answered.Count >= enough));
            await Task.WhenAll(working);
        }

        using var after = await BuiltProgram.Serve(made.Data, made.Setting);
        using var again = after.Browser();
        var unanswered = sent.Where(s => !answered.ContainsKey(s.Batch.Id)).ToList();
        var known = 0;
        foreach (var (phone, batch) in sent)
        {
            var verdict = (await phone.Send(batch, again)).Verdict;
            Assert.True(verdict is BatchVerdict.AcceptedBefore || (verdict is BatchVerdict.Accepted && !answered.ContainsKey(batch.Id)), $"{batch.Id} was answered {answered.GetValueOrDefault(batch.Id)} and then {verdict}");
            if (verdict is BatchVerdict.AcceptedBefore && !answered.ContainsKey(batch.Id)) known++;
        }

        Assert.All(answered.Values, verdict => Assert.Equal(BatchVerdict.Accepted, verdict));
        Assert.NotEmpty(unanswered);
        // The register holds every newcomer once, with the measurement and the services of its own batch and nothing else.
        var children = (await phones[0].Ask(null, again)).Children.ToDictionary(c => c.Id);
        Assert.Equal(before.Children.Count + sent.Count, children.Count);
        Assert.All(sent, s =>
        {
            var child = children[s.Batch.Children[0].Id];
            Assert.Equal((s.Batch.Measurements[0].Id, 3), (Assert.Single(child.Measurements).Id, child.Services.Count));
        });
        TestContext.Current.SendDiagnosticMessage($"{sent.Count} batches, {unanswered.Count} unanswered, of which {known} were committed");
        Assert.True(!_long || known > 0, "No batch was committed without being answered; nothing was shown.");
        phones.ForEach(p => p.Dispose());
    }

    private static Batch Given(Phone phone, PosyanduData data)
    {
        var id = Guid.CreateVersion7();
        return new Batch
        {
            Id = Guid.CreateVersion7(),
            Device = phone.Id,
            Posyandu = data.Posyandu.Id,
            Seq = DateTime.UtcNow.Ticks,
            Clock = data.Clock,
            Children = [new NewChild { Id = id, At = data.Clock, Name = $"Wa {id:N}", Sex = Sex.Female, Birth = new(2025, 10, 3), MotherName = $"Ibu {id:N}", HasConsent = true }],
            Measurements = [new FieldMeasurement { Id = Guid.CreateVersion7(), Child = id, Day = new(2026, 11, 25), At = data.Clock, Weight = 8_900, Height = 7_300, Position = Position.Lying }],
            Services = [.. new[] { ChildServiceKind.SupplementaryFood, ChildServiceKind.VitaminABlue, ChildServiceKind.Immunisation }.Select(kind =>
                new ChildService(Guid.CreateVersion7(), id, new(2026, 11, 25), data.Clock, kind, true, kind == ChildServiceKind.Immunisation ? "HB0" : null))],
        };
    }

    /// <summary>Waits until it is busy, and kills it at the moment at which another process sees a commit, while its answers are on their way.</summary>
    private static void KillAtACommit(BuiltProgram program, Vendor vendor, string place, Func<bool> busy)
    {
        using DbConnection connection = vendor == Vendor.Sqlite ? new SqliteConnection($"Data Source={place}") : new NpgsqlConnection(place);
        connection.Open();
        using var count = connection.CreateCommand();
        count.CommandText = "SELECT count(*) FROM children_batch";
        while (!busy()) Thread.Sleep(5);
        var before = count.ExecuteScalar();
        while (Equals(count.ExecuteScalar(), before)) Thread.SpinWait(50);
        program.Kill();
    }
}
