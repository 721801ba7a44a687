using Lakudo.Children.Access;
using Lakudo.Kernel;

namespace Lakudo.Web.Children.Access;

/// <summary>A row of the access log in words.</summary>
internal static class AccessWords
{
    /// <summary>For example <c>membuka catatan anak</c>, or <c>ponsel kader memuat data posyandu, 16 anak, 3 ibu hamil</c>.</summary>
    public static string Of(AccessLog.Row row)
    {
        var many = row.IsAboutMany ? new[] { Count(row.Children, "anak"), Count(row.Pregnancies, "ibu hamil") } : [];
        return string.Join(", ", many.OfType<string>().Prepend(DeedWords.Of(row.Fact)));
    }

    private static string? Count(int? many, string unit) => many is { } number && (number > 0 || unit == "anak") ? $"{number.ToString("N0", Formats.Indonesian)} {unit}" : null;
}
