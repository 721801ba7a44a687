namespace Lakudo.Hall;

/// <summary>Where a number was handed out.</summary>
public enum TicketOrigin
{
    /// <summary>At a registered kiosk (anjungan) in the hall.</summary>
    Kiosk = 1,

    /// <summary>By staff for a visitor in the hall.</summary>
    Staff = 2,

    /// <summary>On the web; void unless the holder checks in at the hall in time.</summary>
    Web = 3,

    /// <summary>From a pre-numbered paper pad while the system was down, entered afterwards (buku darurat).</summary>
    Paper = 4,
}
