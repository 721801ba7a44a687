using System.Security.Cryptography;
using System.Text;
using Lakudo.Hall.Day;
using Lakudo.Hall.Live;
using Lakudo.Kernel;

namespace Lakudo.Hall;

/// <summary>A ticket as everybody outside the hall's model sees it.</summary>
/// <param name="Id">The ticket.</param>
/// <param name="Number">As printed: A-012.</param>
/// <param name="Line">The line it is in.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Priority">Whether it goes before ordinary tickets, as far as the rule allows.</param>
/// <param name="Service">The service asked for.</param>
/// <param name="Counter">The counter that holds or last held it.</param>
/// <param name="Position">How many are called before it at the least, plus one; null unless it waits.</param>
/// <param name="Place">Place and wait as ranges; null unless it waits.</param>
/// <param name="Secret">What opens the ticket's own page together with its id.</param>
/// <param name="Seq">Number of the day's last fact when this was answered.</param>
public sealed record TicketAnswer(
    Guid Id, string Number, int Line, TicketState State, bool Priority, Guid? Service, int? Counter, int? Position, PlaceInLine? Place, string Secret, long Seq);

/// <summary>The way of every verb to the live day: finds today's grain and turns its reply into an outcome.</summary>
public sealed class HallDesk
{
    private readonly Func<DayKey, HallAsk, Task<HallReply>> _day;
    private readonly HallDirectory _halls;
    private readonly Clock _clock;
    private readonly PersonalData _personal;

    /// <summary>Reaches a day's grain by <paramref name="day"/>: in the silo of this process or the cluster it belongs to.</summary>
    internal HallDesk(Func<DayKey, HallAsk, Task<HallReply>> day, HallDirectory halls, Clock clock, PersonalData personal) =>
        (_day, _halls, _clock, _personal) = (day, halls, clock, personal);

    /// <summary>Today in a hall, by its region's zone.</summary>
    internal async ValueTask<(DayKey Key, TimeZoneInfo Zone)> Today(int region, int hall, CancellationToken ct)
    {
        var place = (await _halls.All(ct)).Single(h => h.Region == region && h.Hall == hall);
        return (new DayKey(region, hall, _clock.Today(place.Zone)), place.Zone);
    }

    /// <summary>Now, UTC.</summary>
    internal DateTime Now => _clock.Now;

    /// <summary>Asks today's grain; a refusal of the model comes back as it is.</summary>
    internal async Task<Outcome<HallReply>> Do(Caller caller, int hall, HallCommand command, string? why, CancellationToken ct)
    {
        if ((await _halls.All(ct)).All(h => h.Region != caller.Region || h.Hall != hall))
        {
            return KernelRefusals.NotFound;
        }

        var (key, _) = await Today(caller.Region, hall, ct);
        return await DoOn(key, caller, command, why, ct);
    }

    /// <summary>Asks the grain of a day.</summary>
    internal async Task<Outcome<HallReply>> DoOn(DayKey key, Caller caller, HallCommand command, string? why, CancellationToken ct)
    {
        // Who holds the number may give it back; every other command came past the table of allowed acts.
        var permits = caller.For(ActOf(command), key.Hall);
        var acting = permits.Assignments.IsDefaultOrEmpty ? caller : permits;
        var role = acting.Assignments.IsDefaultOrEmpty ? Role.Public : acting.Assignments[0].Role;
        var reply = await _day(key, new HallAsk(command, caller.Id, role, caller.Key, why, Scope.AgenciesOf(acting))).WaitAsync(ct);
        return reply.Refusal is null ? reply : reply.Refusal;
    }

    /// <summary>The act under which a command is journaled and bound to counters.</summary>
    private static Act ActOf(HallCommand command) => command switch
    {
        HallCommand.TakeTicket { Origin: TicketOrigin.Web } => Act.TakeWebTicket,
        HallCommand.TakeTicket or HallCommand.CheckIn => Act.HandOutTicket,
        HallCommand.EnterPaperTicket => Act.EnterPaperTicket,
        HallCommand.OpenDay or HallCommand.CloseDay or HallCommand.ChangePlan or HallCommand.LetTimePass => Act.RunDay,
        _ => Act.RunCounter,
    };

    /// <summary>The same, answered with the ticket.</summary>
    internal async Task<Outcome<TicketAnswer>> DoWithTicket(Caller caller, int hall, HallCommand command, string? why, CancellationToken ct) =>
        (await Do(caller, hall, command, why, ct)).Then(r => Answer(r.Ticket!, r.Place, r.Seq));

    /// <summary>A ticket for the outside.</summary>
    internal TicketAnswer Answer(HallTicket t, PlaceInLine? place, long seq) => new(
        t.Id, t.Label, t.Line, t.State, t.Priority, t.Service, t.Counter, place is null ? null : place.Ahead + 1, place, SecretOf(t.Id), seq);

    /// <summary>What opens a ticket's page: 16 signs that follow from its id and the installation's key, so nothing needs to be stored.</summary>
    public string SecretOf(Guid ticket) => Convert.ToHexStringLower(_personal.Fingerprint($"ticket {ticket:N}").AsSpan(0, 8));

    /// <summary>Whether a secret opens a ticket.</summary>
    public bool Opens(Guid ticket, string? secret) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(SecretOf(ticket)), Encoding.ASCII.GetBytes((secret ?? "").PadRight(16)[..16]));
}
