using Lakudo.Hall.Live;
using Lakudo.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Hall;

/// <summary>Registers the parts of the hall that live as long as the program.</summary>
public static class HallServices
{
    /// <summary>Adds the live day's pumps and mirrors, the desk and its views.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="batch">Most commands in one commit; 256 when not given.</param>
    public static IServiceCollection AddHall(this IServiceCollection services, int? batch = null)
    {
        services.AddSingleton(new HallBatch(batch ?? 256));
        services.AddSingleton<HallCount>();
        services.AddSingleton<HallMirrors>();
        services.AddSingleton<HallDayPumps>();
        services.AddSingleton<HallDayWay>();
        services.AddGrainService<HallNews>();
        services.AddHostedService<HallNewsTeller>();
        services.AddSingleton(s => new HallDesk(
            s.GetRequiredService<HallDayWay>().Ask, s.GetRequiredService<HallDirectory>(), s.GetRequiredService<Clock>(), s.GetRequiredService<PersonalData>()));
        services.AddSingleton<LetTimePass>();
        services.AddSingleton(s => new Board(s.GetRequiredService<HallDesk>(), s.GetRequiredService<HallMirrors>()));
        services.AddSingleton(s => new TicketStatus(s.GetRequiredService<HallDesk>(), s.GetRequiredService<HallMirrors>()));
        services.AddSingleton(s => new KioskSlip(s.GetRequiredService<HallDesk>(), s.GetRequiredService<HallMirrors>()));
        services.AddScoped(s => new KioskChoices(s.GetRequiredService<LakudoDb>(), s.GetRequiredService<HallDesk>(), s.GetRequiredService<HallMirrors>()));
        services.AddScoped(s => new WaitingList(s.GetRequiredService<HallDesk>(), s.GetRequiredService<HallMirrors>()));
        services.AddScoped(s => new DayClosing(s.GetRequiredService<LakudoDb>(), s.GetRequiredService<HallDesk>(), s.GetRequiredService<HallMirrors>()));
        services.AddScoped(s => new Floor(s.GetRequiredService<LakudoDb>(), s.GetRequiredService<HallDesk>(), s.GetRequiredService<HallMirrors>()));
        return services;
    }
}
