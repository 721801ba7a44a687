using Lakudo.Catalogue;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Feedback;

/// <summary>The tables of the survey. No row of one names a row of another, but an answer's scores.</summary>
internal sealed class Tables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<SurveyMark>(e =>
        {
            e.ToTable("feedback_survey_mark");
            e.HasKey(m => new { m.RegionId, m.Mark });
        });
        model.Entity<Ballot>(e =>
        {
            e.ToTable("feedback_ballot");
            e.HasKey(b => new { b.RegionId, b.Id });
            e.HasIndex(b => new { b.RegionId, b.AgencyId });
        });
        model.Entity<SurveyAnswer>(e =>
        {
            e.ToTable("feedback_answer");
            e.HasKey(a => new { a.RegionId, a.Id });
            e.Property(a => a.Instrument).HasMaxLength(20);
            e.Property(a => a.Sex).HasMaxLength(20);
            e.Property(a => a.Age).HasMaxLength(20);
            e.Property(a => a.Education).HasMaxLength(20);
            e.Property(a => a.Job).HasMaxLength(20);
            e.HasIndex(a => new { a.RegionId, a.Month, a.AgencyId });
            e.HasOne<Service>().WithMany().HasForeignKey(a => new { a.RegionId, a.ServiceId }).OnDelete(DeleteBehavior.Restrict);
            e.HasMany(a => a.Scores).WithOne().HasForeignKey(s => new { s.RegionId, s.AnswerId });
        });
        model.Entity<SurveyScore>(e =>
        {
            e.ToTable("feedback_score");
            e.HasKey(s => new { s.RegionId, s.AnswerId, s.Element });
            e.Property(s => s.Element).HasMaxLength(20);
        });
        model.Entity<ElementTotal>(e =>
        {
            e.ToTable("feedback_element_total");
            e.HasKey(t => new { t.RegionId, t.Month, t.AgencyId, t.ServiceId, t.Instrument, t.Element });
            e.Property(t => t.Instrument).HasMaxLength(20);
            e.Property(t => t.Element).HasMaxLength(20);
            e.Property(t => t.Answers).IsConcurrencyToken();
        });
    }
}

/// <summary>How the module reaches its tables.</summary>
internal static class TableSets
{
    extension(LakudoDb db)
    {
        internal DbSet<SurveyMark> SurveyMarks => db.Set<SurveyMark>();

        internal DbSet<Ballot> Ballots => db.Set<Ballot>();

        internal DbSet<SurveyAnswer> SurveyAnswers => db.Set<SurveyAnswer>();

        internal DbSet<SurveyScore> SurveyScores => db.Set<SurveyScore>();

        internal DbSet<ElementTotal> ElementTotals => db.Set<ElementTotal>();
    }
}
