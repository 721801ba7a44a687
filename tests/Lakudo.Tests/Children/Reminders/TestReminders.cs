using Lakudo.Children.Reminders;
using Lakudo.Field;
using Lakudo.Kernel;
using Lakudo.Notifications;
using Lakudo.Testing;
using Lakudo.Tests.Children.Families;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children.Reminders;

/// <summary>A telephone or mail server in a test: it keeps what it took, and does what it is told to.</summary>
internal sealed class TestChannel(ContactKind kind, bool knowsMessages) : IMessageChannel
{
    private readonly Dictionary<Guid, Delivery> _states = [];

    public ContactKind Kind => kind;

    public bool IsSimulated => false;

    public bool KnowsMessages => knowsMessages;

    /// <summary>What left, once per message where the service knows them and once per hand-over where it does not.</summary>
    public List<OutgoingMessage> Left { get; } = [];

    /// <summary>What it answers instead of taking a message.</summary>
    public Refusal? Refuses { get; set; }

    /// <summary>Whether the program is killed before the service has the message, or after.</summary>
    public (bool Before, bool After) Kills { get; set; }

    /// <summary>How far messages come when asked after.</summary>
    public Delivery Says { get; set; } = Delivery.Sent;

    public Task<Outcome<Done>> Send(Contact to, string subject, string text, CancellationToken ct) => throw new NotSupportedException();

    public Task<Outcome<Delivery>> Send(OutgoingMessage message, CancellationToken ct)
    {
        if (Kills.Before) throw new OperationCanceledException("killed");
        if (Refuses is { } refusal) return Task.FromResult<Outcome<Delivery>>(refusal);
        if (!knowsMessages || _states.TryAdd(message.Id, Delivery.Taken)) Left.Add(message);
        if (Kills.After) throw new OperationCanceledException("killed");
        return Task.FromResult<Outcome<Delivery>>(knowsMessages ? Delivery.Taken : Delivery.Sent);
    }

    public Task<Outcome<Delivery>> Ask(Guid id, CancellationToken ct) =>
        Task.FromResult<Outcome<Delivery>>(Refuses is { } refusal ? refusal : _states.ContainsKey(id) ? Says : NotificationRefusals.MessageRefused);
}

/// <summary>A posyandu with families who can be reminded. Its day is the fifth of the month; the region's time is eight hours ahead.</summary>
internal sealed class TestReminders : IAsyncDisposable
{
    internal const string Number = "0812 3456 7890";

    private TestReminders(TestFamily family) => Family = family;

    internal TestFamily Family { get; }

    internal TestPosyandu Test => Family.Test;

    internal TestChannel Phone { get; } = new(ContactKind.Phone, knowsMessages: true);

    internal TestChannel Mail { get; } = new(ContactKind.Email, knowsMessages: false);

    internal ReminderSettings Settings { get; set; } = new();

    internal IMessageChannel[] Installed { get; set; } = [];

    internal ReminderChannels Channels => new(Installed, Settings);

    internal static Caller Lakudo => Caller.System(1);

    internal static async Task<TestReminders> Open(Vendor vendor)
    {
        var test = new TestReminders(await TestFamily.Open(vendor));
        test.Installed = [test.Phone, test.Mail];
        return test;
    }

    /// <summary>Local time in the region.</summary>
    internal void At(int year, int month, int day, int hour, int minute = 0) => Test.Time.Set(new DateTimeOffset(year, month, day, hour, minute, 0, TimeSpan.FromHours(8)));

    internal Task<Outcome<Done>> Give(string? contact = Number, Guid? child = null, Caller? by = null, bool agrees = true) =>
        Test.With((db, commit) => new GiveReminderContact(db, commit, Test.Clock, Test.Personal, Channels).Run(by ?? Test.Midwife, new(child ?? Family.Girl.Id, contact, agrees)));

    internal Task<Outcome<Done>> End(Guid? child = null, Caller? by = null) => Test.With((db, commit) => new EndReminderContact(db, commit, Test.Clock).Run(by ?? Test.Midwife, new(child ?? Family.Girl.Id)));

    internal Task<Outcome<int>> Plan(Caller? by = null) => Test.With((db, commit) => new PlanReminders(db, commit, Test.Clock, Channels).Run(by ?? Lakudo));

    internal Task<Outcome<int>> Send(Caller? by = null) => Test.With((db, commit) => new SendReminders(db, commit, Test.Clock, Test.Lane, Test.Personal, Channels).Run(by ?? Lakudo));

    internal Task<Outcome<RemindersOfChild.Answer>> OfChild(Guid? child = null, Caller? by = null) =>
        Test.With((db, _) => new RemindersOfChild(db, Test.Clock, Test.Personal, Channels).Run(by ?? Test.Midwife, child ?? Family.Girl.Id));

    internal Task<Outcome<RemindersOfPosyandu.Answer>> OfPosyandu(Guid? posyandu = null, Caller? by = null) =>
        Test.With((db, commit) => new RemindersOfPosyandu(db, commit, Test.Clock, Test.Personal, Channels).Run(by ?? Test.Midwife, posyandu));

    internal Task<Outcome<ReminderHealth.Answer>> Health(Caller? by = null) => Test.With((db, _) => new ReminderHealth(db, Test.Clock, Channels).Run(by ?? Lakudo));

    /// <summary>As the worker does: looks for whom to write, and hands over.</summary>
    internal async Task Round()
    {
        Assert.False((await Plan()).IsRefused);
        Assert.False((await Send()).IsRefused);
    }

    /// <summary>Another girl of the same mother, unless she is given another.</summary>
    internal async Task<NewChild> Sister(string name = "Wa Lina", DateOnly? birth = null, string? motherNik = "7414016505950001", Guid? posyandu = null, Guid? cadre = null)
    {
        var child = Test.Girl(name, motherNik, birth ?? new DateOnly(2023, 6, 1));
        var phone = await Test.Phone(posyandu, cadre);
        Assert.Equal(BatchVerdict.Accepted, (await phone.Send(child)).Value.Verdict);
        return child;
    }

    internal async Task<Reminder> Only()
    {
        await using var db = Test.Read();
        return Assert.Single(await db.Reminders.AsNoTracking().ToListAsync());
    }

    public ValueTask DisposeAsync() => Family.DisposeAsync();
}
