using Lakudo.Kernel;

namespace Lakudo.Children.Reminders;

/// <summary>How far a reminder has come.</summary>
public enum ReminderState : byte
{
    /// <summary>Written, not handed over yet.</summary>
    Waiting = 1,

    /// <summary>The telephone that sends SMS has it.</summary>
    Taken = 2,

    /// <summary>The mail server or the telephone network has it.</summary>
    Sent = 3,

    /// <summary>The mother's telephone has it.</summary>
    Delivered = 4,

    /// <summary>It did not go out and will not.</summary>
    Failed = 5,

    /// <summary>It was not to go out any more.</summary>
    Cancelled = 6,

    /// <summary>The program was stopped in the middle of handing it over, or nobody said what became of it. It is not sent again: twice is worse than perhaps once.</summary>
    Uncertain = 7,
}

/// <summary>Why a reminder waits, failed or was not to go out.</summary>
public enum ReminderWhy : byte
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>The service could not be reached.</summary>
    Down = 1,

    /// <summary>The service refuses the installation's user name or password.</summary>
    Unknown = 2,

    /// <summary>The service refuses this number or mailbox.</summary>
    NumberRefused = 3,

    /// <summary>The telephone or the network could not send it: no credit, no signal, a number that is gone.</summary>
    NotCarried = 4,

    /// <summary>The family wants no more reminders, or gave no contact that can be reached now.</summary>
    NoContact = 5,

    /// <summary>No child of the family is expected there any more.</summary>
    NoChild = 6,

    /// <summary>The posyandu is held on another day, or no longer.</summary>
    DayMoved = 7,
}

/// <summary>What a reminder is written for.</summary>
public enum ReminderKind : byte
{
    /// <summary>The posyandu's day comes.</summary>
    Coming = 1,

    /// <summary>It comes, and a child of the family was not there the month before.</summary>
    Again = 2,
}

/// <summary>A reminder of one posyandu's day to one family: the outgoing message. One a family and month, whatever happens: the database's unique index says so.</summary>
internal sealed class Reminder : IRegional
{
    private Reminder()
    {
    }

    public Reminder(int regionId, Guid id, Guid motherId, Guid posyanduId, DateOnly day, ReminderKind kind, DateTime now, DateTime expiresAt)
    {
        (RegionId, Id, MotherId, WrittenAt) = (regionId, id, motherId, now);
        Plan(posyanduId, day, kind, now, expiresAt);
    }

    public int RegionId { get; private set; }

    /// <summary>Also the message's number at the service that sends it.</summary>
    public Guid Id { get; private set; }

    public Guid MotherId { get; private set; }

    /// <summary>The first of the month of <see cref="Day"/>.</summary>
    public DateOnly Month { get; private set; }

    public Guid PosyanduId { get; private set; }

    /// <summary>The posyandu's day.</summary>
    public DateOnly Day { get; private set; }

    public ReminderKind Kind { get; private set; }

    public ReminderState State { get; private set; }

    public ReminderWhy Why { get; private set; }

    public DateTime WrittenAt { get; private set; }

    /// <summary>When it is to be tried, or asked after, next; null when nothing more is to be done.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>From when on nobody has anything of it: the posyandu's day is under way.</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>How often it was handed over.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it was last handed over; null again when the service said that it did not take it.</summary>
    public DateTime? HandedAt { get; private set; }

    public DateTime? LeasedUntil { get; private set; }

    /// <summary>When <see cref="State"/> became what it is, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Whether it never left and may be written for another day.</summary>
    public bool NeverLeft => State is ReminderState.Waiting or ReminderState.Cancelled && HandedAt is null;

    /// <summary>Whether the mother may have it.</summary>
    public bool MayHaveLeft => State is ReminderState.Taken or ReminderState.Sent or ReminderState.Delivered or ReminderState.Uncertain || HandedAt is not null;

    /// <summary>Writes it for a day.</summary>
    public void Plan(Guid posyanduId, DateOnly day, ReminderKind kind, DateTime now, DateTime expiresAt)
    {
        (PosyanduId, Day, Month, Kind) = (posyanduId, day, new DateOnly(day.Year, day.Month, 1), kind);
        (State, Why, At, DueAt, ExpiresAt, Attempts) = (ReminderState.Waiting, ReminderWhy.None, now, now, expiresAt, 0);
    }
}
