using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Identity;

/// <summary>What accounts hold of a member of staff.</summary>
internal sealed class AccountRecords(LakudoDb db, Clock clock) : IPersonalRecords
{
    public async Task<Person?> Resolve(string typed, CancellationToken ct)
    {
        var (name, held) = (typed.ToUpperInvariant(), db.HeldRoles);
        var id = await db.Accounts.Where(a => a.NormalizedUserName == name && held.Any(r => r.AccountId == a.Id)).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(ct);
        return id is { } account ? Person.OfAccount(account) : null;
    }

    public async Task<IReadOnlyList<HeldRecord>> Held(Person person, CancellationToken ct)
    {
        if (person.Account is not { } id || await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } account) return [];
        var works = await db.RolesNow(id, clock.Now, ct);
        return
        [
            new("pegawai", null, $"Akun {account.UserName}", PersonName.Mask(account.Name), await db.Since(id, ct), !works && !ForgottenAccount.Is(account),
                ForgottenAccount.Is(account) ? "Sudah dihapus; tersisa id yang disebut jurnal." : works ? "Masih memegang peran. Akhiri perannya dulu." : "Jurnal tetap menyebut id akun ini, tanpa nama."),
        ];
    }

    public async Task<IReadOnlyList<PersonalSection>> Tell(Person person, CancellationToken ct)
    {
        if (person.Account is not { } id || await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } account) return [];
        var roles = await db.HeldRoles.AsNoTracking().Where(r => r.AccountId == id).OrderBy(r => r.From).ToListAsync(ct);
        List<PersonalSection.Line> lines = [new("Nama pengguna", account.UserName ?? ""), new("Nama", account.Name), new("Autentikator", account.TwoFactorEnabled ? "terpasang" : "tidak")];
        if (account.Email is { Length: > 0 } mail) lines.Add(new("Surel", mail));
        if (account.PhoneNumber is { Length: > 0 } phone) lines.Add(new("HP", phone));
        lines.AddRange(roles.Select(r => new PersonalSection.Line("Peran", $"{r.Role}, sejak {r.From.ToString("yyyy-MM-dd", Formats.Indonesian)}{(r.Until is { } until ? " sampai " + until.ToString("yyyy-MM-dd", Formats.Indonesian) : "")}")));
        lines.Add(new("Perbuatan yang tercatat di jurnal atas akun ini", (await db.JournalEntries.CountAsync(e => e.ById == id, ct)).ToString("N0", Formats.Indonesian)));
        return [new("Akun pegawai", lines, [])];
    }

    public async Task<Erased> Erase(Person person, DateTime until, CancellationToken ct)
    {
        if (person.Account is not { } id || await db.RolesNow(id, clock.Now, ct) || await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, ct) is not { } account || ForgottenAccount.Is(account)) return Erased.Nothing;
        await db.Forget([account], ct);
        return new(1, [], [new AccountForgotten(id)]);
    }
}

/// <summary>An account was anonymised: the journal goes on naming its id.</summary>
/// <param name="Subject">The account.</param>
public sealed record AccountForgotten(Guid Subject) : IFact;

/// <summary>Accounts that hold no role any more.</summary>
internal sealed class RetainAccounts(LakudoDb db) : IRetention
{
    public string Rule => "akun-berakhir";

    public async Task<Aged> Look(DateTime before, CancellationToken ct)
    {
        var ended = await Ended(ct);
        return new(ended.Count(e => e.At < before), ended.Count, ended.Where(e => e.At >= before).Select(e => (DateTime?)e.At).Min());
    }

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct)
    {
        var ids = (await Ended(ct)).Where(e => e.At < before).OrderBy(e => e.At).Take(most).Select(e => e.Id).ToList();
        await db.Forget(await db.Accounts.Where(a => ids.Contains(a.Id)).ToListAsync(ct), ct);
        return new(ids.Count, [], [.. ids.Select(id => new AccountForgotten(id))]);
    }

    /// <summary>Accounts of this region whose roles have all ended, in every region, and when the last one did. Staff are few, so they are sorted here.</summary>
    private async Task<IReadOnlyList<(Guid Id, DateTime At)>> Ended(CancellationToken ct)
    {
        // Asked by itself: the filter that is lifted below is lifted in the whole query.
        var here = db.HeldRoles.Select(r => r.AccountId);
        var known = await db.Accounts.Where(a => a.PasswordHash != null && here.Contains(a.Id)).Select(a => a.Id).ToListAsync(ct);
        var held = await db.HeldRoles.IgnoreQueryFilters(["region"]).Where(r => known.Contains(r.AccountId)).Select(r => new { r.AccountId, r.Until }).ToListAsync(ct);
        return [.. held.GroupBy(r => r.AccountId).Where(g => g.All(r => r.Until is not null)).Select(g => (g.Key, g.Max(r => r.Until)!.Value))];
    }
}

/// <summary>How an account is anonymised: nobody can sign in with it, and nothing in it names anybody.</summary>
internal static class ForgottenAccount
{
    /// <summary>Whether it was anonymised.</summary>
    internal static bool Is(Account account) => account.PasswordHash is null;

    extension(LakudoDb db)
    {
        internal Task<bool> RolesNow(Guid account, DateTime now, CancellationToken ct) =>
            db.HeldRoles.IgnoreQueryFilters(["region"]).AnyAsync(r => r.AccountId == account && (r.Until == null || r.Until > now), ct);

        internal async Task<DateTime> Since(Guid account, CancellationToken ct) => await db.HeldRoles.Where(r => r.AccountId == account).MinAsync(r => (DateTime?)r.From, ct) ?? DateTime.UnixEpoch;

        internal async Task Forget(IReadOnlyList<Account> accounts, CancellationToken ct)
        {
            var ids = accounts.Select(a => a.Id).ToList();
            foreach (var account in accounts)
            {
                (account.Name, account.UserName, account.NormalizedUserName) = ("(data dihapus)", $"dihapus-{account.Id:N}", $"DIHAPUS-{account.Id:N}".ToUpperInvariant());
                (account.Email, account.NormalizedEmail, account.PhoneNumber, account.PasswordHash, account.PinHash, account.TwoFactorEnabled) = (null, null, null, null, null, false);
                // A new stamp ends every session.
                account.SecurityStamp = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(20));
            }

            db.AccountTokens.RemoveRange(await db.AccountTokens.Where(t => ids.Contains(t.UserId)).ToListAsync(ct));
            db.AccountClaims.RemoveRange(await db.AccountClaims.Where(t => ids.Contains(t.UserId)).ToListAsync(ct));
            db.AccountLogins.RemoveRange(await db.AccountLogins.Where(t => ids.Contains(t.UserId)).ToListAsync(ct));
        }
    }
}
