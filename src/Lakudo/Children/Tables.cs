using Lakudo.Children.Import;
using Lakudo.Children.Measuring;
using Lakudo.Children.Network;
using Lakudo.Children.Phones;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children;

/// <summary>The tables of children, those who care for them, and their phones.</summary>
internal sealed class Tables : ITables
{
    private const int Text = 200;

    public void Map(ModelBuilder model)
    {
        Network(model);
        Register(model);
        Phones(model);
        Import(model);
    }

    private static void Import(ModelBuilder model)
    {
        model.Entity<ImportTrial>(e =>
        {
            e.ToTable("children_import_trial").HasKey(t => new { t.RegionId, t.Id });
            e.Property(t => t.FileName).HasMaxLength(Text);
        });
        model.Entity<ImportProfile>(e =>
        {
            e.ToTable("children_import_profile").HasKey(p => new { p.RegionId, p.Id });
            e.Property(p => p.Name).HasMaxLength(Text);
            e.HasIndex(p => new { p.RegionId, p.Name }).IsUnique();
        });
    }

    private static void Network(ModelBuilder model)
    {
        model.Entity<Puskesmas>(e =>
        {
            e.ToTable("children_puskesmas").HasKey(p => new { p.RegionId, p.Id });
            e.Property(p => p.Name).HasMaxLength(Text);
        });
        model.Entity<Posyandu>(e =>
        {
            e.ToTable("children_posyandu").HasKey(p => new { p.RegionId, p.Id });
            e.Property(p => p.Name).HasMaxLength(Text);
            e.HasIndex(p => new { p.RegionId, p.PuskesmasId });
            e.HasIndex(p => new { p.RegionId, p.VillageId });
        });
        model.Entity<HealthWorker>(e =>
        {
            e.ToTable("children_health_worker").HasKey(w => new { w.RegionId, w.Id });
            e.Property(w => w.Name).HasMaxLength(Text);
            // Most cadres have no account: an index without them tells SQLite that an account is one health worker, and every page of the puskesmas begins with that question.
            e.HasIndex(w => new { w.RegionId, w.AccountId }).HasFilter("\"AccountId\" IS NOT NULL");
        });
        model.Entity<CareAssignment>(e =>
        {
            e.ToTable("children_care_assignment").HasKey(a => new { a.RegionId, a.Id });
            e.HasIndex(a => new { a.RegionId, a.WorkerId });
            e.HasIndex(a => new { a.RegionId, a.PosyanduId });
        });
    }

    private static void Register(ModelBuilder model)
    {
        model.Entity<Mother>(e =>
        {
            e.ToTable("children_mother").HasKey(m => new { m.RegionId, m.Id });
            e.Property(m => m.Name).HasMaxLength(Text);
            e.Property(m => m.NameNormalised).HasMaxLength(Text);
            e.HasIndex(m => new { m.RegionId, m.NikFingerprint });
        });
        model.Entity<Child>(e =>
        {
            e.ToTable("children_child").HasKey(c => new { c.RegionId, c.Id });
            e.Ignore(c => c.Stunting);
            e.Property(c => c.Name).HasMaxLength(Text);
            e.Property(c => c.NameNormalised).HasMaxLength(Text);
            e.Property(c => c.Address).HasMaxLength(Text);
            e.Property(c => c.RemeasureReason).HasMaxLength(Text);
            e.Property(c => c.StuntingBy).HasMaxLength(Text);
            e.HasIndex(c => new { c.RegionId, c.PosyanduId, c.Change });
            e.HasIndex(c => new { c.RegionId, c.Birth });
            e.HasIndex(c => new { c.RegionId, c.MotherId });
            e.HasIndex(c => new { c.RegionId, c.MergedInto }).HasFilter("\"MergedInto\" IS NOT NULL");
        });
        model.Entity<ToldApart>(e =>
        {
            e.ToTable("children_told_apart").HasKey(t => new { t.RegionId, t.One, t.Other });
            e.HasIndex(t => new { t.RegionId, t.Other });
        });
        model.Entity<MeasuredChild>(e =>
        {
            e.ToTable("children_measurement").HasKey(m => new { m.RegionId, m.Id });
            e.Ignore(m => m.Past);
            e.Ignore(m => m.MeasurerId);
            e.Property(m => m.ValidationReason).HasMaxLength(Text);
            e.HasIndex(m => new { m.RegionId, m.ChildId, m.Day });
            e.HasIndex(m => new { m.RegionId, m.PosyanduId, m.Day });
            // Few wait for a decision; a list of them reads these alone.
            e.HasIndex(m => new { m.RegionId, m.PosyanduId }).HasFilter("\"State\" = 1");
            // Few replace another; the index holds only those.
            e.HasIndex(m => new { m.RegionId, m.Replaces }).HasFilter("\"Replaces\" IS NOT NULL");
        });
        model.Entity<GivenService>(e =>
        {
            e.ToTable("children_service").HasKey(s => new { s.RegionId, s.Id });
            e.Property(s => s.Detail).HasMaxLength(20);
            e.HasIndex(s => new { s.RegionId, s.ChildId });
        });
        model.Entity<Pregnancy>(e =>
        {
            e.ToTable("children_pregnancy").HasKey(p => new { p.RegionId, p.Id });
            e.Ignore(p => p.Began);
            e.Property(p => p.Address).HasMaxLength(Text);
            e.HasIndex(p => new { p.RegionId, p.PosyanduId, p.Change });
        });
        model.Entity<VisitOfPregnancy>(e =>
        {
            e.ToTable("children_pregnancy_visit").HasKey(v => new { v.RegionId, v.Id });
            e.Ignore(v => v.Entered);
            e.Property(v => v.StruckReason).HasMaxLength(Text);
            e.HasIndex(v => new { v.RegionId, v.PregnancyId });
        });
        model.Entity<Departure>(e =>
        {
            e.ToTable("children_departure").HasKey(d => new { d.RegionId, d.PosyanduId, d.Subject });
        });
    }

