using Lakudo.Children.Households;
using Lakudo.Kernel;

namespace Lakudo.Web.Children.Households;

/// <summary>How households are told on the puskesmas' pages.</summary>
internal static class HouseholdWords
{
    /// <summary>The reasons that an officer may choose, in the order of the page.</summary>
    public static IReadOnlyList<LeavingHousehold> Choices { get; } = [LeavingHousehold.Moved, LeavingHousehold.ParentsApart, LeavingHousehold.Fostered, LeavingHousehold.Died, LeavingHousehold.WrittenWrongly];

    /// <summary>RT 003 RW 001; an en dash where nothing is known.</summary>
    public static string Of(Neighbourhood place) => (place.Rt, place.Rw) switch
    {
        (null, null) => "RT dan RW belum tercatat",
        ({ } rt, null) => $"RT {rt:000}",
        (null, { } rw) => $"RW {rw:000}",
        ({ } rt, { } rw) => $"RT {rt:000} RW {rw:000}",
    };

    /// <summary>7414 0105 0418 0012: four by four, as it is read aloud.</summary>
    public static string Grouped(string digits) => string.Join(' ', digits.Chunk(4).Select(part => new string(part)));

    /// <summary>5 Januari 2026, in the region.</summary>
    public static string Day(DateTime at, TimeZoneInfo zone) => ChildWords.Day(DateOnly.FromDateTime(Clock.Local(at, zone)));

    /// <summary>A member as a value of a form, for example <c>1:0198…</c>.</summary>
    public static string Value(MemberKind kind, Guid id) => $"{(int)kind}:{id:N}";

    /// <summary>The members of a form's values; what is none is left out.</summary>
    public static List<HouseholdPerson> Read(IEnumerable<string?> values) =>
    [
        .. values.OfType<string>().Select(v => v.Split(':')).Where(p => p.Length == 2 && Enum.TryParse<MemberKind>(p[0], out var kind) && Enum.IsDefined(kind) && Guid.TryParse(p[1], out _))
            .Select(p => new HouseholdPerson(Enum.Parse<MemberKind>(p[0]), Guid.Parse(p[1]))),
    ];
}
