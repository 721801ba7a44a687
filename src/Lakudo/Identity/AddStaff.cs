using Lakudo.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Identity;

/// <summary>Makes an account with its first role.</summary>
public sealed class AddStaff(LakudoDb db, Commit commit, Clock clock, UserManager<Account> accounts)
{
    /// <summary>Whom and as what.</summary>
    /// <param name="UserName">3 to 60 small letters, digits, dots, hyphens.</param>
    /// <param name="Name">The person's name.</param>
    /// <param name="Role">The role.</param>
    /// <param name="Hall">Narrowed to a hall, or null.</param>
    /// <param name="Agency">Narrowed to an agency, or null.</param>
    /// <param name="Until">UTC moment the role ends; needed for inspectors.</param>
    /// <param name="MustChangePassword">Whether the first password must be replaced at first sign-in.</param>
    public sealed record Command(string UserName, string Name, Role Role, int? Hall = null, int? Agency = null, DateTime? Until = null, bool MustChangePassword = true);

    /// <summary>The account and its first password, told once.</summary>
    public sealed record Answer(Guid Account, string UserName, string Password);

    /// <summary>An inspector's role ends by itself; a longer inspection is given anew.</summary>
    private static readonly TimeSpan LongestInspection = TimeSpan.FromDays(366);

    private sealed record StaffAdded(Guid Subject, Role Role, int? Hall, int? Agency) : IFact;

    /// <summary>
    /// Refused with I-001 or I-002 for the name, I-010 for an end in the past or an inspector's role without an end within a year, K-001 to those who may not. An agency's admin adds counter officers, verifiers and signers of the own agency only.
    /// </summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        // The password is no part of the stored answer: a repeated request gets the account but not the password again.
        var password = FirstPassword.Make();
        var saved = await commit.Once<Guid>(caller, command, async token =>
        {
            if (db.MayNot(caller, Act.ManageStaff, command.Hall, command.Agency) is not null || !MayGive(caller, command.Role, command.Hall, command.Agency))
            {
                return KernelRefusals.NotAllowed;
            }

            if (command.UserName.Length is < 3 or > 60 || command.UserName.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('.' or '-')))
            {
                return IdentityRefusals.NameWrong;
            }

            if (command.Until <= clock.Now || (command.Role == Role.Inspector && (command.Until is null || command.Until > clock.Now + LongestInspection)))
            {
                return IdentityRefusals.EndNeeded;
            }

            var name = PersonName.Read(command.Name);
            if (name.IsRefused)
            {
                return name.Refusal;
            }

            var account = new Account { Id = Ids.New(clock), UserName = command.UserName, Name = name.Value, MustChangePassword = command.MustChangePassword };
            if (await db.Accounts.AnyAsync(a => a.NormalizedUserName == accounts.NormalizeName(command.UserName), token))
            {
                return IdentityRefusals.NameTaken;
            }

            var created = await accounts.CreateAsync(account, password);
            if (!created.Succeeded)
            {
                throw new InvalidOperationException($"The account could not be made: {string.Join(", ", created.Errors.Select(e => e.Code))}");
            }

            db.HeldRoles.Add(new HeldRole
            {
                RegionId = caller.Region,
                Id = Ids.New(clock),
                AccountId = account.Id,
                Role = command.Role,
                HallId = command.Hall,
                AgencyId = command.Agency,
                From = clock.Now,
                Until = command.Until,
            });
            commit.Record(caller, new StaffAdded(account.Id, command.Role, command.Hall, command.Agency));
            return account.Id;
        }, ct);
        return saved.Then(id => new Answer(id, command.UserName, password));
    }

    /// <summary>The region's admin gives any role, an agency's admin those that work in the own agency; neither beyond the bounds of the role that permits it.</summary>
    internal static bool MayGive(Caller caller, Role role, int? hall, int? agency) => caller.For(Act.ManageStaff).Assignments.Any(held => held.Covers(hall, agency)
        && (held.Role is Role.System or Role.RegionAdmin || (agency is not null && role is (Role.CounterOfficer or Role.Verifier or Role.Signer))));
}
