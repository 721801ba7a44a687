using Lakudo.Hall.Day;

namespace Lakudo.Web.Hall;

/// <summary>Waits as ranges: an honest hall does not promise a minute.</summary>
public static class WaitWords
{
    /// <summary>For example <c>10–25 menit</c>; says so when no counter of the line is open.</summary>
    public static string Of(PlaceInLine? place) => place switch
    {
        null => "–",
        { MinutesFrom: { } from, MinutesTo: { } to } => from == to ? $"{to} menit" : $"{from}–{to} menit",
        _ => "loket belum dibuka",
    };
}
