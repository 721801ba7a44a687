using System.Collections.Frozen;
using Lakudo.Kernel;

namespace Lakudo.Catalogue;

/// <summary>The categories whose documents another system issues (<c>data/catalogue/never-local.csv</c>).</summary>
internal static class NeverLocal
{
    private static readonly FrozenDictionary<string, string> _issuers = DataFile
        .Read("catalogue/never-local.csv", column => (Category: column("category"), By: column("issued_by")))
        .ToFrozenDictionary(row => row.Category, row => row.By, StringComparer.OrdinalIgnoreCase);

    /// <summary>The refusal when such a category is claimed as local, otherwise null.</summary>
    public static Refusal? Check(string category, WhoIssues who) => who == WhoIssues.Local && _issuers.TryGetValue(category, out var by)
        ? CatalogueRefusals.NeverLocal.With(category, by)
        : null;
}
