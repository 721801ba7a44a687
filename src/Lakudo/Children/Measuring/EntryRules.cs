using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Kernel;

namespace Lakudo.Children.Measuring;

/// <summary>What an entry must be to be taken in at all. What is only doubtful is taken in and flagged; here stands what cannot be.</summary>
internal static class EntryRules
{
    private const int LightestGrams = 300, HeaviestGrams = 60_000;
    internal const int ShortestTenths = 2_000;
    private const int TallestTenths = 15_000;
    private const int SmallestRound = 300, LargestRound = 7_000;
    internal const int LongestText = 200;

    /// <summary>Why a measurement cannot be, or null.</summary>
    public static Refusal? Of(FieldMeasurement entered, DateOnly? birth, DateOnly tomorrow)
    {
        if (entered.Day > tomorrow || entered.Day < birth) return ChildrenRefusals.DayImpossible.With(entered.Day);
        if (entered is { Weight: null, Height: null, Head: null, Arm: null, HasOedema: false }) return ChildrenRefusals.NothingMeasured;
        return IsWithin(entered.Weight, LightestGrams, HeaviestGrams) && IsWithin(entered.Height, ShortestTenths, TallestTenths)
            && IsWithin(entered.Head, SmallestRound, LargestRound) && IsWithin(entered.Arm, SmallestRound, LargestRound)
            && (entered.Position is null || Enum.IsDefined(entered.Position.Value))
            ? null
            : ChildrenRefusals.MeasureImpossible;
    }

    /// <summary>Why a newcomer cannot be registered so, or null.</summary>
    public static Refusal? Of(NewChild entered, DateOnly tomorrow)
    {
        if (!entered.HasConsent) return ChildrenRefusals.ConsentMissing;
        if (PersonName.Read(entered.Name, "Nama anak") is { Refusal: { } name }) return name;
        if (PersonName.Read(entered.MotherName, "Nama ibu") is { Refusal: { } mother }) return mother;
        if (entered.Birth > tomorrow || !Enum.IsDefined(entered.Sex)) return ChildrenRefusals.DayImpossible.With(entered.Birth);
        if (NikOf(entered.Nik) is { } nik) return nik;
        if (NikOf(entered.MotherNik) is { } nikOfMother) return nikOfMother;
        return IsWithin(entered.BirthWeight, LightestGrams, HeaviestGrams) && IsWithin(entered.BirthLength, ShortestTenths, TallestTenths) && entered.Address is not { Length: > LongestText }
            ? null
            : ChildrenRefusals.MeasureImpossible;
    }

    /// <summary>Why a pregnancy cannot be registered so, or null.</summary>
    public static Refusal? Of(NewPregnancy entered) => !entered.HasConsent ? ChildrenRefusals.ConsentMissing
        : PersonName.Read(entered.Name, "Nama ibu") is { Refusal: { } name } ? name
        : entered.Address is { Length: > LongestText } ? ChildrenRefusals.MeasureImpossible
        : NikOf(entered.Nik);

    /// <summary>Why a visit of a pregnant woman cannot be, or null.</summary>
    public static Refusal? Of(PregnancyVisit entered, DateOnly tomorrow) => entered.Day > tomorrow ? ChildrenRefusals.DayImpossible.With(entered.Day)
        : !MotherLimits.SaysAnything(entered) ? ChildrenRefusals.NothingMeasured
        : MotherLimits.IsPossible(entered) ? null : ChildrenRefusals.MotherImpossible;

    private static Refusal? NikOf(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : Nik.Read(typed).Refusal;

    private static bool IsWithin(int? value, int least, int most) => value is null || (value >= least && value <= most);
}
