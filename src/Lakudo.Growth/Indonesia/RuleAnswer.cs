namespace Lakudo.Growth.Indonesia;

/// <summary>What a rule answers, by which rule and, where the rule can be read in two ways that differ for this child, the other answer.</summary>
/// <typeparam name="T">What is answered: a class, a mark, yes or no, a share.</typeparam>
public readonly record struct RuleAnswer<T>
    where T : struct
{
    /// <summary>An answer.</summary>
    /// <param name="value">The answer by the reading that Lakudo reports.</param>
    /// <param name="other">The answer by the other reading; null, or equal to <paramref name="value"/>, where nothing is in doubt.</param>
    /// <param name="rule">The rule that was followed.</param>
    public RuleAnswer(T value, T? other, Rule rule)
    {
        Value = value;
        Other = other is { } differing && !Same(differing, value) ? other : null;
        Rule = rule;
    }

    /// <summary>The answer by the reading that Lakudo reports.</summary>
    public T Value { get; }

    /// <summary>The answer by the other reading; null where both agree for this child or there is only one.</summary>
    public T? Other { get; }

    /// <summary>The rule that was followed.</summary>
    public Rule Rule { get; }

    /// <summary>Whether two readings of the rule give two answers for this child (<i>belum pasti</i>).</summary>
    public bool IsUnsure => Other is not null;

    /// <summary>The answer by the other reading, which is the same one where nothing is in doubt.</summary>
    public T OtherOrValue => Other ?? Value;

    /// <summary>Whether some reading gives this answer.</summary>
    public bool Allows(T answer) => Same(Value, answer) || Same(OtherOrValue, answer);

    private static bool Same(T left, T right) => EqualityComparer<T>.Default.Equals(left, right);
}
