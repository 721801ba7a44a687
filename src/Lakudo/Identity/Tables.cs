using Lakudo.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Identity;

/// <summary>The tables of accounts.</summary>
internal sealed class Tables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Account>(e =>
        {
            e.ToTable("identity_account");
            e.HasKey(a => a.Id);
            e.Property(a => a.Name).HasMaxLength(200);
            e.Property(a => a.UserName).HasMaxLength(100);
            e.Property(a => a.NormalizedUserName).HasMaxLength(100);
            e.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
            e.HasIndex(a => a.NormalizedUserName).IsUnique();
        });
        model.Entity<IdentityUserClaim<Guid>>(e => e.ToTable("identity_claim").HasKey(c => c.Id));
        model.Entity<IdentityUserLogin<Guid>>(e => e.ToTable("identity_login").HasKey(l => new { l.LoginProvider, l.ProviderKey }));
        model.Entity<IdentityUserToken<Guid>>(e => e.ToTable("identity_token").HasKey(t => new { t.UserId, t.LoginProvider, t.Name }));
        model.Entity<HeldRole>(e =>
        {
            e.ToTable("identity_held_role");
            e.HasKey(r => new { r.RegionId, r.Id });
            e.Ignore(r => r.Assignment);
            e.HasIndex(r => r.AccountId);
            e.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId);
        });
    }
}

/// <summary>How accounts are reached.</summary>
internal static class TableSets
{
    extension(LakudoDb db)
    {
        internal DbSet<Account> Accounts => db.Set<Account>();

        internal DbSet<HeldRole> HeldRoles => db.Set<HeldRole>();

        internal DbSet<IdentityUserToken<Guid>> AccountTokens => db.Set<IdentityUserToken<Guid>>();

        internal DbSet<IdentityUserClaim<Guid>> AccountClaims => db.Set<IdentityUserClaim<Guid>>();

        internal DbSet<IdentityUserLogin<Guid>> AccountLogins => db.Set<IdentityUserLogin<Guid>>();
    }
}
