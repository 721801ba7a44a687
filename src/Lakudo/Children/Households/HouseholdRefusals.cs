using Lakudo.Kernel;

namespace Lakudo.Children.Households;

/// <summary>Why a household is not opened, changed or shown so. Numbered <c>C-611</c> to <c>C-629</c>.</summary>
public static class HouseholdRefusals
{
    /// <summary>Not sixteen digits.</summary>
    public static readonly Refusal NumberImpossible = new("C-611", RefusalKind.Invalid,
        "Nomor KK terdiri dari 16 angka. Periksa lagi pada Kartu Keluarga; jangan memakai NIK.",
        "A family card's number has 16 digits. Look at the card again; it is not the NIK.");

    /// <summary>There is no such household in the caller's care.</summary>
    public static readonly Refusal NoSuchHousehold = new("C-612", RefusalKind.NotFound,
        "Keluarga ini tidak ada di wilayah tugas Anda, atau semua anggotanya sudah keluar.",
        "There is no such household in your care, or everybody has left it.");

    /// <summary>The number is another household's.</summary>
    public static readonly Refusal NumberTaken = new("C-613", RefusalKind.Conflict,
        "Nomor KK ini sudah dipakai keluarga lain di register. Cari nomor itu; bila keluarganya sama, satukan keduanya.",
        "Another household of the register has this number. Look for it; if it is the same family, unite them.");

    /// <summary>The person is in a household already.</summary>
    public static readonly Refusal HasHousehold = new("C-614", RefusalKind.Conflict,
        "Orang ini sudah tercatat dalam satu keluarga. Keluarkan dulu dari sana dengan alasannya.",
        "This person is in a household already. Let them leave it first, with a reason.");

    /// <summary>The person is not a member now.</summary>
    public static readonly Refusal NoMember = new("C-615", RefusalKind.NotFound,
        "Orang yang dipilih bukan anggota keluarga ini, atau tidak di wilayah tugas Anda.",
        "Who was chosen is no member of this household, or is not in your care.");

    /// <summary>Nobody was chosen, or no reason.</summary>
    public static readonly Refusal ReasonMissing = new("C-616", RefusalKind.Invalid,
        "Pilih siapa yang keluar dan apa alasannya.",
        "Choose who leaves and why.");

    /// <summary>The number would stay as it is.</summary>
    public static readonly Refusal NumberUnchanged = new("C-617", RefusalKind.Invalid,
        "Nomor KK itu sudah tercatat untuk keluarga ini; tidak ada yang berubah.",
        "This household has that number already; nothing would change.");

    /// <summary>Two households with different numbers, or one with itself.</summary>
    public static readonly Refusal CannotUnite = new("C-618", RefusalKind.Conflict,
        "Dua keluarga ini tidak dapat disatukan: keluarga yang sama, atau nomor KK keduanya berbeda. Perbaiki nomornya dulu bila salah satunya keliru.",
        "These households cannot be united: they are the same, or their numbers differ. Correct the wrong number first.");

    /// <summary>No number is known.</summary>
    public static readonly Refusal NoNumber = new("C-619", RefusalKind.NotFound,
        "Nomor KK keluarga ini belum tercatat.",
        "This household's number is not known.");

    /// <summary>Nobody of that number here.</summary>
    public static readonly Refusal NumberUnknown = new("C-620", RefusalKind.NotFound,
        "Tidak ada keluarga dengan nomor KK itu di wilayah tugas Anda. Periksa angkanya, atau buat keluarganya dari halaman anak.",
        "No household in your care has that number. Check the digits, or open one from the child's page.");

    /// <summary>RT and RW that cannot be.</summary>
    public static readonly Refusal PlaceImpossible = new("C-621", RefusalKind.Invalid,
        "RT dan RW diisi angka 1 sampai 999, dan desanya harus ada di wilayah ini.",
        "RT and RW are numbers from 1 to 999, and the village must be one of this region.");

    /// <summary>The id of a household stands for another family.</summary>
    public static readonly Refusal IdTaken = new("C-622", RefusalKind.Conflict,
        "Keluarga ini sudah tercatat untuk orang lain. Muat ulang halaman, lalu coba lagi.",
        "This household was already opened for somebody else. Load the page again.");

    /// <summary>Too many at once, or none. {0}: the most.</summary>
    public static readonly Refusal TooMany = new("C-623", RefusalKind.Invalid,
        "Paling sedikit satu dan paling banyak {0:N0} keluarga sekali jalan.",
        "At least one and at most {0:N0} households at once.");
}
