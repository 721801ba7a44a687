using System.Collections.Immutable;

namespace Lakudo.Children.Network;

/// <summary>What becomes of a line of a pasted table.</summary>
public enum NetworkFate : byte
{
    /// <summary>It is new.</summary>
    New = 1,

    /// <summary>It is there and will be changed.</summary>
    Changed = 2,

    /// <summary>It is there already, just so.</summary>
    Same = 3,

    /// <summary>It cannot be.</summary>
    Wrong = 4,
}

/// <summary>A line as it was judged.</summary>
/// <param name="Line">Its number in the table, the titles' line is 1.</param>
/// <param name="What">The posyandu or the person.</param>
/// <param name="Fate">What becomes of it.</param>
/// <param name="Words">What is new or wrong, in Indonesian; empty for nothing.</param>
public sealed record NetworkLine(int Line, string What, NetworkFate Fate, string Words);

/// <summary>A whole table as it was judged.</summary>
public sealed record NetworkTrial(ImmutableArray<NetworkLine> Lines)
{
    /// <summary>So many lines are read at once.</summary>
    public const int Most = 2_000;

    /// <summary>How many lines have a fate.</summary>
    public int Count(NetworkFate fate) => Lines.Count(l => l.Fate == fate);

    /// <summary>The numbers of the lines that cannot be, the first twenty of them.</summary>
    public string WrongLines => string.Join(", ", Lines.Where(l => l.Fate == NetworkFate.Wrong).Take(20).Select(l => l.Line)) + (Count(NetworkFate.Wrong) > 20 ? ", …" : "");

    /// <summary>Lines that change something.</summary>
    public int Taken => Count(NetworkFate.New) + Count(NetworkFate.Changed);
}
