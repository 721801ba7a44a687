using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lakudo.Applications;
using Lakudo.Hall;
using Lakudo.Kernel;
using Lakudo.Privacy;
using Lakudo.Testing;
using Lakudo.Tests.Applications;
using Lakudo.Tests.Hall;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Kernel;

/// <summary>What is stored of a request for a day tells nothing without the key, and a request that comes later meets the rules of its verb.</summary>
public sealed class StoredAnswerTests
{
    private const string Nik = "9914014505900001";
    private const string Phone = "081234567890";
    private const string Token = "rahasia-perangkat-7f3a";
    private static readonly PersonalData Personal = new(RandomNumberGenerator.GetBytes(32));

    private sealed record Ask(string Nik, string Phone);

    private sealed record Answer(string Token);

    private sealed record Asked(Guid Subject) : IFact;

    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task The_database_alone_tells_neither_the_request_nor_the_answer(Vendor vendor)
    {
        await using var database = await TestDatabase.Create(vendor);
        var clock = new Clock(new MovableTime());
        Assert.Equal(Token, (await Do(database, clock, "k", new(Nik, Phone))).Value.Token);
        Assert.Equal(Token, (await Do(database, clock, "k", new(Nik, Phone))).Value.Token);
        Assert.Equal("K-003", (await Do(database, clock, "k", new(Nik, "081234567891"))).Refusal?.Code);

        await using var db = database.Open().As(Caller.System(1));
        var stored = await db.StoredAnswers.SingleAsync();
        Assert.DoesNotContain(Token, stored.Answer, StringComparison.Ordinal);
        // An attacker knows the program and everybody's likely NIK and telephone number, but not the key.
        var command = new Ask(Nik, Phone);
        var written = JsonSerializer.SerializeToUtf8Bytes(new { Verb = typeof(Ask).FullName, Body = JsonSerializer.SerializeToElement(command, Journal.Json) });
        foreach (var guess in (byte[][])[SHA256.HashData(written), SHA256.HashData(SHA256.HashData(written)), SHA256.HashData(Encoding.UTF8.GetBytes(Nik)), SHA256.HashData(Encoding.UTF8.GetBytes(Phone))])
        {
            Assert.True(stored.Request.AsSpan().IndexOf(guess) < 0);
        }

        if (vendor == Vendor.Sqlite) AssertNotIn(database.Place, Nik, Phone, Token);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Real_verbs_leave_no_NIK_number_or_secret_in_the_file(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var receipt = (await office.File(new FileApplication.Command(office.Local.Service.Id, "Wa Ode Contoh", TestOffice.Nik, Contact: Phone), office.Clerk with { Key = "a" })).Value;
        Assert.False((await office.Complete(receipt.Id, office.Clerk with { Key = "b" })).IsRefused);
        await using var db = office.Read();
        Assert.Equal(2, await db.StoredAnswers.CountAsync());
        Assert.All(await db.StoredAnswers.ToListAsync(), a => Assert.Equal(PersonalData.MarkLength, a.Request.Length));
        if (vendor == Vendor.Sqlite) AssertNotIn(db.Database.GetDbConnection().DataSource, TestOffice.Nik, Phone, "6281234567890", receipt.Secret, "Wa Ode Contoh");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task After_a_day_an_answer_is_not_known_and_goes_and_a_form_that_old_is_told_so(Vendor vendor)
    {
        await using var database = await TestDatabase.Create(vendor);
        var time = new MovableTime();
        var clock = new Clock(time);
        var form = Ids.New(clock).ToString("N");
        foreach (var key in (string[])["bebas", form, form + "/nomor"]) Assert.False((await Do(database, clock, key, new(Nik, Phone))).IsRefused);
        time.Move(TimeSpan.FromHours(23));
        Assert.Equal(0, await Drop(database, clock));
        Assert.False((await Do(database, clock, form, new(Nik, Phone))).IsRefused);
        time.Move(TimeSpan.FromHours(25));
        // Not taken by the worker yet, and unknown all the same: what the key does not say, the verb's rules decide.
        Assert.False((await Do(database, clock, "bebas", new(Nik, "081234567891"))).IsRefused);
        Assert.Equal("K-036", (await Do(database, clock, form, new(Nik, Phone))).Refusal?.Code);
        Assert.Equal("K-036", (await Do(database, clock, form + "/nomor", new(Nik, Phone))).Refusal?.Code);
        Assert.Equal(2, await Drop(database, clock));
        Assert.Equal("K-036", (await Do(database, clock, form, new(Nik, Phone))).Refusal?.Code);
        await using var db = database.Open().As(Caller.System(1));
        Assert.Equal("bebas", (await db.StoredAnswers.SingleAsync()).Key);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Filed_numbered_and_signed_two_days_ago_nothing_is_done_a_second_time(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var system = new Caller(1, Guid.CreateVersion7(), [new Assignment(Role.ApplicationsClient, 1, Agency: office.Agency)]) { Key = "permohonan-17" };
        var form = office.Clerk with { Key = Ids.New(office.Clock).ToString("N") };
        var command = new FileApplication.Command(office.Local.Service.Id, "Wa Ode Contoh", TestOffice.Nik);
        var first = (await office.File(command, system)).Value;
        Assert.False((await office.File(command with { Nik = "9914014505900002" }, form)).IsRefused);
        office.Time.Move(TimeSpan.FromDays(2));
        var again = (await office.File(command, system)).Refusal;
        Assert.Equal("A-075", again?.Code);
        Assert.Contains(first.Number, again!.Message, StringComparison.Ordinal);
        Assert.Equal("K-036", (await office.File(command with { Nik = "9914014505900002" }, form)).Refusal?.Code);
        Assert.False((await office.File(command, system with { Key = Ids.New(office.Clock).ToString() })).IsRefused);

        Assert.False((await office.Complete(first.Id)).IsRefused);
        Assert.False((await office.Verify(first.Id)).IsRefused);
        Assert.False((await office.Decide(first.Id)).IsRefused);
        var (issuing, signing) = (office.Signer with { Key = "nomor" }, office.Signer with { Key = "tanda" });
        var document = (await office.Issue(first.Id, issuing)).Value;
        Assert.False((await office.Sign(document.Document, signing)).IsRefused);
        office.Time.Move(TimeSpan.FromDays(2));
        Assert.True((await office.Issue(first.Id, issuing)).IsRefused);
        Assert.True((await office.Sign(document.Document, signing)).IsRefused);
        await using var db = office.Read();
        Assert.Equal((3, 1), (await db.Applications.CountAsync(), await db.IssuedDocuments.CountAsync()));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_number_asked_for_by_a_form_of_two_days_ago_is_not_given(Vendor vendor)
    {
        await using var hall = await TestHall.Open(vendor);
        var kiosk = hall.Kiosk with { Key = Ids.New(hall.Clock).ToString("N") };
        var first = (await hall.Take(caller: kiosk)).Value;
        Assert.Equal(first.Id, (await hall.Take(caller: kiosk)).Value.Id);
        await using (var db = hall.CreateDbContext()) Assert.All(await db.StoredAnswers.ToListAsync(), a => Assert.Equal(PersonalData.MarkLength, a.Request.Length));
        var old = hall.Kiosk with { Key = Guid.CreateVersion7(hall.Clock.Time.GetUtcNow().AddDays(-2)).ToString("N") };
        Assert.Equal("K-036", (await hall.Take(caller: old)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_erasure_takes_the_answers_and_what_an_earlier_release_stored_gets_the_keys(Vendor vendor)
    {
        await using var database = await TestDatabase.Create(vendor);
        var clock = new Clock(new MovableTime());
        await Do(database, clock, "k", new(Nik, Phone));
        await using (var db = database.Open().As(Caller.System(1)))
        {
            var row = await db.StoredAnswers.SingleAsync();
            var written = JsonSerializer.SerializeToUtf8Bytes(new { Verb = typeof(Ask).FullName, Body = JsonSerializer.SerializeToElement(new Ask(Nik, Phone), Journal.Json) });
            (row.Request, row.Answer) = (SHA256.HashData(written), JsonSerializer.Serialize(new Answer(Token), Journal.Json));
            await db.SaveChangesAsync();
        }

        await using (var db = database.Open()) Assert.Equal(1, await new CloseStoredAnswers(db, Personal).Run());
        await using (var db = database.Open()) Assert.Equal(0, await new CloseStoredAnswers(db, Personal).Run());
        Assert.Equal(Token, (await Do(database, clock, "k", new(Nik, Phone))).Value.Token);
        Assert.Equal("K-003", (await Do(database, clock, "k", new(Nik, "08"))).Refusal?.Code);
        await using (var db = database.Open().As(Caller.System(1)))
        {
            Assert.DoesNotContain(Token, (await db.StoredAnswers.SingleAsync()).Answer, StringComparison.Ordinal);
            Assert.Equal(0, (await new StoredAnswerRecords(db).Erase(new Person(PersonKeyKind.Nik, Personal.Fingerprint(Nik)), clock.Now, default)).Rows);
            Assert.Empty(await db.StoredAnswers.ToListAsync());
        }
    }

    [Fact]
    public void Marks_under_an_older_key_are_still_known_and_an_authenticators_key_is_sealed()
    {
        byte[] old = RandomNumberGenerator.GetBytes(32), next = RandomNumberGenerator.GetBytes(32);
        using var before = new PersonalData([old]);
        using var after = new PersonalData([old, next]);
        var mark = before.Mark("a"u8);
        Assert.True(after.IsMarkOf(mark, "a"u8));
        Assert.False(after.IsMarkOf(mark, "b"u8));
        Assert.NotEqual(mark, after.Mark("a"u8));
        Assert.False(before.IsMarkOf(after.Mark("a"u8), "a"u8));
        Assert.False(after.IsMarkOf(SHA256.HashData("a"u8), "a"u8));
        var secret = Lakudo.Identity.AccountSecret.Seal(before, "JBSWY3DP");
        Assert.DoesNotContain("JBSWY3DP", secret, StringComparison.Ordinal);
        Assert.Equal("JBSWY3DP", Lakudo.Identity.AccountSecret.Open(after, secret));
        Assert.Equal("JBSWY3DP", Lakudo.Identity.AccountSecret.Open(after, "JBSWY3DP"));
    }

    private static async Task<Outcome<Answer>> Do(TestDatabase database, Clock clock, string key, Ask ask)
    {
        await using var db = database.Open();
        var commit = new Commit(db, clock, database.Lane, Personal);
        var caller = Caller.System(1) with { Key = key };
        return await commit.Once<Answer>(caller, ask, _ =>
        {
            commit.Record(caller, new Asked(Ids.New(clock)));
            return Task.FromResult<Outcome<Answer>>(new Answer(Token));
        }, default);
    }

    private static async Task<int> Drop(TestDatabase database, Clock clock)
    {
        await using var db = database.Open();
        return await new DropStoredAnswers(db, clock, database.Lane).Run();
    }

    /// <summary>The file and its log, as somebody who took the disk reads them.</summary>
    private static void AssertNotIn(string file, params string[] secrets)
    {
        foreach (var part in new[] { file, file + "-wal" }.Where(File.Exists))
        {
            using var open = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[open.Length];
            open.ReadExactly(bytes);
            foreach (var secret in secrets) Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, $"{secret} in {Path.GetExtension(part)}");
        }
    }
}
