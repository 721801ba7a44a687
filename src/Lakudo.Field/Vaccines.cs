namespace Lakudo.Field;

/// <summary>An immunisation of the national schedule.</summary>
/// <param name="Code">Stable code, kept in the register.</param>
/// <param name="Name">As printed in the KIA book.</param>
/// <param name="FromMonth">Completed months from which it is due.</param>
public sealed record Vaccine(string Code, string Name, int FromMonth);

/// <summary>The routine immunisations of infants and toddlers.</summary>
/// <remarks>Source: Permenkes 12/2017 with the additions of PCV, rotavirus and a second IPV (Kepmenkes HK.01.07/MENKES/1332/2022 names PCV); not yet checked against the printed card in use.</remarks>
public static class Vaccines
{
    /// <summary>In order of age.</summary>
    public static IReadOnlyList<Vaccine> All { get; } =
    [
        new("HB0", "Hepatitis B 0", 0), new("BCG", "BCG", 0), new("OPV1", "Polio tetes 1", 0),
        new("DPT1", "DPT-HB-Hib 1", 2), new("OPV2", "Polio tetes 2", 2), new("RV1", "Rotavirus 1", 2), new("PCV1", "PCV 1", 2),
        new("DPT2", "DPT-HB-Hib 2", 3), new("OPV3", "Polio tetes 3", 3), new("RV2", "Rotavirus 2", 3), new("PCV2", "PCV 2", 3),
        new("DPT3", "DPT-HB-Hib 3", 4), new("OPV4", "Polio tetes 4", 4), new("IPV1", "Polio suntik 1", 4), new("RV3", "Rotavirus 3", 4),
        new("MR1", "Campak Rubela 1", 9), new("IPV2", "Polio suntik 2", 9),
        new("PCV3", "PCV 3", 12), new("DPT4", "DPT-HB-Hib lanjutan", 18), new("MR2", "Campak Rubela lanjutan", 18),
    ];

    /// <summary>The immunisation of a code, or null.</summary>
    public static Vaccine? Find(string code) => All.FirstOrDefault(vaccine => vaccine.Code == code);
}
