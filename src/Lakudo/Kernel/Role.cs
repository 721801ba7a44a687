namespace Lakudo.Kernel;

/// <summary>What a person, device or client is trusted with. A role is held in a region and may be narrowed to a hall or an agency.</summary>
public enum Role
{
    /// <summary>Anyone without an account: a citizen at the portal.</summary>
    Public,

    /// <summary>Petugas loket: calls, serves, files at the counter.</summary>
    CounterOfficer,

    /// <summary>Verifikator: checks files and prepares the decision.</summary>
    Verifier,

    /// <summary>Pejabat penandatangan: decides and signs.</summary>
    Signer,

    /// <summary>Admin instansi: the agency's own services, standards and staff.</summary>
    AgencyAdmin,

    /// <summary>Pengelola MPP: runs the floor.</summary>
    HallManager,

    /// <summary>Admin wilayah: regions, halls, agencies, accounts.</summary>
    RegionAdmin,

    /// <summary>Petugas TI: installs, backs up, resets access; reads no case.</summary>
    ItOfficer,

    /// <summary>Pemeriksa (Inspektorat, Ombudsman): reads only, for a limited time, masked, every read journaled.</summary>
    Inspector,

    /// <summary>A registered kiosk.</summary>
    Kiosk,

    /// <summary>A registered counter computer, before a clerk has entered a PIN.</summary>
    CounterDevice,

    /// <summary>A registered board.</summary>
    Board,

    /// <summary>An API client that runs tickets and counters.</summary>
    HallClient,

    /// <summary>An API client that files and reads applications of one agency.</summary>
    ApplicationsClient,

    /// <summary>Lakudo itself: timers, the outbox, the first start.</summary>
    System,

    // Roles are stored by number: new ones come at the end.

    /// <summary>Kader posyandu: measures the children of her posyandu with a registered phone.</summary>
    Cadre,

    /// <summary>Bidan: looks after the children and pregnant women of her villages.</summary>
    Midwife,

    /// <summary>Ahli gizi puskesmas: validates what is measured, orders to measure again, decides who is who.</summary>
    Nutritionist,

    /// <summary>
    /// Petugas PDP (pejabat pelindungan data pribadi, UU 27/2022 art. 53): retention, requests of data subjects, breaches. Sees no case but by a request, and each look is journaled.
    /// </summary>
    DataProtectionOfficer,

    /// <summary>Petugas desa: sees the numbers of the own village, and families only where the puskesmas entrusts them.</summary>
    VillageOfficer,

    /// <summary>TPPS and offices (OPD) of the stunting programme: numbers only, of the whole region.</summary>
    ProgrammeOffice,

    /// <summary>Anggota tim pendamping keluarga (TPK: bidan, kader TP PKK, kader KB): only families that the puskesmas entrusts, until a day.</summary>
    FamilyCompanion,
}
