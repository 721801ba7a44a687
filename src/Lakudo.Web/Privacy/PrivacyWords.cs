using Lakudo.Kernel;
using Lakudo.Privacy.Breaches;
using Lakudo.Privacy.Requests;

namespace Lakudo.Web.Privacy;

/// <summary>The words of the officer's pages.</summary>
public static class PrivacyWords
{
    /// <summary>What is asked for.</summary>
    public static string Of(DataRequestKind kind) => kind switch
    {
        DataRequestKind.Access => "salinan data",
        DataRequestKind.Correction => "perbaikan",
        _ => "penghapusan",
    };

    /// <summary>How the identity was checked.</summary>
    public static string Of(IdentityProof proof) => proof is IdentityProof.CardSeen ? "KTP asli dan orangnya dilihat" : "surat kuasa dan kedua KTP dilihat";

    /// <summary>Through what data came into wrong hands.</summary>
    public static string Of(BreachSource source) => source switch
    {
        BreachSource.Account => "akun pegawai",
        BreachSource.Device => "perangkat aula atau ponsel kader",
        _ => "simpanan (basis data, cadangan, berkas)",
    };

    /// <summary>By what a person is known.</summary>
    public static string Of(PersonKeyKind kind) => kind switch
    {
        PersonKeyKind.Nik => "NIK",
        PersonKeyKind.Contact => "kontak",
        PersonKeyKind.Record => "nomor catatan posyandu",
        _ => "akun pegawai",
    };

    /// <summary>How long is left, or how long it is over: <c>2 hari 5 jam lagi</c>.</summary>
    public static string Left(TimeSpan left)
    {
        var span = left.Duration();
        var words = span.TotalHours < 1 ? $"{span.Minutes} menit" : span.TotalDays < 1 ? $"{(int)span.TotalHours} jam {span.Minutes} menit" : $"{(int)span.TotalDays} hari {span.Hours} jam";
        return left < TimeSpan.Zero ? $"lewat {words}" : $"{words} lagi";
    }
}
