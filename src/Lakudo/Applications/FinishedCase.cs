using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications;

/// <summary>What a survey may know of an application: whose it was and whether it is finished, but neither who applied nor which application it is.</summary>
public sealed class FinishedCase(LakudoDb db, PersonalData personal)
{
    /// <summary>The case.</summary>
    /// <param name="Service">The service applied for.</param>
    /// <param name="Agency">The agency that decided.</param>
    /// <param name="State">Where it stands.</param>
    /// <param name="Mark">Thirty-two bytes that are the same at each look and lead to no application without the installation's key.</param>
    public sealed record Answer(Guid Service, int Agency, ApplicationState State, byte[] Mark)
    {
        /// <summary>Whether it has come to its end: handed over, or refused.</summary>
        public bool IsFinished => State is ApplicationState.HandedOver or ApplicationState.Rejected;
    }

    /// <summary>Looks by what stands on the receipt. A wrong number and a wrong secret get the same A-040.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, string? number, string? secret, CancellationToken ct = default)
    {
        db.As(Caller.Public(caller.Region));
        var wanted = (number ?? "").Trim().ToUpperInvariant();
        var application = await db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Number == wanted, ct);
        return application is null || !ReceiptSecret.Fits(personal, application.Id, secret)
            ? ApplicationsRefusals.NoSuchApplication
            : new Answer(application.ServiceId, application.AgencyId, application.State, personal.Fingerprint($"survey {application.Id:N}"));
    }
}
