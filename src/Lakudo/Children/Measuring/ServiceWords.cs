using Lakudo.Field;

namespace Lakudo.Children.Measuring;

/// <summary>What was given to a child or asked of its family, in words: the same on the puskesmas' page and in the family's copy.</summary>
public static class ServiceWords
{
    /// <summary>For example <c>imunisasi Campak Rubela 1</c>.</summary>
    /// <param name="kind">What.</param>
    /// <param name="detail">The code of a vaccine; null for others.</param>
    public static string Of(ChildServiceKind kind, string? detail) => kind switch
    {
        ChildServiceKind.VitaminABlue => "vitamin A biru",
        ChildServiceKind.VitaminARed => "vitamin A merah",
        ChildServiceKind.Immunisation => $"imunisasi {(detail is null ? "" : Vaccines.Find(detail)?.Name ?? detail)}".TrimEnd(),
        ChildServiceKind.ExclusiveBreastfeeding => "ASI saja",
        ChildServiceKind.ComplementaryFood => "MP-ASI dengan protein hewani",
        ChildServiceKind.SupplementaryFood => "PMT",
        ChildServiceKind.Deworming => "obat cacing",
        ChildServiceKind.KiaBook => "buku KIA atau KMS ada",
        _ => kind.ToString(),
    };
}
