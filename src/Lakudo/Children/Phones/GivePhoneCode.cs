using System.Security.Cryptography;
using Lakudo.Children.Network;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Phones;

/// <summary>Makes the one-time code by which a cadre's phone is registered for her posyandu.</summary>
public sealed class GivePhoneCode(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>Signs of a code: none that looks like another.</summary>
    private const string Signs = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private const int Length = 8;

    /// <summary>For whom.</summary>
    /// <param name="Posyandu">The posyandu.</param>
    /// <param name="Cadre">The cadre, who is assigned to it.</param>
    public sealed record Command(Guid Posyandu, Guid Cadre);

    /// <summary>The code, told once.</summary>
    /// <param name="Phone">The phone that will be registered by it.</param>
    /// <param name="Code">Eight letters and digits.</param>
    /// <param name="Until">Until when it can be used, UTC.</param>
    public sealed record Answer(Guid Phone, string Code, DateTime Until);

    /// <summary>Refused with C-001 for a posyandu outside the caller's care, C-002 for a cadre who is not assigned to it, K-001 to others than its midwife, nutritionist or Lakudo itself.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        // The code is no part of the stored answer: a repeated request gets the phone but not the code again.
        var code = RandomNumberGenerator.GetString(Signs, Length);
        var made = await commit.Once<Answer>(caller, command, async token =>
        {
            if (db.MayNot(caller, Act.ManagePhones) is { } refusal) return refusal;
            var now = clock.Now;
            if (!await db.PosyanduOf(caller, now).AnyAsync(p => p.Id == command.Posyandu, token)) return ChildrenRefusals.NoSuchPosyandu;
            if (!await db.CareAssignments.AnyAsync(a => a.WorkerId == command.Cadre && a.PosyanduId == command.Posyandu && a.From <= now && (a.Until == null || a.Until > now), token)) return ChildrenRefusals.CadreNotHere;
            var phone = new Phone(caller.Region, Ids.New(clock), command.Cadre, command.Posyandu, Hash(code, personal), now);
            db.Phones.Add(phone);
            commit.Record(caller, new PhoneCodeGiven(phone.Id, command.Posyandu, command.Cadre));
            return new Answer(phone.Id, "", phone.CodeUntil);
        }, ct);
        return made.Then<Answer>(answer => answer with { Code = code });
    }

    /// <summary>The keyed hash of a code as typed: capitals, spaces and hyphens do not matter.</summary>
    internal static byte[] Hash(string typed, PersonalData personal) =>
        personal.Fingerprint("phone " + string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant());
}
