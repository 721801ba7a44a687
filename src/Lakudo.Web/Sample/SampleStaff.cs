using Lakudo.Catalogue;
using Lakudo.Identity;
using Lakudo.Kernel;
using Lakudo.Web.Identity;

namespace Lakudo.Web.Sample;

/// <summary>The sample's accounts. Their passwords are made for this installation and printed once.</summary>
public static class SampleStaff
{
    private static readonly AddStaff.Command[] Everybody =
    [
        new("loket.1", "Wa Ode Contoh", Role.CounterOfficer, SampleHall.Hall, MustChangePassword: false),
        new("loket.2", "La Contoh", Role.CounterOfficer, SampleHall.Hall, MustChangePassword: false),
        new("loket.3", "Wa Contoh", Role.CounterOfficer, SampleHall.Hall, MustChangePassword: false),
        new("verifikator", "Ruslan Contoh", Role.Verifier, MustChangePassword: false),
        new("penandatangan", "Hasanuddin Contoh", Role.Signer, MustChangePassword: false),
        new("pengelola", "Nurhayati Contoh", Role.HallManager, SampleHall.Hall, MustChangePassword: false),
        new("admin", "Admin Wilayah Contoh", Role.RegionAdmin, MustChangePassword: false),
        new("petugas.ti", "Petugas TI Contoh", Role.ItOfficer, MustChangePassword: false),
        new("bidan", "Bidan Wa Ode Contoh", Role.Midwife, MustChangePassword: false),
        new("gizi", "Sitti Gizi Contoh", Role.Nutritionist, MustChangePassword: false),
        new("desa", "Petugas Desa Contoh", Role.VillageOfficer, MustChangePassword: false),
        new("tpk", "Wa Ode Pendamping Contoh", Role.FamilyCompanion, MustChangePassword: false),
        new("tpps", "Sekretariat TPPS Contoh", Role.ProgrammeOffice, MustChangePassword: false),
        new("petugas.pdp", "Petugas PDP Contoh", Role.DataProtectionOfficer, MustChangePassword: false),
    ];

    /// <summary>Makes the accounts, prints them, and gives their ids by user name.</summary>
    public static async Task<IReadOnlyDictionary<string, Guid>> Fill(IServiceProvider services, CatalogueSnapshot catalogue, TextWriter console, CancellationToken ct)
    {
        var system = Caller.System(SampleRegion.Region);
        var accounts = new Dictionary<string, Guid>();
        await console.WriteLineAsync("\nAkun contoh (kata sandi dibuat untuk instalasi ini dan hanya ditampilkan sekali, sekarang):");
        var agency = catalogue.Find("SOS-001")!.Agency.Id;
        var inspected = services.GetRequiredService<Clock>().Now.AddDays(SampleCases.Days + 30);
        foreach (var person in Everybody
                     .Append(new("admin.dinsos", "Siti Contoh", Role.AgencyAdmin, Agency: agency, MustChangePassword: false))
                     .Append(new("pemeriksa", "Pemeriksa Contoh", Role.Inspector, Until: inspected, MustChangePassword: false)))
        {
            var made = await SampleRegion.Run<AddStaff, AddStaff.Answer>(services, v => v.Run(system, person, ct));
            accounts[made.UserName] = made.Account;
            await console.WriteLineAsync($"  {made.UserName,-16} {made.Password}   {RoleWords.Of(person.Role)}");
        }

        await console.WriteLineAsync("Penandatangan, pengelola, kedua admin, petugas TI, petugas PDP, dan pemeriksa memasang aplikasi autentikator pada saat masuk pertama kali.\n");
        return accounts;
    }
}
