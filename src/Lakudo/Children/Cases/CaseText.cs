using Lakudo.Kernel;

namespace Lakudo.Children.Cases;

/// <summary>What is typed at the desk about a child. It stands in the row's own column and never in the journal, because it may say something of its health.</summary>
internal static class CaseText
{
    /// <summary>The longest of a reason or a name of a place, in UTF-16 units.</summary>
    internal const int Short = 200;

    /// <summary>The longest of a finding, in UTF-16 units.</summary>
    internal const int Long = 500;

    /// <summary>What was typed, as <see cref="WrittenText.Clean"/> makes it; null where nothing was, or too much.</summary>
    internal static string? Read(string? typed, int longest) => WrittenText.Clean(typed) is { Length: > 0 } text && text.Length <= longest ? text : null;

    /// <summary>Whether a text that may stay empty is longer than it may be.</summary>
    internal static bool IsTooLong(string? typed) => typed?.Trim().Length > Long;
}
