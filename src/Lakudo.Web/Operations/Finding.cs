namespace Lakudo.Web.Operations;

/// <summary>How well a thing is.</summary>
public enum Health
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Works today, but somebody should see to it.</summary>
    Warning,

    /// <summary>Wrong: work stops, data or trust is at risk.</summary>
    Bad,
}

/// <summary>One line of the doctor: a thing, how it is, and what to do about it.</summary>
/// <param name="Subject">What was looked at, in Indonesian.</param>
/// <param name="Health">How it is.</param>
/// <param name="Found">What was found, with its figures.</param>
/// <param name="ToDo">What the IT officer does next; null only for what is good.</param>
public sealed record Finding(string Subject, Health Health, string Found, string? ToDo = null)
{
    /// <summary>The word for <see cref="Health"/> on screen and paper.</summary>
    public string Word => Health switch { Health.Good => "baik", Health.Warning => "perhatikan", _ => "SALAH" };

    /// <summary>A thing that is as it should be.</summary>
    public static Finding Good(string subject, string found) => new(subject, Health.Good, found);

    /// <summary>A thing to see to.</summary>
    public static Finding Warning(string subject, string found, string toDo) => new(subject, Health.Warning, found, toDo);

    /// <summary>A thing that is wrong.</summary>
    public static Finding Bad(string subject, string found, string toDo) => new(subject, Health.Bad, found, toDo);
}
