using Lakudo.Hall;

namespace Lakudo.Web.Hall;

/// <summary>The groups that are served first, as the screens say them (PermenPANRB 11/2024).</summary>
public static class PriorityWords
{
    /// <summary>Each group with its words.</summary>
    public static IReadOnlyList<(PriorityGroups Group, string Words)> All { get; } =
    [
        (PriorityGroups.Elderly, "Lansia, 60 tahun ke atas"), (PriorityGroups.Disability, "Penyandang disabilitas"), (PriorityGroups.PregnantOrNursing, "Ibu hamil atau menyusui"),
        (PriorityGroups.WithChild, "Membawa balita atau anak"), (PriorityGroups.DisasterVictim, "Korban bencana"),
    ];
}
