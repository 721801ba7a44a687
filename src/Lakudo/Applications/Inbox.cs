using Lakudo.Catalogue;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications;

/// <summary>The files of the caller's agency: those that wait at one step, the one due first at the top, or those that answer to a number or NIK.</summary>
public sealed class Inbox(LakudoDb db, Commit commit, PersonalData personal)
{
    private const int Most = 200;

    /// <summary>One file.</summary>
    /// <param name="Id">The application.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Name">The applicant; masked for an inspector and for an agency's system.</param>
    /// <param name="Service">The service's name.</param>
    /// <param name="Agency">The agency's short name.</param>
    /// <param name="State">Where it stands.</param>
    /// <param name="ReceivedAt">First stamp, UTC.</param>
    /// <param name="DueAt">Until when it is promised; null while the clock stands.</param>
    /// <param name="DueIsProvisional">Whether that is <em>sementara</em>.</param>
    public sealed record Row(Guid Id, string Number, string Name, string Service, string Agency, ApplicationState State, DateTime ReceivedAt, DateTime? DueAt, bool DueIsProvisional);

    /// <summary>What is listed, and how many files stand at each step.</summary>
    /// <param name="Rows">At most 200.</param>
    /// <param name="Counts">Files by state.</param>
    public sealed record Answer(Row[] Rows, IReadOnlyDictionary<ApplicationState, int> Counts);

    /// <summary>Lists. An inspector's look is journaled before the answer leaves. Refused with K-001.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="state">Only what stands there; null for everything that is not finished.</param>
    /// <param name="search">An application's number, or a NIK of 16 digits; then state does not matter.</param>
    /// <param name="ct">Stops.</param>
    public async Task<Outcome<Answer>> Run(Caller caller, ApplicationState? state = null, string? search = null, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ReadApplications) is { } refusal) return refusal;
        var counts = await db.Applications.GroupBy(a => a.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var found = await (from a in Wanted(state, search)
                           join s in db.Services on a.ServiceId equals s.Id
                           join agency in db.Agencies on a.AgencyId equals agency.Id
                           orderby a.DueAt == null, a.DueAt, a.ReceivedAt
                           select new { a.Id, a.AgencyId, a.Number, a.NameSealed, Service = s.Name, agency.ShortName, a.State, a.ReceivedAt, a.DueAt, a.DueIsProvisional }).Take(Most).ToListAsync(ct);
        var acting = db.ActingFor(caller);
        if (acting.Is(Role.Inspector) && await commit.Note(caller, new ApplicationsListed(caller.Id ?? Guid.Empty, found.Count), ct) is { } notJournaled) return notJournaled;
        var rows = found.Select(a =>
        {
            var name = personal.Open(a.NameSealed);
            return new Row(a.Id, a.Number, Masks(caller.For(Act.ReadApplications, agency: a.AgencyId)) ? PersonName.Mask(name) : name, a.Service, a.ShortName, a.State, a.ReceivedAt, a.DueAt, a.DueIsProvisional);
        });
        return new Answer([.. rows], counts);
    }

    /// <summary>Whether nothing but roles that see masked names let the caller see a file.</summary>
    internal static bool Masks(Caller acting) => acting.Assignments.All(a => a.Role is Role.Inspector or Role.ApplicationsClient);

    private IQueryable<Application> Wanted(ApplicationState? state, string? search)
    {
        var all = db.Applications.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(search))
        {
            var number = search.Trim().ToUpperInvariant();
            var nik = Nik.Read(search);
            var fingerprint = nik.IsRefused ? [] : personal.Fingerprint(nik.Value.Digits);
            return nik.IsRefused ? all.Where(a => a.Number == number) : all.Where(a => a.NikFingerprint == fingerprint);
        }

        return state is { } one ? all.Where(a => a.State == one) : all.Where(a => a.State != ApplicationState.HandedOver && a.State != ApplicationState.Rejected);
    }
}
