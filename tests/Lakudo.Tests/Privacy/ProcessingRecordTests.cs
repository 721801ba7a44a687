using Lakudo.Kernel;
using Lakudo.Privacy;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Privacy;

/// <summary>The record of processing knows every table and every column of texts or bytes.</summary>
public sealed class ProcessingRecordTests
{
    [Fact]
    public async Task Every_column_that_can_hold_personal_data_says_what_it_holds()
    {
        await using var database = await TestDatabase.Create(Vendor.Sqlite);
        await using var db = database.Open();
        var known = ProcessingRecord.Columns.ToDictionary(c => (c.Table, c.Name));
        var unsaid = new List<string>();
        foreach (var entity in db.Model.GetEntityTypes().Where(e => e.GetTableName() is not null))
        {
            var table = entity.GetTableName()!;
            // The framework's own tables know API clients, not people.
            if (table.StartsWith("OpenIddict", StringComparison.Ordinal) && known.ContainsKey((table, "*"))) continue;
            var columns = entity.GetProperties().Where(p => p.ClrType == typeof(string) || p.ClrType == typeof(byte[])).Select(p => p.GetColumnName()).ToList();
            unsaid.AddRange(columns.Where(c => !known.ContainsKey((table, c))).Select(c => $"{table},{c}"));
            if (known.Keys.All(k => k.Table != table)) unsaid.Add($"{table},*");
        }

        Assert.True(unsaid.Count == 0, "Say in data/privacy/columns.csv what these hold (docs/operate/personal-data.md):\n" + string.Join('\n', unsaid.Distinct()));
    }

    [Fact]
    public async Task No_row_of_the_record_is_about_a_column_that_is_gone()
    {
        await using var database = await TestDatabase.Create(Vendor.Sqlite);
        await using var db = database.Open();
        var real = db.Model.GetEntityTypes().SelectMany(e => e.GetProperties().Select(p => (e.GetTableName()!, p.GetColumnName())).Append((e.GetTableName()!, "*"))).ToHashSet();
        Assert.All(ProcessingRecord.Columns, c => Assert.Contains((c.Table, c.Name), real));
    }

    [Fact]
    public void Personal_columns_belong_to_an_activity_and_others_to_none()
    {
        var activities = ProcessingRecord.Activities.Select(a => a.Id).ToHashSet();
        Assert.Equal(activities.Count, ProcessingRecord.Activities.Count);
        Assert.All(ProcessingRecord.Columns, c => Assert.True(c.Kind == ProcessingRecord.NotPersonal ? c.Activity == "" : activities.Contains(c.Activity), $"{c.Table}.{c.Name}"));
        // Every activity but the journal's own holds something.
        Assert.All(activities, a => Assert.Contains(ProcessingRecord.Columns, c => c.Activity == a));
        Assert.All(RetentionRule.All, r => Assert.Contains(r.Activity, activities));
    }

    [Fact]
    public void Every_rule_of_retention_is_carried_out_by_exactly_one_and_its_bounds_hold()
    {
        var carried = typeof(LakudoDb).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IRetention)))
            .Select(t => ((IRetention)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(t)).Rule).ToList();
        Assert.Equal(RetentionRule.All.Select(r => r.Id).Order(), carried.Order());
        Assert.All(RetentionRule.All, r => Assert.True(r.Standard.IsAtLeast(r.Least) && r.Most.IsAtLeast(r.Standard), r.Id));
        Assert.All(RetentionRule.All, r => Assert.Contains(r.Status, new[] { "dikonfirmasi", "belum dikonfirmasi" }));
    }
}
