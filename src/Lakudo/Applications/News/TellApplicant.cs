using Lakudo.Catalogue;
using Lakudo.Hall;
using Lakudo.Kernel;
using Lakudo.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications.News;

/// <summary>Tells an applicant who left a telephone number or mailbox what has become of the application, with the way to its page.</summary>
/// <remarks>Whoever lives an island away must not sail to ask. The message names no person and no reason; those stand on the page behind the secret.</remarks>
public sealed class TellApplicant(LakudoDb db, PersonalData personal, PublicAddress address, HallDirectory halls, IEnumerable<IMessageChannel> channels)
{
    /// <summary>Sends what there is to say of the present state; nothing where nobody left a contact. Refused with K-001, and with N-005 when the channel does not take it.</summary>
    public async Task<Outcome<Done>> Run(Caller caller, Guid id, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.TellApplicant) is { } refusal) return refusal;
        var application = await db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
        if (application?.ContactSealed is not { } sealedContact || Words(application) is not { } words) return new Done();
        var contact = Contact.Read(personal.Open(sealedContact)).Value;
        if (channels.FirstOrDefault(c => c.Kind == contact.Kind) is not { } channel) return new Done();
        var service = await db.Services.AsNoTracking().Where(s => s.Id == application.ServiceId).Select(s => s.Name).SingleAsync(ct);
        return await channel.Send(contact, $"Permohonan {application.Number}", $"Permohonan {application.Number} ({service}) {words}: {await PageOf(caller.Region, application, ct)}", ct);
    }

    private static string? Words(Application application) => application.State switch
    {
        ApplicationState.Returned => "dikembalikan untuk diperbaiki. Lihat daftar kekurangannya dan kirim ulang di",
        ApplicationState.Rejected => "tidak dapat dikabulkan. Baca alasannya di",
        ApplicationState.Ready when application.WhoIssues is WhoIssues.Local => "sudah selesai. Unduh dokumennya, atau ambil di loket dengan KTP asli. Lihat di",
        ApplicationState.Ready => "sudah selesai. Ambil hasilnya di loket dengan KTP asli. Lihat di",
        _ => null,
    };

    private async Task<string> PageOf(int region, Application application, CancellationToken ct)
    {
        // A single hall needs no hall in its address.
        var all = await halls.All(ct);
        var slug = all.Length > 1 ? "/" + all.First(h => h.Region == region).Slug : "";
        return $"{address.Base.AbsoluteUri.TrimEnd('/')}{slug}/lacak/{application.Number}/{ReceiptSecret.Of(personal, application.Id)}";
    }
}
