using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Cases;

/// <summary>The tables of the puskesmas' desk: diagnoses, referrals with their answers, closed cases, children who left.</summary>
internal sealed class Tables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<StuntingDiagnosis>(e =>
        {
            e.ToTable("children_diagnosis").HasKey(d => new { d.RegionId, d.Id });
            e.Property(d => d.FoundBy).HasMaxLength(PersonName.Longest);
            e.Property(d => d.TakenBackReason).HasMaxLength(CaseText.Short);
            e.HasIndex(d => new { d.RegionId, d.ChildId });
        });
        model.Entity<Referral>(e =>
        {
            e.ToTable("children_referral").HasKey(r => new { r.RegionId, r.Id });
            e.Property(r => r.ToName).HasMaxLength(CaseText.Short);
            e.Property(r => r.Reason).HasMaxLength(CaseText.Long);
            e.HasIndex(r => new { r.RegionId, r.ChildId });
            // Few are open; the desk asks for those.
            e.HasIndex(r => new { r.RegionId, r.PosyanduId }).HasFilter("\"EndedAt\" IS NULL");
        });
        model.Entity<ReferralAnswer>(e =>
        {
            e.ToTable("children_referral_answer").HasKey(a => new { a.RegionId, a.Id });
            e.Property(a => a.Finding).HasMaxLength(CaseText.Long);
            e.Property(a => a.Given).HasMaxLength(CaseText.Long);
            e.HasIndex(a => new { a.RegionId, a.ReferralId });
            e.HasIndex(a => new { a.RegionId, a.ChildId });
        });
        model.Entity<CaseClosing>(e =>
        {
            e.ToTable("children_case_closing").HasKey(c => new { c.RegionId, c.Id });
            e.Property(c => c.Note).HasMaxLength(CaseText.Long);
            e.HasIndex(c => new { c.RegionId, c.ChildId });
        });
        model.Entity<Leaving>(e =>
        {
            e.ToTable("children_leaving").HasKey(l => new { l.RegionId, l.Id });
            e.Property(l => l.Reason).HasMaxLength(CaseText.Short);
            e.Property(l => l.TakenBackReason).HasMaxLength(CaseText.Short);
            e.HasIndex(l => new { l.RegionId, l.ChildId });
        });
    }
}

/// <summary>How the module reaches them.</summary>
internal static class TableSets
{
    extension(LakudoDb db)
    {
        internal DbSet<StuntingDiagnosis> StuntingDiagnoses => db.Set<StuntingDiagnosis>();

        internal DbSet<Referral> Referrals => db.Set<Referral>();

        internal DbSet<ReferralAnswer> ReferralAnswers => db.Set<ReferralAnswer>();

        internal DbSet<CaseClosing> CaseClosings => db.Set<CaseClosing>();

        internal DbSet<Leaving> Leavings => db.Set<Leaving>();
    }
}
