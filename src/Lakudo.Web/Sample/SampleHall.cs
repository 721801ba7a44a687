using Lakudo.Hall;
using Lakudo.Hall.Setup;
using Lakudo.Kernel;

namespace Lakudo.Web.Sample;

/// <summary>The sample hall: three zones, six lines, eight counters, Monday to Friday with Friday prayer.</summary>
public static class SampleHall
{
    /// <summary>The hall's number.</summary>
    public const int Hall = 1;

    /// <summary>Lines by number: what stands before numbers, name, standard minutes, codes of the agencies whose services stand in it.</summary>
    internal static readonly (int Id, string Code, string Name, int Minutes)[] Lines =
    [
        (1, "A", "Kependudukan dan pencatatan sipil", 10), (2, "B", "Perizinan dan penanaman modal", 20), (3, "C", "Pajak dan retribusi daerah", 8),
        (4, "D", "Pertanahan, kepolisian, imigrasi", 15), (5, "E", "Kesehatan, sosial, BPJS", 12), (6, "F", "Informasi dan layanan lain", 7),
    ];

    /// <summary>The line in which an agency's services stand.</summary>
    internal static int LineOf(string agency) => agency switch
    {
        _ when Has(agency, "Kependudukan", "Agama", "Pengadilan", "KUA") => 1,
        _ when Has(agency, "Penanaman Modal", "Pekerjaan Umum", "Lingkungan", "Perhubungan", "Perdagangan", "Koperasi", "Pertanian", "Perikanan") => 2,
        _ when Has(agency, "Pendapatan", "Pajak", "Bea", "Bank", "Keuangan") => 3,
        _ when Has(agency, "Pertanahan", "Kepolisian", "Polres", "Imigrasi", "Kejaksaan", "Hukum") => 4,
        _ when Has(agency, "Kesehatan", "Sosial", "BPJS", "Keluarga", "Tenaga Kerja", "Taspen") => 5,
        _ => 6,
    };

    /// <summary>Sets the hall up; services stand in the lines named for them.</summary>
    public static SetUpHall.Command Setup(ILookup<int, Guid> servicesOfLine) => new(
        Hall, [new(1, "Depan"), new(2, "Tengah"), new(3, "Belakang")],
        [.. Lines.Select(l => new SetUpHall.LineRow(l.Id, l.Code, l.Name, l.Minutes, [.. servicesOfLine[l.Id]]))],
        [
            new(1, "1", 1, [1]), new(2, "2", 1, [1]), new(3, "3", 1, [2]), new(4, "4", 2, [2]), new(5, "5", 2, [3]), new(6, "6", 2, [4]), new(7, "7", 3, [5]), new(8, "8", 3, [6, 3]),
        ],
        [
            .. new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday }
                .Select(d => new SetUpHall.HoursRow(d, new(7, 30), new(15, 0), new(16, 0))),
        ],
        [
            new(DayOfWeek.Friday, new(11, 30), new(13, 0), StopsNumbers: true),
            .. new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday }.Select(d => new SetUpHall.BreakRow(d, new(12, 0), new(13, 0), StopsNumbers: false)),
        ]);

    /// <summary>A morning: counters open, visitors come, some are served already.</summary>
    public static async Task OpenMorning(IServiceProvider services, Guid clerk, CancellationToken ct)
    {
        Caller As(Role role) => new(SampleRegion.Region, clerk, [new Assignment(role, SampleRegion.Region, Hall)]);
        await SampleRegion.Run<OpenDay, Done>(services, v => v.Run(As(Role.HallManager), new(Hall), ct));
        for (var counter = 1; counter <= 6; counter++)
        {
            var number = counter;
            await SampleRegion.Run<OpenCounter, Done>(services, v => v.Run(As(Role.CounterOfficer), new(Hall, number), ct));
        }

        PriorityGroups[] groups = [0, 0, 0, PriorityGroups.Elderly, 0, 0, PriorityGroups.WithChild, 0, 0, 0, PriorityGroups.Disability];
        for (var visitor = 0; visitor < 34; visitor++)
        {
            var line = (visitor * 7 % 6) + 1;
            var group = groups[visitor % groups.Length];
            await SampleRegion.Run<TakeTicket, TicketAnswer>(services, v => v.Run(As(Role.Kiosk), new(Hall, null, line, group), ct));
        }

        foreach (var counter in new[] { 1, 2, 3, 5, 6 })
        {
            var called = await SampleRegion.Run<CallNext, TicketAnswer>(services, v => v.Run(As(Role.CounterOfficer), new(Hall, counter), ct));
            await SampleRegion.Run<StartService, TicketAnswer>(services, v => v.Run(As(Role.CounterOfficer), new(Hall, counter, called.Id), ct));
            if (counter % 2 == 1)
            {
                await SampleRegion.Run<FinishService, TicketAnswer>(services, v => v.Run(As(Role.CounterOfficer), new(Hall, counter, called.Id), ct));
                await SampleRegion.Run<CallNext, TicketAnswer>(services, v => v.Run(As(Role.CounterOfficer), new(Hall, counter), ct));
            }
        }
    }

    private static bool Has(string agency, params string[] words) => words.Any(w => agency.Contains(w, StringComparison.OrdinalIgnoreCase));
}
