using Lakudo.Children;
using Lakudo.Children.Measuring;
using Lakudo.Field;
using Lakudo.Field.Protection;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children;

public sealed class AcceptBatchTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_newcomer_and_her_measurement_are_in_the_register_with_what_they_say(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var phone = await test.Phone();
        var child = test.Girl();
        var answer = (await phone.Send(child, test.Measured(child.Id), new ChildService(Guid.CreateVersion7(), child.Id, new(2026, 3, 2), test.Clock.Now, ChildServiceKind.VitaminARed, true))).Value;
        Assert.Equal((BatchVerdict.Accepted, 0, 0), (answer.Verdict, answer.Refusals.Count, answer.ClockSkewSeconds));

        await using var db = test.Read();
        var row = await db.Measurements.SingleAsync();
        var expected = ChildReading.Of(new ChildHistory(child.Sex, child.Birth, []), row.Past).Shown;
        Assert.Equal((KmsMark.B, (int?)expected.LengthForAge, MeasurementState.Counts), (row.Mark, row.LengthForAge, row.State));
        Assert.Equal((phone.Registered.Cadre.Id, phone.Id), (row.WorkerId, row.PhoneId!.Value));
        var mother = await db.Mothers.SingleAsync();
        Assert.Equal("7414016505950001", test.Personal.Open(mother.NikSealed));
        Assert.Equal(1, await db.GivenServices.CountAsync());
        var fact = await db.JournalEntries.SingleAsync(e => e.Fact == nameof(BatchAccepted));
        Assert.DoesNotContain("Rini", fact.Data);
        Assert.DoesNotContain("9000", fact.Data);

        var data = await phone.Ask();
        Assert.True(data.IsWhole);
        var shown = Assert.Single(data.Children);
        Assert.Equal(("Wa Rini", "Wa Ode Sari", 1, 1), (shown.Name, shown.MotherName, shown.Measurements.Count, shown.Services.Count));
        Assert.Equal(1, await db.JournalEntries.CountAsync(e => e.Fact == nameof(PosyanduDataRead)));
        Assert.Empty((await phone.Ask(data.Cursor)).Children);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_same_batch_sent_again_and_again_is_entered_once_and_answered_alike(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var phone = await test.Phone();
        var child = test.Girl();
        var batch = phone.Batch(child, test.Measured(child.Id));
        var first = (await phone.Send(batch)).Value;
        test.Time.Move(TimeSpan.FromDays(2));
        // Signed anew later: other bytes, same batch.
        var again = (await phone.Send(batch with { Clock = test.Clock.Now, Seq = 0 })).Value;
        Assert.Equal(BatchVerdict.AcceptedBefore, again.Verdict);
        Assert.Equal((first.ReceivedAt, first.ClockSkewSeconds), (again.ReceivedAt, again.ClockSkewSeconds));
        var atOnce = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => phone.Send(batch)));
        Assert.All(atOnce, a => Assert.Equal(BatchVerdict.AcceptedBefore, a.Value.Verdict));
        Assert.Equal("C-023", (await phone.Send(batch with { Children = [], Measurements = [test.Measured(child.Id, 9_900)] })).Refusal?.Code);

        await using var db = test.Read();
        Assert.Equal((1, 1, 1, 1), (await db.Children.CountAsync(), await db.Measurements.CountAsync(), await db.ReceivedBatches.CountAsync(), await db.JournalEntries.CountAsync(e => e.Fact == nameof(BatchAccepted))));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Eight_lines_at_once_with_one_new_batch_enter_it_once(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var phone = await test.Phone();
        var child = test.Girl();
        var batch = phone.Batch(child, test.Measured(child.Id));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => phone.Send(batch)));
        Assert.Equal(1, answers.Count(a => a.Value.Verdict == BatchVerdict.Accepted));
        Assert.Equal(7, answers.Count(a => a.Value.Verdict == BatchVerdict.AcceptedBefore));
        await using var db = test.Read();
        Assert.Equal(1, await db.Measurements.CountAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Entries_that_come_again_in_another_batch_are_not_entered_twice(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var phone = await test.Phone();
        var child = test.Girl();
        var measured = test.Measured(child.Id);
        Assert.Equal(BatchVerdict.Accepted, (await phone.Send(child, measured)).Value.Verdict);
        Assert.Equal(BatchVerdict.Accepted, (await phone.Send(child, measured)).Value.Verdict);
        var other = (await phone.Send(measured with { Weight = 9_100 })).Value;
        Assert.Equal((BatchVerdict.Refused, "C-015", measured.Id), (other.Verdict, Assert.Single(other.Refusals).Code, other.Refusals[0].Entry));
        await using var db = test.Read();
        Assert.Equal((1, 9_000), (await db.Measurements.CountAsync(), (await db.Measurements.SingleAsync()).Weight!.Value));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_batch_with_one_impossible_entry_is_refused_whole(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var phone = await test.Phone();
        var child = test.Girl();
        var wrong = test.Measured(child.Id, weight: 900_000);
        var answer = (await phone.Send(child, test.Measured(child.Id), wrong)).Value;
        Assert.Equal((BatchVerdict.Refused, "C-013", (Guid?)wrong.Id), (answer.Verdict, Assert.Single(answer.Refusals).Code, answer.Refusals[0].Entry));
        foreach (var (entry, code) in new (object, string)[]
                 {
                     (test.Girl() with { HasConsent = false }, "C-014"), (test.Girl(motherNik: "123"), "K-006"), (test.Girl(birth: new DateOnly(2026, 3, 9)), "C-011"), (test.Girl() with { Name = " " }, "K-008"),
                     (test.Measured(Guid.CreateVersion7(), day: new DateOnly(2026, 3, 4)), "C-011"), (test.Measured(Guid.CreateVersion7()) with { Weight = null, Height = null }, "C-012"),
                 })
            Assert.Equal(code, Assert.Single((await phone.Send(entry)).Value.Refusals).Code);
        await using var db = test.Read();
        Assert.Equal((0, 0, 0), (await db.Children.CountAsync(), await db.Measurements.CountAsync(), await db.Mothers.CountAsync()));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_said_of_the_book_is_kept_and_comes_to_every_phone_and_an_unknown_kind_is_refused(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (phone, other) = (await test.Phone(), await test.Phone());
        var child = test.Girl();
        ChildService Said(bool yes, int hour) => new(Guid.CreateVersion7(), child.Id, new DateOnly(2026, 3, 2), test.Clock.Now.Date.AddHours(hour), ChildServiceKind.KiaBook, yes);
        // Entered the other way round, as when the second phone had a signal first: the moment at which it was said decides.
        Assert.Equal(BatchVerdict.Accepted, (await phone.Send(child, Said(true, 2))).Value.Verdict);
        Assert.Equal(BatchVerdict.Accepted, (await other.Send(Said(false, 1))).Value.Verdict);
        Assert.Equal([false, true], Assert.Single((await other.Ask()).Children).Services.Select(s => s.Yes));
        Assert.True((await test.Record(child.Id)).Value.Book!.Yes);
        var refused = (await phone.Send(Said(true, 3) with { Kind = (ChildServiceKind)200 })).Value;
        Assert.Equal((BatchVerdict.Refused, "C-011"), (refused.Verdict, Assert.Single(refused.Refusals).Code));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Another_posyandus_batch_and_child_are_refused(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (here, there) = (await test.Phone(), await test.Phone(test.Mawar, test.OtherCadre));
        var child = test.Girl();
        await here.Send(child);
        Assert.Equal("C-022", (await there.Send(there.Batch(test.Girl()) with { Posyandu = test.Melati })).Refusal?.Code);
        Assert.Equal("C-010", Assert.Single((await there.Send(test.Measured(child.Id))).Value.Refusals).Code);
        Assert.Empty((await there.Ask()).Children);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_forged_signature_an_unknown_phone_and_another_message_are_refused(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (phone, other) = (await test.Phone(), await test.Phone());
        var signed = phone.Sign(phone.Batch(test.Girl()));
        var changed = (byte[])signed.Payload.Clone();
        changed[^5] ^= 1;
        Assert.Equal("C-020", (await test.Accept(signed with { Payload = changed })).Refusal?.Code);
        Assert.Equal("C-020", (await test.Accept(signed with { Signature = other.Sign(phone.Batch(test.Girl())).Signature })).Refusal?.Code);
        Assert.Equal("C-020", (await test.Accept(signed with { Device = Guid.CreateVersion7() })).Refusal?.Code);
        Assert.Equal("C-021", (await phone.Send(phone.Batch(test.Girl()) with { Device = other.Id })).Refusal?.Code);
        // A question cannot be turned into a batch, nor a batch into a question.
        Assert.Equal("C-021", (await test.Changes(phone.Sign(phone.Batch(test.Girl())))).Refusal?.Code);
        Assert.Equal("C-021", (await test.Accept(Signing.Sign(phone.Id, new AskChanges(null, test.Clock.Now), FieldJson.Default.AskChanges, phone.Key))).Refusal?.Code);
        await using var db = test.Read();
        Assert.Equal(0, await db.Children.CountAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_phone_that_is_to_forget_gets_that_order_and_nothing_else(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var phone = await test.Phone();
        await phone.Send(test.Girl());
        Assert.Equal("C-025", (await test.Wipe(phone.Id, test.FarNutritionist)).Refusal?.Code);
        Assert.False((await test.Wipe(phone.Id)).IsRefused);
        var answer = (await phone.Send(test.Girl("Wa Dua"))).Value;
        Assert.Equal((BatchVerdict.Refused, DeviceOrder.Wipe), (answer.Verdict, answer.Order));
        var data = await phone.Ask();
        Assert.Equal((DeviceOrder.Wipe, 0, null), (data.Order, data.Children.Count, data.RegionKey));
        await using var db = test.Read();
        Assert.Equal(1, await db.Children.CountAsync());
        Assert.NotNull((await db.Phones.SingleAsync()).WipeToldAt);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_phone_of_a_cadre_who_left_forgets_too(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var phone = await test.Phone();
        Assert.Equal("K-001", (await test.EndCare(test.Cadre, test.Nutritionist)).Refusal?.Code);
        Assert.False((await test.EndCare(test.Cadre, Caller.System(1))).IsRefused);
        test.Time.Move(TimeSpan.FromSeconds(1));
        Assert.Equal(DeviceOrder.Wipe, (await phone.Ask()).Order);
        Assert.Equal("C-002", (await test.Code(test.Melati, test.Cadre)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_clock_that_is_off_is_noted_and_nothing_is_lost(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var phone = await test.Phone();
        var child = test.Girl();
        var answer = (await phone.Send(phone.Batch(child, test.Measured(child.Id)) with { Clock = test.Clock.Now.AddHours(-3) })).Value;
        Assert.Equal((BatchVerdict.Accepted, -10_800), (answer.Verdict, answer.ClockSkewSeconds));
        await using var db = test.Read();
        Assert.Equal(-10_800, (await db.Measurements.SingleAsync()).ClockSkewSeconds);
        Assert.Equal(-10_800, (await db.Phones.SingleAsync()).ClockSkewSeconds);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_the_phone_showed_is_compared(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var phone = await test.Phone();
        var child = test.Girl();
        var (right, wrong) = (test.Measured(child.Id), test.Measured(child.Id, day: new DateOnly(2026, 2, 2)));
        var shown = ChildReading.Of(new ChildHistory(child.Sex, child.Birth, [wrong.AsPast()]), right.AsPast()).Shown;
        var answer = (await phone.Send(child, right with { Shown = shown }, wrong with { Shown = new ShownReading { Mark = KmsMark.N, WeightForAge = 0 } })).Value;
        var note = Assert.Single(answer.Notes, n => n.Code == EntryNotes.ComputedOtherwise);
        Assert.Equal(wrong.Id, note.Entry);
    }

    [Fact]
    public void Only_a_cadre_sends_and_only_she_loads()
    {
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Cadre))
        {
            Assert.NotNull(TestPosyandu.Staff(role).MayNot(Act.SendFieldBatch));
            Assert.NotNull(TestPosyandu.Staff(role).MayNot(Act.ReadPosyanduData));
        }
    }
}
