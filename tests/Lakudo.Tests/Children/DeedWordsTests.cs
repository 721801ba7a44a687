using Lakudo.Children;
using Lakudo.Children.Access;
using Lakudo.Kernel;

namespace Lakudo.Tests.Children;

/// <summary>The access log and a family's copy say what was done in words, never by the name of a class.</summary>
public sealed class DeedWordsTests
{
    [Fact]
    public void Every_fact_of_the_register_has_its_words()
    {
        var facts = typeof(ChildRead).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(IFact)) && t.Namespace?.StartsWith("Lakudo.Children", StringComparison.Ordinal) == true).Select(t => t.Name).ToList();

        Assert.InRange(facts.Count, 50, 500);
        Assert.DoesNotContain(facts, f => !DeedWords.Knows(f));
    }
}