    private static void Phones(ModelBuilder model)
    {
        model.Entity<Phone>(e =>
        {
            e.ToTable("children_phone").HasKey(p => new { p.RegionId, p.Id });
            e.Property(p => p.Model).HasMaxLength(Text);
            e.Ignore(p => p.IsToForget);
            // Phones and codes come without their region.
            e.HasIndex(p => p.Id);
            e.HasIndex(p => p.CodeHash);
            e.HasIndex(p => new { p.RegionId, p.PosyanduId });
        });
        model.Entity<TodaySetting>(e =>
        {
            e.ToTable("children_today_setting").HasKey(s => s.RegionId);
            e.Property(s => s.RegionId).ValueGeneratedNever();
        });
        model.Entity<ReceivedBatch>(e => e.ToTable("children_batch").HasKey(b => new { b.RegionId, b.Id }));
        model.Entity<SealingKey>(e =>
        {
            e.ToTable("children_sealing_key").HasKey(k => new { k.RegionId, k.Id });
            e.Property(k => k.Id).HasMaxLength(20);
        });
        model.Entity<KeptSealed>(e =>
        {
            e.ToTable("children_kept_sealed").HasKey(k => new { k.RegionId, k.Id });
            e.Property(k => k.RefusedWith).HasMaxLength(10);
            e.HasIndex(k => new { k.RegionId, k.PhoneId });
        });
        model.Entity<TakenHandOver>(e =>
        {
            e.ToTable("children_hand_over").HasKey(h => new { h.RegionId, h.Id });
            e.Property(h => h.Receipt).HasMaxLength(10);
            e.HasIndex(h => new { h.RegionId, h.PosyanduId, h.LastAt });
        });
    }
}

/// <summary>How the module reaches its tables.</summary>
internal static class TableSets
{
    extension(LakudoDb db)
    {
        internal DbSet<Puskesmas> Puskesmas => db.Set<Puskesmas>();

        internal DbSet<Posyandu> Posyandu => db.Set<Posyandu>();

        internal DbSet<HealthWorker> HealthWorkers => db.Set<HealthWorker>();

        internal DbSet<CareAssignment> CareAssignments => db.Set<CareAssignment>();

        internal DbSet<Mother> Mothers => db.Set<Mother>();

        internal DbSet<ToldApart> ToldApart => db.Set<ToldApart>();

        internal DbSet<Child> Children => db.Set<Child>();

        internal DbSet<MeasuredChild> Measurements => db.Set<MeasuredChild>();

        internal DbSet<GivenService> GivenServices => db.Set<GivenService>();

        internal DbSet<Pregnancy> Pregnancies => db.Set<Pregnancy>();

        internal DbSet<VisitOfPregnancy> PregnancyVisits => db.Set<VisitOfPregnancy>();

        internal DbSet<Departure> Departures => db.Set<Departure>();

        internal DbSet<Phone> Phones => db.Set<Phone>();

        internal DbSet<TodaySetting> TodaySettings => db.Set<TodaySetting>();

        internal DbSet<ReceivedBatch> ReceivedBatches => db.Set<ReceivedBatch>();

        internal DbSet<SealingKey> SealingKeys => db.Set<SealingKey>();

        internal DbSet<TakenHandOver> TakenHandOvers => db.Set<TakenHandOver>();

        internal DbSet<KeptSealed> KeptSealed => db.Set<KeptSealed>();

        internal DbSet<ImportTrial> ImportTrials => db.Set<ImportTrial>();

        internal DbSet<ImportProfile> ImportProfiles => db.Set<ImportProfile>();
    }
}
