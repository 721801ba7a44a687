namespace Lakudo.Hall;

/// <summary>
/// Groups of people who are served first (PermenPANRB 11/2024). No proof is asked for; the officer confirms or corrects at the counter.
/// Which group it is may tell of someone's health, so it stands in the ticket's own row only; the journal knows just "priority, yes or no".
/// </summary>
[Flags]
public enum PriorityGroups
{
    /// <summary>No priority asked for.</summary>
    None = 0,

    /// <summary>Lansia: 60 years and older (UU 13/1998).</summary>
    Elderly = 1,

    /// <summary>Penyandang disabilitas (UU 8/2016).</summary>
    Disability = 2,

    /// <summary>Ibu hamil atau menyusui.</summary>
    PregnantOrNursing = 4,

    /// <summary>Membawa balita atau anak.</summary>
    WithChild = 8,

    /// <summary>Korban bencana alam atau sosial.</summary>
    DisasterVictim = 16,
}
