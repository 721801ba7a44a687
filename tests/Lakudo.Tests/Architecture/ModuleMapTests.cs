using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using Lakudo.Kernel;
using Lakudo.Testing;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Lakudo.Tests.Architecture;

/// <summary>The module map: each module uses only those its line allows.</summary>
public sealed class ModuleMapTests
{
    private static readonly ArchUnitNET.Domain.Architecture Rules = new ArchLoader().LoadAssembly(typeof(LakudoDb).Assembly).Build();

    private static readonly Dictionary<string, string[]> Map = new()
    {
        ["Kernel"] = [],
        ["Identity"] = ["Kernel"],
        ["Notifications"] = ["Kernel"],
        ["Catalogue"] = ["Kernel", "Calendar"],
        ["Calendar"] = ["Kernel"],
        ["Hall"] = ["Kernel", "Notifications", "Catalogue", "Calendar"],
        ["Applications"] = ["Kernel", "Notifications", "Catalogue", "Calendar", "Hall"],
        ["Feedback"] = ["Kernel", "Catalogue", "Applications"],
        ["Children"] = ["Kernel", "Notifications"],
        ["Privacy"] = ["Kernel", "Identity", "Hall"],
    };

    public static TheoryData<string> Modules => [.. Map.Keys];

    [Theory, MemberData(nameof(Modules))]
    public void A_module_uses_only_the_modules_its_line_allows(string module)
    {
        foreach (var other in Map.Keys.Where(m => m != module && !Map[module].Contains(m)))
        {
            Types().That().ResideInNamespaceMatching($@"^Lakudo\.{module}(\.|$)")
                .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching($@"^Lakudo\.{other}(\.|$)"))
                .Because($"{module} may use {(Map[module].Length == 0 ? "nothing" : string.Join(", ", Map[module]))}").Check(Rules);
        }
    }

    [Fact]
    public void Every_module_is_on_the_map() => Assert.Equal(
        Map.Keys.Order(),
        typeof(LakudoDb).Assembly.GetTypes().Select(t => t.Namespace?.Split('.')).Where(n => n is ["Lakudo", ..] && n.Length > 1).Select(n => n![1]).Distinct().Order());

    [Fact]
    public async Task Every_regional_row_is_filtered_by_region_and_an_agencys_by_agency()
    {
        await using var database = await TestDatabase.Create(Vendor.Sqlite);
        await using var db = database.Open();
        foreach (var entity in db.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(IRegional))))
        {
            var filters = entity.GetDeclaredQueryFilters().Select(f => f.Key).ToList();
            Assert.True(filters.Contains("region"), $"{entity.ClrType.Name} has no region filter");
            Assert.True(!entity.ClrType.IsAssignableTo(typeof(IOfAgency)) || filters.Contains("agency"), $"{entity.ClrType.Name} has no agency filter");
        }
    }

    [Fact]
    public void Every_act_is_in_the_table() => Assert.All(Enum.GetValues<Act>(), act => Assert.NotEmpty(Permissions.For(act)));
}
