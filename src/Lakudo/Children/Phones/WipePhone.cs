using Lakudo.Children.Network;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Phones;

/// <summary>Orders a phone to forget everything: it is lost, or its cadre has left. It takes effect at the phone's next contact and not before.</summary>
public sealed class WipePhone(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Which.</summary>
    public sealed record Command(Guid Phone);

    /// <summary>Refused with C-025 for a phone outside the caller's care, K-001 to others than its midwife or nutritionist.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.ManagePhones) is { } refusal) return refusal;
        var now = clock.Now;
        var mine = db.PosyanduOf(caller, now);
        var phone = await db.Phones.SingleOrDefaultAsync(p => p.Id == command.Phone && mine.Any(o => o.Id == p.PosyanduId), token);
        if (phone is null) return ChildrenRefusals.NoSuchPhone;
        phone.OrderWipe(now);
        commit.Record(caller, new PhoneWipeOrdered(phone.Id));
        return new Done();
    }, ct);
}
