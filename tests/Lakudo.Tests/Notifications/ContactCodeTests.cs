using Lakudo.Kernel;
using Lakudo.Notifications;
using Lakudo.Testing;

namespace Lakudo.Tests.Notifications;

public sealed class ContactCodeTests
{
    private static readonly PersonalData Personal = new(new byte[32]);
    private static readonly Caller Citizen = Caller.Public(1) with { Address = "10.0.0.7" };
    private readonly MovableTime _time = new();

    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task The_code_that_was_sent_confirms_the_number(Vendor vendor)
    {
        await using var desk = await Desk.Open(vendor, _time);
        var sent = (await desk.Send(Citizen, "0812 3456 7890")).Value;

        var confirmed = await desk.Confirm(Citizen, sent.Code, desk.Phone.LastDigits);

        Assert.Equal(Personal.Fingerprint("6281234567890"), confirmed.Value.Fingerprint);
        Assert.Equal("0812•••890", sent.Masked);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_code_is_good_once_and_for_ten_minutes(Vendor vendor)
    {
        await using var desk = await Desk.Open(vendor, _time);
        var first = (await desk.Send(Citizen, "0812 3456 7890")).Value;
        await desk.Confirm(Citizen, first.Code, desk.Phone.LastDigits);
        Assert.Equal("N-004", (await desk.Confirm(Citizen, first.Code, desk.Phone.LastDigits)).Refusal?.Code);

        var second = (await desk.Send(Citizen, "0812 3456 7890")).Value;
        _time.Move(TimeSpan.FromMinutes(11));
        Assert.Equal("N-004", (await desk.Confirm(Citizen, second.Code, desk.Phone.LastDigits)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Five_wrong_tries_spend_a_code(Vendor vendor)
    {
        await using var desk = await Desk.Open(vendor, _time);
        var sent = (await desk.Send(Citizen, "warga@contoh.id")).Value;
        var wrong = desk.Mail.LastDigits == "000000" ? "000001" : "000000";
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("N-003", (await desk.Confirm(Citizen, sent.Code, wrong)).Refusal?.Code);
        }

        Assert.Equal("N-004", (await desk.Confirm(Citizen, sent.Code, desk.Mail.LastDigits)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_fourth_code_within_an_hour_is_refused(Vendor vendor)
    {
        await using var desk = await Desk.Open(vendor, _time);
        for (var i = 0; i < 3; i++)
        {
            Assert.False((await desk.Send(Citizen, "081234567890")).IsRefused);
        }

        Assert.Equal("N-002", (await desk.Send(Citizen, "+62 812-3456-7890")).Refusal?.Code);
        _time.Move(TimeSpan.FromMinutes(61));
        Assert.False((await desk.Send(Citizen, "081234567890")).IsRefused);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_service_that_is_down_is_said_and_not_hidden(Vendor vendor)
    {
        await using var desk = await Desk.Open(vendor, _time);
        desk.Phone.IsDown = true;

        Assert.Equal("N-005", (await desk.Send(Citizen, "081234567890")).Refusal?.Code);
    }

    [Theory]
    [InlineData("0812-3456-7890", "6281234567890")]
    [InlineData("+62 812 3456 7890", "6281234567890")]
    [InlineData("81234567890", "6281234567890")]
    [InlineData("Warga@Contoh.ID", "warga@contoh.id")]
    public void A_contact_is_read_however_it_is_typed(string typed, string expected) => Assert.Equal(expected, Contact.Read(typed).Value.Value);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("12345")]
    [InlineData("021 5551234")]
    [InlineData("warga@contoh")]
    [InlineData("a b@contoh.id")]
    [InlineData("0812x34567890")]
    public void What_is_no_contact_is_refused(string? typed) => Assert.Equal("N-001", Contact.Read(typed).Refusal?.Code);

    private sealed class Desk(TestDatabase database, Clock clock) : IAsyncDisposable
    {
        private int _keys;

        public Mailbox Phone { get; } = new(ContactKind.Phone);

        public Mailbox Mail { get; } = new(ContactKind.Email);

        public static async Task<Desk> Open(Vendor vendor, TimeProvider time) => new(await TestDatabase.Create(vendor), new Clock(time));

        public async Task<Outcome<SendContactCode.Answer>> Send(Caller caller, string contact)
        {
            await using var db = database.Open();
            return await new SendContactCode(db, new Commit(db, clock, database.Lane), clock, Personal, [Phone, Mail]).Run(caller with { Key = $"k{_keys++}" }, new(contact));
        }

        public async Task<Outcome<ConfirmedContact>> Confirm(Caller caller, Guid code, string digits)
        {
            await using var db = database.Open();
            return await new ConfirmContactCode(db, new Commit(db, clock, database.Lane), clock, Personal).Run(caller with { Key = $"k{_keys++}" }, new(code, digits));
        }

        public ValueTask DisposeAsync() => database.DisposeAsync();
    }

    private sealed class Mailbox(ContactKind kind) : IMessageChannel
    {
        public ContactKind Kind => kind;

        public bool IsSimulated => true;

        public bool IsDown { get; set; }

        public string LastDigits { get; private set; } = "";

        public Task<Outcome<Done>> Send(Contact to, string subject, string text, CancellationToken ct)
        {
            LastDigits = text[..6];
            return Task.FromResult<Outcome<Done>>(IsDown ? NotificationRefusals.ChannelDown : new Done());
        }
    }
}
