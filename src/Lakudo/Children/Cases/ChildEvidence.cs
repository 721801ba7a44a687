using Lakudo.Children.Register;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Cases;

/// <summary>What a verdict of a child rests on besides its measurements, so that every page reads it as the phone does.</summary>
internal static class ChildEvidence
{
    /// <summary>A child's history with what stands beside it.</summary>
    /// <param name="child">The child.</param>
    /// <param name="measurements">Whatever was measured, also what is in question.</param>
    /// <param name="isReferred">Whether a referral is open.</param>
    internal static ChildHistory History(this Child child, IReadOnlyList<PastMeasurement> measurements, bool isReferred) =>
        new(child.Sex, child.Birth, measurements) { IsReferred = isReferred, IsDiagnosed = child.StuntingBy is not null, IsRemeasured = child.RemeasureReason is not null };

    extension(LakudoDb db)
    {
        /// <summary>Whether a referral of the child is open.</summary>
        internal Task<bool> IsReferred(Guid child, CancellationToken ct) => db.Referrals.AnyAsync(r => r.ChildId == child && r.EndedAt == null, ct);
    }
}
