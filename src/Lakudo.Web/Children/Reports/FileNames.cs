using Lakudo.Kernel;

namespace Lakudo.Web.Children.Reports;

/// <summary>Names of places as parts of file names.</summary>
internal static class FileNames
{
    /// <summary>Posyandu Lakudo 1 becomes posyandu-lakudo-1.</summary>
    internal static string Of(string name) => string.Concat(PersonName.Normalise(name).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
}
