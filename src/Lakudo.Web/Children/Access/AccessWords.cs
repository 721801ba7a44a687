using Lakudo.Children.Access;
using Lakudo.Kernel;

namespace Lakudo.Web.Children.Access;

/// <summary>A row of the access log in words.</summary>
internal static class AccessWords
{
    /// <summary>For example <c>membuka catatan anak</c>.</summary>
    public static string Of(AccessLog.Row row)
    {
        var words = DeedWords.Of(row.Fact);
        return row.Children is { } many && row.IsAboutMany ? $"{words}, {many.ToString("N0", Formats.Indonesian)} anak" : words;
    }
}
