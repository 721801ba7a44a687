namespace Lakudo.Kernel;

/// <summary>Why a refusal was given, so that the web front can answer with the fitting HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>The thing asked for does not exist, or the caller may not know that it does (404).</summary>
    NotFound,

    /// <summary>The caller is known but may not do this (403).</summary>
    NotAllowed,

    /// <summary>The rules or the present state of things forbid it now (409).</summary>
    Conflict,

    /// <summary>What was sent cannot be right (422).</summary>
    Invalid,

    /// <summary>A limit for this address, person or day is used up (429).</summary>
    TooMany,

    /// <summary>Something outside is down or busy; the same request may succeed later (503).</summary>
    Unavailable,
}

/// <summary>
/// A rule said no. Not a fault: a refusal is a value with a number that staff can quote and a sentence that says
/// what happened and what to do next.
/// </summary>
/// <param name="Code">Stable number, a letter for the module and three digits, for example <c>H-014</c>.</param>
/// <param name="Kind">The family of the refusal.</param>
/// <param name="Message">What the person reads, in Indonesian.</param>
/// <param name="English">The same sentence in English.</param>
[GenerateSerializer, Immutable]
public sealed record Refusal(string Code, RefusalKind Kind, string Message, string English)
{
    /// <summary>The sentence in the language of the present UI culture: English where it is English, otherwise Indonesian.</summary>
    public string Text => System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? English : Message;

    /// <summary>The same refusal with the values that <c>{0}</c>, <c>{1}</c>, … stand for filled into both sentences.</summary>
    public Refusal With(params object[] values) => this with
    {
        Message = string.Format(Formats.Indonesian, Message, values),
        English = string.Format(System.Globalization.CultureInfo.InvariantCulture, English, values),
    };
}
