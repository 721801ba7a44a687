using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Lakudo.Children;
using Lakudo.Children.Companions;
using Lakudo.Children.Personal;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children.Companions;

/// <summary>What companions write, how it is told to the mother, and how it goes.</summary>
public sealed class CompanionVisitTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task The_puskesmas_reads_a_companions_visit_on_the_childs_page(Vendor vendor)
    {
        await using var test = await TestCompanions.Open(vendor);
        var id = (await test.Entrust()).Value;
        Assert.Equal("C-642", (await test.Visit(id, day: TestCompanions.Today.AddDays(-1))).Refusal?.Code);
        Assert.Equal("C-642", (await test.Visit(id, day: TestCompanions.Today.AddDays(1))).Refusal?.Code);
        Assert.Equal("C-643", (await test.Visit(id, words: " ", needs: true)).Refusal?.Code);
        Assert.Equal("C-643", (await test.Visit(id, words: new string('a', 201))).Refusal?.Code);
        foreach (var other in new[] { test.Officer, test.FarOfficer }) Assert.Equal("C-641", (await test.Visit(id, by: other)).Refusal?.Code);
        Assert.False((await test.Visit(id, words: "Anak batuk tiga hari", needs: true)).IsRefused);
        var read = Assert.Single(Assert.Single((await test.Held(test.Family.Younger.Id)).Value.Rows).Visits);
        Assert.Equal((TestCompanions.Today, true, "Anak batuk tiga hari", true), (read.Day, read.Met, read.Words, read.NeedsMidwife));
        // The list of all names the family once, and so does the journal.
        Assert.Single((await test.Held()).Value.Rows);
        await using var db = test.Posyandu.Read();
        Assert.Equal([test.Family.Younger.Id, test.Family.Elder.Id], await db.JournalEntries.Where(e => e.Fact == nameof(CompanionshipsRead) && e.ById == test.Posyandu.Nutritionist.Id).OrderBy(e => e.Seq).Select(e => e.Subject).ToListAsync());
        Assert.Single(Assert.Single((await test.Families()).Value).Visits);
        Assert.DoesNotContain("batuk", await test.Family.Privacy.Traces(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Her_copy_and_her_page_say_who_sees_the_family_until_when_and_erasure_takes_it_all(Vendor vendor)
    {
        await using var test = await TestCompanions.Open(vendor);
        var id = (await test.Entrust()).Value;
        await test.Visit(id);
        await using var db = test.Posyandu.Read();
        var mother = (await db.Children.SingleAsync(c => c.Id == test.Family.Elder.Id)).MotherId;
        var told = string.Join('\n', (await new ChildrenRecords(db, test.Posyandu.Personal, test.Posyandu.Clock).Tell(Person.OfRecord(RegisterNumber.Mother, mother), default)).SelectMany(s => s.Lines).Select(l => $"{l.Name}: {l.Value}"));
        Assert.Contains("Pendamping keluarga: Wa Ode Nining, tim pendamping keluarga (TPK), 2 Maret 2026 sampai 2 September 2026", told, StringComparison.Ordinal);
        Assert.Contains("Kunjungan pendamping 2 Maret 2026: bertemu. Anak sehat dan bermain", told, StringComparison.Ordinal);
        Assert.Equal("Wa Ode Nining", Assert.Single(await db.CompanionsOf(test.Family.Younger.Id, TestCompanions.Today, default)).Name);

        await db.Forget([await db.Children.SingleAsync(c => c.Id == test.Family.Elder.Id)], [], test.Posyandu.Clock.Now, default);
        await db.SaveChangesAsync();
        var left = await db.Companionships.SingleAsync();
        Assert.Equal(("", test.Family.Younger.Id, ""), (left.Words, left.ChildId, (await db.CompanionVisits.SingleAsync()).Words));
        await db.Forget([await db.Children.SingleAsync(c => c.Id == test.Family.Younger.Id)], [], test.Posyandu.Clock.Now, default);
        await db.SaveChangesAsync();
        Assert.Equal((0, 0), (await db.Companionships.CountAsync(), await db.CompanionVisits.CountAsync()));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_long_over_goes_with_its_visits(Vendor vendor)
    {
        await using var test = await TestCompanions.Open(vendor);
        await test.Visit((await test.Entrust()).Value);
        await using var db = test.Posyandu.Read();
        var rule = new RetainCompanionships(db);
        Assert.Equal((0, 1), await rule.Look(test.Posyandu.Clock.Now.AddMonths(6), default) is var early ? (early.Due, early.Held) : default);
        Assert.Equal(1, (await rule.Apply(test.Posyandu.Clock.Now.AddMonths(7), 10, default)).Rows);
        await db.SaveChangesAsync();
        Assert.Equal((0, 0), (await db.Companionships.CountAsync(), await db.CompanionVisits.CountAsync()));
    }

    [Fact]
    public void No_word_that_a_mother_or_companion_reads_blames()
    {
        var phrases = File.ReadLines(Forbidden()).Skip(1).Select(line => line.Split(';')[0]).ToList();
        Assert.True(phrases.Count > 30);
        var words = Enum.GetValues<CompanionPurpose>().Select(CompanionWords.ToFamily).Concat(new int?[] { null, -350, -250, -100 }.Select(z => CompanionWords.Length(z, null))).ToList();
        foreach (var (text, phrase) in words.SelectMany(w => phrases.Select(p => (w, p)))) Assert.DoesNotMatch($@"(?i)(?<!\p{{L}}){Regex.Escape(phrase)}(?!\p{{L}})", text);
        Assert.All(words, w => Assert.DoesNotContain("stunting", w, StringComparison.Ordinal));
        Assert.Equal("stunting, didiagnosis dr. Contoh", CompanionWords.Length(-250, "dr. Contoh"));
    }

    private static string Forbidden([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../../data/field/forbidden-phrases.csv");
}
