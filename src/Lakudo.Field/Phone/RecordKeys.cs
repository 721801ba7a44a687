namespace Lakudo.Field.Phone;

/// <summary>The names of the records in the phone's safe. They are not encrypted, so they say the kind and an id and nothing else.</summary>
public static class RecordKeys
{
    /// <summary>The <see cref="PhoneBook"/>.</summary>
    public const string Book = "book";

    /// <summary>The <see cref="PendingBatch"/>.</summary>
    public const string Pending = "pending";

    /// <summary>What was typed for a child and not yet saved.</summary>
    public static string OfDraft(Guid child) => $"draft:{child}";

    internal static string OfChild(Guid id) => $"child:{id}";

    internal static string OfToday(Guid child) => $"today:{child}";

    internal static string OfPregnancy(Guid id) => $"pregnancy:{id}";

    internal static string Of(Visit visit) => $"visit:{visit.Id}";

    internal static bool IsChild(string key) => key.StartsWith("child:", StringComparison.Ordinal);

    internal static bool IsToday(string key) => key.StartsWith("today:", StringComparison.Ordinal);

    internal static bool IsPregnancy(string key) => key.StartsWith("pregnancy:", StringComparison.Ordinal);

    internal static bool IsVisit(string key) => key.StartsWith("visit:", StringComparison.Ordinal);
}
