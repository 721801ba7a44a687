using Lakudo.Kernel;

namespace Lakudo.Children.Consent;

/// <summary>Why consent or the data of a child is not changed so. Numbered from <c>C-701</c>.</summary>
public static class ConsentRefusals
{
    /// <summary>Nothing would change.</summary>
    public static readonly Refusal NothingToCorrect = new("C-701", RefusalKind.Invalid,
        "Tidak ada yang berubah. Isi bagian yang salah saja dengan yang benar.",
        "Nothing would change. Fill in only what is wrong.");

    /// <summary>A day of birth that cannot be.</summary>
    public static readonly Refusal BirthImpossible = new("C-702", RefusalKind.Invalid,
        "Tanggal lahir itu tidak mungkin untuk balita: belum tiba, atau lebih dari tujuh tahun lalu.",
        "That day of birth is impossible here: in the future, or more than seven years ago.");

    /// <summary>The child was measured before. {0}: the first day.</summary>
    public static readonly Refusal MeasuredBefore = new("C-703", RefusalKind.Conflict,
        "Anak ini sudah diukur pada {0:d MMMM yyyy}, sebelum tanggal lahir itu. Periksa buku KIA; mungkin dua anak tercampur dalam satu catatan.",
        "This child was measured on {0:yyyy-MM-dd}, before that day of birth. Perhaps two children stand in one record.");

    /// <summary>A birth order or an address that cannot be.</summary>
    public static readonly Refusal ValueImpossible = new("C-704", RefusalKind.Invalid,
        "Anak ke berapa diisi 1 sampai 20, dan alamat paling panjang 200 huruf.",
        "The birth order is 1 to 20, the address at most 200 letters.");

    /// <summary>Consent stands or the record is gone.</summary>
    public static readonly Refusal NotWithdrawn = new("C-705", RefusalKind.NotFound,
        "Persetujuan untuk catatan ini tidak sedang ditarik, atau datanya sudah dihapus. Anak yang datanya sudah dihapus didaftarkan lagi di posyandu.",
        "The consent of this record is not withdrawn, or its data is gone. Such a child is registered anew at the posyandu.");

    /// <summary>The identity of who asks was not checked.</summary>
    public static readonly Refusal NotChecked = new("C-706", RefusalKind.Invalid,
        "Periksa dulu bahwa yang meminta adalah ibu atau wali anak ini, lalu beri tanda.",
        "Check first that who asks is the child's mother or guardian, then tick it.");
}
