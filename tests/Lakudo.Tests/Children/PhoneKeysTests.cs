using System.Security.Cryptography;
using Lakudo.Children;
using Lakudo.Children.Phones;
using Lakudo.Field;
using Lakudo.Field.Protection;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children;

/// <summary>Who holds which key of a phone can do what, before and after a wipe or a lock-out.</summary>
public sealed class PhoneKeysTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Fact]
    public async Task The_key_that_hands_in_reads_and_sends_nothing_and_the_one_that_reads_says_nothing_unnumbered()
    {
        await using var test = await TestPosyandu.Open(Vendor.Sqlite);
        var child = test.Girl();
        await (await test.Phone()).Send(child);
        var phone = await KeyedPhone.Register(test);
        Assert.Equal("C-020", (await test.Changes(phone.Question(phone.HandIn))).Refusal?.Code);
        Assert.Equal("C-020", (await test.Accept(Signing.Sign(phone.Id, phone.Batch(test.Measured(child.Id)), FieldJson.Default.Batch, phone.HandIn, 9_000))).Refusal?.Code);
        // Without its number a message could be captured and said again.
        Assert.Equal("C-020", (await test.Changes(Signing.Sign(phone.Id, new AskChanges(null, test.Clock.Now), FieldJson.Default.AskChanges, phone.Read))).Refusal?.Code);
        Assert.Equal("C-020", (await test.Changes(Signing.Sign(phone.Id, new AskChanges(null, test.Clock.Now), FieldJson.Default.AskChanges, phone.Read, -4))).Refusal?.Code);
        Assert.Equal("C-020", (await phone.Ask(phone.Try(key: phone.Read))).Refusal?.Code);
        // A number is part of what is signed.
        Assert.Equal("C-020", (await test.Changes(phone.Question() with { Number = 99_999 })).Refusal?.Code);
        Assert.Equal("Wa Rini", Assert.Single((await test.Changes(phone.Question())).Value.Children).Name);
        Assert.Equal(7, (await test.Changes(phone.Question())).Value.TodayDays);
        Assert.False((await test.HandIn(phone.Sealed(boxes: phone.Copy(test.Measured(child.Id))))).IsRefused);
        // Handing in by itself ends nothing.
        Assert.Equal(DeviceOrder.None, (await test.Changes(phone.Question())).Value.Order);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_message_is_taken_once_an_old_one_is_refused_and_a_lost_answer_is_given_again(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var child = test.Girl();
        await (await test.Phone()).Send(child);
        var phone = await KeyedPhone.Register(test);
        var (question, work) = (phone.Question(), phone.Work(phone.Batch(test.Measured(child.Id))));
        Assert.False((await test.Changes(question)).IsRefused);
        Assert.Equal("C-070", (await test.Changes(question)).Refusal?.Code);
        var first = (await test.Accept(work)).Value;
        // The very same bytes: the answer was lost on the way.
        var again = (await test.Accept(work)).Value;
        Assert.Equal((BatchVerdict.AcceptedBefore, first.ReceivedAt), (again.Verdict, again.ReceivedAt));
        var handIn = phone.Sealed(boxes: phone.Copy(test.Measured(child.Id, 9_300, day: new(2026, 2, 5))));
        var kept = (await test.HandIn(handIn)).Value.Kept;
        Assert.Equal(kept, (await test.HandIn(handIn)).Value.Kept);
        var share = phone.Try();
        Assert.Equal(phone.Share, (await phone.Ask(share)).Value.Share);
        Assert.Equal("C-070", (await phone.Ask(share)).Refusal?.Code);

        await test.Changes(phone.Question());
        Assert.Equal("C-070", (await test.Accept(work)).Refusal?.Code);
        Assert.Equal("C-070", (await test.Changes(question)).Refusal?.Code);
        Assert.Equal("C-070", (await test.HandIn(handIn)).Refusal?.Code);
        // Eight at once: one is answered.
        var once = phone.Question();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => test.Changes(once)));
        Assert.Equal(1, answers.Count(answer => !answer.IsRefused));
        await using var db = test.Read();
        Assert.Equal(1, await db.Measurements.CountAsync());
        Assert.Equal(3, await db.JournalEntries.CountAsync(e => e.Fact == nameof(PosyanduDataRead)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Wrong_PINs_are_counted_at_the_server_and_the_tenth_ends_reading_for_whoever_holds_the_keys(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var child = test.Girl();
        await (await test.Phone()).Send(child);
        var phone = await KeyedPhone.Register(test);
        for (var left = 9; left > 6; left--) Assert.Equal((left, null, DeviceOrder.None), Told(await phone.Ask(phone.Try(RandomNumberGenerator.GetBytes(32)))));
        Assert.Equal((10, Convert.ToHexString(phone.Share!), DeviceOrder.None), Told(await phone.Ask(phone.Try())));
        // The right one began the count anew. Tries at once are counted one by one.
        await Task.WhenAll(Enumerable.Range(0, 9).Select(_ => phone.Try(RandomNumberGenerator.GetBytes(32))).ToList().Select(async one => await phone.Ask(one)));
        await using (var db = test.Read())
        {
            var counted = (await db.Phones.SingleAsync(p => p.Id == phone.Id)).WrongTries;
            Assert.InRange(counted, 1, 9);
            for (; counted < 9; counted++) await phone.Ask(phone.Try(RandomNumberGenerator.GetBytes(32)));
        }

        Assert.Equal((0, null, DeviceOrder.Wipe), Told(await phone.Ask(phone.Try(RandomNumberGenerator.GetBytes(32)))));
        Assert.Equal((0, null, DeviceOrder.Wipe), Told(await phone.Ask(phone.Try())));
        var data = (await test.Changes(phone.Question())).Value;
        Assert.Equal((DeviceOrder.Wipe, 0), (data.Order, data.Children.Count));
        Assert.Equal(DeviceOrder.Wipe, (await test.Accept(phone.Work(phone.Batch(test.Measured(child.Id))))).Value.Order);
        // Unsent work still comes in, and the puskesmas enters it.
        Assert.Single((await test.HandIn(phone.Sealed(hasForgotten: true, boxes: phone.Copy(test.Measured(child.Id))))).Value.Kept);
        Assert.Equal(1, (await test.Release(phone.Id)).Value.Entered);
        await using var journal = test.Read();
        Assert.Equal(1, await journal.JournalEntries.CountAsync(e => e.Fact == nameof(PhoneReadingEnded)));
        Assert.Equal(1, await journal.JournalEntries.CountAsync(e => e.Fact == nameof(PhoneHistoryOpened)));
        var row = (await journal.Phones.SingleAsync(p => p.Id == phone.Id));
        Assert.Null(row.ShareSealed);
    }

    [Fact]
    public async Task A_wipe_ends_the_reading_key_at_once_and_a_phone_that_forgot_ends_it_itself()
    {
        await using var test = await TestPosyandu.Open(Vendor.Sqlite);
        var child = test.Girl();
        await (await test.Phone()).Send(child);
        var (wiped, forgot) = (await KeyedPhone.Register(test), await KeyedPhone.Register(test));
        await test.Wipe(wiped.Id);
        await test.HandIn(forgot.Sealed(hasForgotten: true));
        foreach (var phone in new[] { wiped, forgot })
        {
            Assert.Equal((0, null, DeviceOrder.Wipe), Told(await phone.Ask(phone.Try())));
            Assert.Equal((DeviceOrder.Wipe, 0), ((await test.Changes(phone.Question())).Value.Order, (await test.Changes(phone.Question())).Value.Children.Count));
            Assert.Single((await test.HandIn(phone.Sealed(boxes: phone.Copy(test.Measured(child.Id, day: phone == wiped ? new(2026, 2, 5) : new(2026, 1, 5)))))).Value.Kept);
            Assert.Equal(1, (await test.Release(phone.Id)).Value.Entered);
        }

        // Whoever has only the key outside the PIN cannot make work up: what is sealed must be signed by the key behind it.
        await test.HandIn(wiped.Sealed(boxes: wiped.Copy(test.Measured(child.Id, 20_000), wiped.HandIn)));
        Assert.Equal(0, (await test.Release(wiped.Id)).Value.Entered);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_phone_of_an_earlier_edition_works_as_ever_changes_its_key_once_and_its_former_key_reads_nothing_any_more(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var former = await test.Phone();
        var child = test.Girl();
        await former.Send(child);
        // Before its change: it reads, sends and asks as it always did.
        Assert.Single((await former.Ask()).Children);
        var copyOfThen = Sealing.Seal(Guid.CreateVersion7(), former.Sign(former.Batch(test.Measured(child.Id)) with { Seq = 0 }), former.Registered.RegionKey);
        var phone = new KeyedPhone(test);
        Assert.Equal("C-020", (await phone.Change(former, by: phone.Read)).Refusal?.Code);
        var changed = (await phone.Change(former)).Value;
        Assert.Equal((32, 7), (changed.Share!.Length, changed.TodayDays));
        // The answer was lost: the same keys ask again. Other keys do not get in.
        Assert.Equal(changed.Share, (await phone.Change(former)).Value.Share);
        Assert.Equal("C-071", (await new KeyedPhone(test).Change(former)).Refusal?.Code);
        Assert.Single((await test.Changes(phone.Question())).Value.Children);
        Assert.Equal("C-071", (await phone.Change(former)).Refusal?.Code);

        Assert.Equal("C-020", (await test.Changes(Signing.Sign(former.Id, new AskChanges(null, test.Clock.Now), FieldJson.Default.AskChanges, former.Key))).Refusal?.Code);
        Assert.Equal("C-020", (await former.Send(test.Measured(child.Id, day: new(2026, 1, 5)))).Refusal?.Code);
        Assert.Equal(changed.Share, (await phone.Ask(phone.Try())).Value.Share);
        // Unsent work under the former key: sealed copies, and a file.
        Assert.Single((await test.HandIn(phone.Sealed(boxes: copyOfThen))).Value.Kept);
        Assert.Equal(1, (await test.Release(former.Id)).Value.Entered);
        var carried = Sealing.Seal(Guid.CreateVersion7(), former.Sign(former.Batch(test.Measured(child.Id, day: new(2026, 2, 5))) with { Seq = 0 }), former.Registered.RegionKey);
        Assert.Equal(1, (await test.HandOver(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new SealedFile(former.Id, "P", test.Clock.Now, [carried]), FieldJson.Default.SealedFile))).Value.Counts.Measurements);
        await using var db = test.Read();
        Assert.Equal(1, await db.JournalEntries.CountAsync(e => e.Fact == nameof(PhoneKeysChanged)));
    }

    [Fact]
    public async Task A_wiped_phone_of_an_earlier_edition_gets_no_keys_and_one_that_hands_in_sealed_work_reads_no_more()
    {
        await using var test = await TestPosyandu.Open(Vendor.Sqlite);
        var (wiped, forgot) = (await test.Phone(), await test.Phone());
        await wiped.Send(test.Girl());
        await test.Wipe(wiped.Id);
        Assert.Equal((DeviceOrder.Wipe, null), ((await new KeyedPhone(test).Change(wiped)).Value.Order, (await new KeyedPhone(test).Change(wiped)).Value.Share));
        Assert.Single((await forgot.Ask()).Children);
        Assert.False((await test.HandIn(Signing.Sign(forgot.Id, new HandInSealed(test.Clock.Now, []), FieldJson.Default.HandInSealed, forgot.Key))).IsRefused);
        var data = await forgot.Ask();
        Assert.Equal((DeviceOrder.Wipe, 0), (data.Order, data.Children.Count));
    }

    [Fact]
    public async Task A_registration_whose_answer_was_lost_is_answered_again_until_the_keys_first_speak()
    {
        await using var test = await TestPosyandu.Open(Vendor.Sqlite);
        var phone = new KeyedPhone(test);
        var code = (await test.Code(test.Melati, test.Cadre)).Value.Code;
        Assert.Equal("C-021", (await phone.Register(code, secret: new byte[16])).Refusal?.Code);
        var registered = (await phone.Register(code)).Value;
        Assert.Equal(registered.Share, (await phone.Register(code)).Value.Share);
        Assert.Equal("C-024", (await new KeyedPhone(test).Register(code)).Refusal?.Code);
        using var one = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal("C-024", (await test.Register(code, one)).Refusal?.Code);
        Assert.False((await test.Changes(Signing.Sign(registered.Device, new AskChanges(null, test.Clock.Now), FieldJson.Default.AskChanges, phone.Read, 5))).IsRefused);
        Assert.Equal("C-024", (await phone.Register(code)).Refusal?.Code);
    }

    [Fact]
    public async Task The_region_sets_the_days_a_posyandu_without_a_signal_has_forty_five_and_others_may_not()
    {
        await using var test = await TestPosyandu.Open(Vendor.Sqlite);
        Task<Outcome<Done>> Days(int days, Caller by) => test.With((db, commit) => new SetTodayDays(db, commit).Run(by, new(days)));
        Task<Outcome<Done>> Signal(bool has, Caller by) => test.With((db, commit) => new SetPosyanduSignal(db, commit, test.Clock).Run(by, new(test.Melati, has)));
        var admin = TestPosyandu.Staff(Role.RegionAdmin);
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.RegionAdmin or Role.System)))
            Assert.Equal("K-001", (await Days(3, TestPosyandu.Staff(role))).Refusal?.Code);
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.Midwife or Role.Nutritionist or Role.System)))
            Assert.Equal("K-001", (await Signal(false, TestPosyandu.Staff(role))).Refusal?.Code);
        Assert.Equal("C-001", (await Signal(false, test.FarNutritionist)).Refusal?.Code);
        Assert.Equal("C-072", (await Days(0, admin)).Refusal?.Code);
        Assert.Equal("C-072", (await Days(46, admin)).Refusal?.Code);
        Assert.False((await Days(3, admin)).IsRefused);
        var phone = await KeyedPhone.Register(test);
        Assert.Equal((3, 3), (phone.TodayDays, (await test.Changes(phone.Question())).Value.TodayDays));
        Assert.False((await Signal(false, test.Midwife)).IsRefused);
        Assert.Equal(45, (await test.Changes(phone.Question())).Value.TodayDays);
        Assert.Equal(45, (await phone.Ask(phone.Try())).Value.TodayDays);
        await using var db = test.Read();
        Assert.Equal((1, 1), (await db.JournalEntries.CountAsync(e => e.Fact == nameof(TodayDaysSet)), await db.JournalEntries.CountAsync(e => e.Fact == nameof(PosyanduSignalSet))));
    }

    private static (int, string?, DeviceOrder) Told(Outcome<ShareAnswer> answer) => (answer.Value.TriesLeft, answer.Value.Share is { } share ? Convert.ToHexString(share) : null, answer.Value.Order);
}
