namespace Lakudo.Hall;

/// <summary>Where a ticket stands in its day.</summary>
public enum TicketState
{
    /// <summary>Taken on the web, the holder has not checked in at the hall yet; cannot be called.</summary>
    Booked = 1,

    /// <summary>In a line, may be called.</summary>
    Waiting = 2,

    /// <summary>Called to a counter, nobody has come yet.</summary>
    Called = 3,

    /// <summary>Being served at a counter.</summary>
    Serving = 4,

    /// <summary>Called in vain once; comes back into its line by itself at the due time (kesempatan kedua).</summary>
    Missed = 5,

    /// <summary>Served.</summary>
    Finished = 6,

    /// <summary>Called in vain, and again on the second chance.</summary>
    NoShow = 7,

    /// <summary>Given up by its holder or by staff.</summary>
    Cancelled = 8,

    /// <summary>A web ticket whose holder did not check in in time.</summary>
    Void = 9,

    /// <summary>Still waiting when the day was closed.</summary>
    Unserved = 10,
}

/// <summary>Questions about ticket states that more than one rule asks.</summary>
public static class TicketStates
{
    /// <summary>Whether the ticket can still lead to a service today.</summary>
    public static bool IsOpen(this TicketState state) => state <= TicketState.Missed;

    /// <summary>Whether the ticket is held by a counter: called or being served. At most one per counter and one per ticket.</summary>
    public static bool IsAtCounter(this TicketState state) => state is TicketState.Called or TicketState.Serving;
}
