using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications;

/// <summary>The last number given in one series and year.</summary>
internal sealed class NumberRegister : IRegional
{
    /// <summary>The series of application numbers, which all services share.</summary>
    internal static readonly Guid Applications = Guid.Empty;

    public int RegionId { get; set; }

    /// <summary>The service, or <see cref="Applications"/>.</summary>
    public Guid Series { get; set; }

    public int Year { get; set; }

    public int Last { get; set; }

    /// <summary>
    /// Takes the next number inside the verb's transaction: the update holds the row until the commit, so concurrent issues queue up, and a
    /// verb that is refused afterwards gives its number back. So the series has no gap.
    /// </summary>
    internal static async Task<int> Next(LakudoDb db, int region, Guid series, int year, CancellationToken ct)
    {
        var rows = db.NumberRegisters.Where(r => r.RegionId == region && r.Series == series && r.Year == year);
        if (await rows.ExecuteUpdateAsync(s => s.SetProperty(r => r.Last, r => r.Last + 1), ct) == 0)
        {
            // The first of the year. A second first loses on the key and decides again.
            db.NumberRegisters.Add(new NumberRegister { RegionId = region, Series = series, Year = year, Last = 1 });
            return 1;
        }

        return await rows.Select(r => r.Last).SingleAsync(ct);
    }
}
