namespace Lakudo.Growth.Indonesia;

/// <summary>One rule of the Indonesian programme in one edition: where it is written, from when it holds, and what of it nobody has confirmed yet.</summary>
/// <remarks>
/// Rules are data (<c>Rules/*.csv</c>, embedded). Every answer of this namespace names the rule it follows, so that a screen or a report can say
/// "menurut Permenkes 2/2020" and, where it is so, "belum dikonfirmasi". Where only the month or year of a rule is known, <see cref="InForceFrom"/> is its first day.
/// </remarks>
public sealed class Rule
{
    private readonly Dictionary<string, (decimal Value, decimal? Other)> _limits = [];
    private readonly Dictionary<string, (string Value, string? Other)> _choices = [];

    /// <summary>The stable name of the rule over all its editions, for example <c>kms</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The edition as people call it, for example <c>KMS 2021</c>.</summary>
    public required string Edition { get; init; }

    /// <summary>The first day on which this edition holds.</summary>
    public required DateOnly InForceFrom { get; init; }

    /// <summary>The last day on which it held; null while it holds.</summary>
    public DateOnly? InForceTo { get; init; }

    /// <summary>The law, guideline or book it stands in.</summary>
    public required string Source { get; init; }

    /// <summary>The place in the source and, shortly, what it says.</summary>
    public required string Article { get; init; }

    /// <summary>What nobody has confirmed yet, as an Indonesian sentence; null where the rule is confirmed.</summary>
    public string? Unconfirmed { get; init; }

    /// <summary>Whether every part of the rule is confirmed.</summary>
    public bool IsConfirmed => Unconfirmed is null;

    /// <summary>Whether this edition holds on a day.</summary>
    public bool IsInForce(DateOnly day) => day >= InForceFrom && !(day > InForceTo);

    /// <summary>The key and the edition, for a log or a test.</summary>
    public override string ToString() => $"{Key} ({Edition})";

    /// <summary>A limit of the rule and, where another one is in use somewhere and nobody has confirmed which is right, that one.</summary>
    internal (decimal Value, decimal? Other) Limit(string name) => _limits[name];

    internal (decimal Value, decimal? Other)? OptionalLimit(string name) => _limits.TryGetValue(name, out var limit) ? limit : null;

    /// <summary>A choice between named ways and, where the other way is in use somewhere, that one.</summary>
    internal (string Value, string? Other) Choice(string name) => _choices[name];

    internal void AddChoice(string name, string value, string? other) => _choices.Add(name, (value, other));

    internal void AddLimit(string name, decimal value, decimal? other) => _limits.Add(name, (value, other));
}
