using Lakudo.Catalogue;
using Lakudo.Kernel;
using Lakudo.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications;

/// <summary>Takes an application in, at the counter or online: the first stamp, a number and a receipt.</summary>
public sealed class FileApplication(LakudoDb db, Commit commit, Clock clock, PersonalData personal, ConfirmContactCode confirm)
{
    /// <summary>What is handed in.</summary>
    /// <param name="Service">The service asked for.</param>
    /// <param name="Name">The applicant's name; one word is a name.</param>
    /// <param name="Nik">The applicant's NIK, as typed.</param>
    /// <param name="Ticket">The number in the hall it is filed from, where there is one.</param>
    /// <param name="CardSeen">Whether the officer has seen the identity card. Ignored from the public.</param>
    /// <param name="Contact">Telephone or mailbox where the applicant wants to hear of it; needed online.</param>
    /// <param name="Code">Online: the id of the code that was sent to it.</param>
    /// <param name="Digits">Online: the six digits.</param>
    public sealed record Command(
        Guid Service, string Name, string Nik, Guid? Ticket = null, bool CardSeen = false, string? Contact = null, Guid? Code = null, string? Digits = null);

    /// <summary>What stands on the receipt.</summary>
    /// <param name="Id">The application.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Secret">With the number, the way to follow it without an account.</param>
    public sealed record Receipt(Guid Id, string Number, string Secret);

    /// <summary>The part of the answer that may be kept for a repeated request; the secret is not.</summary>
    private sealed record Stored(Guid Id, string Number);

    /// <summary>
    /// Files. Refused with K-001, K-003 for an unknown service, K-006, K-008, A-041 for a referral, N-001 for an unreadable contact; from the public also
    /// A-056 without a confirmed contact, N-003 or N-004 for its code; A-075 for what was filed days ago and is sent again.
    /// </summary>
    public async Task<Outcome<Receipt>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        var isPublic = caller.For(Act.FileApplication).IsOnly(Role.Public);
        var contact = string.IsNullOrWhiteSpace(command.Contact) ? null : command.Contact;
        // What is wrong with the form is said before the code is used up.
        if (Unreadable(command, contact) is { } unreadable) return unreadable;
        if (isPublic && await NotConfirmed(caller, command, contact, ct) is { } notConfirmed) return notConfirmed;

        var filed = await commit.Once<Stored>(caller, command, async token =>
        {
            var service = await db.Services.SingleOrDefaultAsync(s => s.Id == command.Service, token);
            if (db.MayNot(caller, Act.FileApplication, agency: service?.AgencyId) is { } refusal) return refusal;
            var acting = db.ActingFor(caller);
            // Staff of another agency are the public here, and the public's contact is confirmed first.
            if (acting.IsOnly(Role.Public) && !isPublic) return KernelRefusals.NotAllowed;
            if (service is null || !service.IsPublic) return KernelRefusals.NotFound;
            if (service.WhoIssues is WhoIssues.Referral) return ApplicationsRefusals.ReferralTakesNoFile;

            var region = await db.Regions.AsNoTracking().SingleAsync(r => r.Id == caller.Region, token);
            var year = clock.Today(region.TimeZone).Year;
            var sequence = await NumberRegister.Next(db, caller.Region, NumberRegister.Applications, year, token);
            var nik = Nik.Read(command.Nik).Value.Digits;
            var who = new Application.Applicant(personal.Seal(PersonName.Read(command.Name).Value), personal.Seal(nik), personal.Fingerprint(nik),
                contact is null ? null : personal.Seal(Contact.Read(contact).Value.Value), contact is null ? null : personal.Fingerprint(Contact.Read(contact).Value.Value));
            var origin = isPublic ? ApplicationOrigin.Online : acting.IsOnly(Role.ApplicationsClient) ? ApplicationOrigin.Api : ApplicationOrigin.Counter;
            if (await FiledBefore(caller, service.Id, who, token) is { } before) return ApplicationsRefusals.FiledBefore.With(before);
            var application = new Application(caller.Region, Ids.New(clock), service, $"P-{year}-{sequence:000000}", who, origin, clock.Now);
            application.CameFrom(command.Ticket);
            if (command.CardSeen && !isPublic) application.CardSeen(clock.Now);
            db.Applications.Add(application);
            commit.Record(caller, new ApplicationFiled(application.Id, service.Id, application.Number));
            return new Stored(application.Id, application.Number);
        }, ct);
        return filed.Then<Receipt>(stored => new Receipt(stored.Id, stored.Number, ReceiptSecret.Of(personal, stored.Id)));
    }

    /// <summary>
    /// The number of the same application from more than a day ago that is still open, where the request's key does not say how old it is: it may be that very request, sent again by a system
    /// that waited for its answer. Forms carry keys that say it.
    /// </summary>
    private async Task<string?> FiledBefore(Caller caller, Guid service, Application.Applicant who, CancellationToken ct)
    {
        if (caller.Key is null || RequestKey.MadeAt(caller.Key) is not null) return null;
        var before = clock.Now - StoredAnswer.Life;
        return await db.Applications.Where(a => a.RegionId == caller.Region && a.ServiceId == service && a.NikFingerprint == who.NikFingerprint && a.ReceivedAt < before && a.ErasedAt == null
            && (a.State == ApplicationState.Received || a.State == ApplicationState.Returned || a.State == ApplicationState.Complete || a.State == ApplicationState.Verified || a.State == ApplicationState.Approved))
            .OrderByDescending(a => a.ReceivedAt).Select(a => a.Number).FirstOrDefaultAsync(ct);
    }

    private static Refusal? Unreadable(Command command, string? contact) =>
        PersonName.Read(command.Name).Refusal ?? Nik.Read(command.Nik).Refusal ?? (contact is null ? null : Contact.Read(contact).Refusal);

    /// <summary>The code must have been sent to the contact that is kept, not to some other.</summary>
    private async Task<Refusal?> NotConfirmed(Caller caller, Command command, string? contact, CancellationToken ct)
    {
        if (contact is null || command.Code is not { } code) return ApplicationsRefusals.ContactNeeded;
        var confirmed = await confirm.Run(caller with { Key = caller.Key is null ? null : caller.Key + "/kode" }, new(code, command.Digits), ct);
        if (confirmed.IsRefused) return confirmed.Refusal;
        return confirmed.Value.Fingerprint.AsSpan().SequenceEqual(personal.Fingerprint(Contact.Read(contact).Value.Value)) ? null : ApplicationsRefusals.ContactNeeded;
    }
}
