using Lakudo.Kernel;

namespace Lakudo.Web.Identity;

/// <summary>Roles as people read them.</summary>
public static class RoleWords
{
    /// <summary>The roles that people hold, in the order of a list to choose from.</summary>
    public static IReadOnlyList<Role> OfPeople { get; } =
        [
            Role.CounterOfficer, Role.Verifier, Role.Signer, Role.AgencyAdmin, Role.HallManager, Role.RegionAdmin, Role.ItOfficer, Role.Inspector, Role.DataProtectionOfficer,
            Role.Midwife, Role.Nutritionist, Role.VillageOfficer, Role.FamilyCompanion, Role.ProgrammeOffice,
        ];

    /// <summary>For example <c>petugas loket</c>.</summary>
    public static string Of(Role role) => role switch
    {
        Role.CounterOfficer => "petugas loket",
        Role.Verifier => "verifikator",
        Role.Signer => "penandatangan",
        Role.AgencyAdmin => "admin instansi",
        Role.HallManager => "pengelola MPP",
        Role.RegionAdmin => "admin wilayah",
        Role.ItOfficer => "petugas TI",
        Role.Inspector => "pemeriksa",
        Role.Cadre => "kader posyandu",
        Role.Midwife => "bidan",
        Role.Nutritionist => "ahli gizi",
        Role.DataProtectionOfficer => "petugas PDP",
        Role.VillageOfficer => "petugas desa",
        Role.FamilyCompanion => "pendamping keluarga (TPK)",
        Role.ProgrammeOffice => "TPPS dan OPD",
        Role.Kiosk => "anjungan",
        Role.CounterDevice => "komputer loket",
        Role.Board => "papan",
        Role.HallClient or Role.ApplicationsClient => "sistem luar",
        Role.System => "Lakudo",
        _ => "warga",
    };
}
