namespace Lakudo.Catalogue;

/// <summary>Who makes the document at the end of a service.</summary>
public enum WhoIssues
{
    /// <summary>Information and appointment only.</summary>
    Referral = 0,

    /// <summary>Another system issues; Lakudo keeps arrival, checklist, both stamps, the outside reference and the hand-over, and never prints or numbers it.</summary>
    National = 1,

    /// <summary>Lakudo numbers and signs.</summary>
    Local = 2,
}

/// <summary>The words of <see cref="WhoIssues"/> in files and on screens.</summary>
public static class WhoIssuesWords
{
    /// <summary>The word in files: <c>lokal</c>, <c>nasional</c>, <c>rujukan</c>.</summary>
    public static string Word(this WhoIssues who) => who switch { WhoIssues.Local => "lokal", WhoIssues.National => "nasional", _ => "rujukan" };

    /// <summary>Reads the word; an empty one is a referral, the least that can be claimed.</summary>
    public static WhoIssues? Read(string word) => word.Trim().ToLowerInvariant() switch
    {
        "lokal" => WhoIssues.Local,
        "nasional" => WhoIssues.National,
        "rujukan" or "" => WhoIssues.Referral,
        _ => null,
    };
}
