using Lakudo.Applications;
using Lakudo.Applications.Documents;
using Lakudo.Kernel;
using Lakudo.Web.Identity;

namespace Lakudo.Web.Applications;

/// <summary>The Indonesian words of files, documents and their history, as staff and applicants read them.</summary>
public static class CaseWords
{
    /// <summary>What happened, for a history: the fact's name in the journal said in words.</summary>
    public static string Fact(string fact) => fact switch
    {
        nameof(ApplicationFiled) => "Permohonan diterima",
        nameof(ApplicationCompleted) => "Berkas dinyatakan lengkap",
        nameof(ApplicationReturned) => "Berkas dikembalikan untuk diperbaiki",
        nameof(ApplicationResubmitted) => "Berkas perbaikan diterima",
        nameof(ApplicationVerified) => "Berkas diverifikasi",
        nameof(ApplicationDecided) => "Permohonan diputuskan",
        nameof(OutsideReferenceRecorded) => "Terbit di sistem instansi",
        nameof(ResultHandedOver) => "Hasil diserahkan",
        nameof(DocumentNumbered) => "Dokumen diberi nomor",
        nameof(DocumentSigned) => "Dokumen ditandatangani",
        nameof(DocumentVoided) => "Nomor dokumen dibatalkan",
        nameof(DocumentRevoked) => "Dokumen dicabut",
        nameof(ApplicationFileAttached) => "Berkas persyaratan diunggah",
        nameof(ApplicationFileOpened) => "Berkas persyaratan dibuka",
        nameof(DocumentDownloaded) => "Dokumen bertanda tangan diunduh",
        nameof(NikRevealed) => "NIK lengkap dilihat",
        nameof(ApplicantErased) => "Data pribadi pemohon dihapus",
        nameof(ApplicantCorrected) => "Data pemohon diperbaiki atas permintaannya",
        nameof(ApplicationInspected) => "Dilihat pemeriksa",
        nameof(DueMomentRecounted) => "Batas waktu dihitung ulang",
        _ => fact,
    };

    /// <summary>Who did it, by the role the journal keeps.</summary>
    public static string By(string role) => Enum.TryParse<Role>(role, out var known) ? known == Role.Public ? "pemohon" : RoleWords.Of(known) : role;

    /// <summary>The colour of a state's tag.</summary>
    public static string Tag(ApplicationState state) => state switch
    {
        ApplicationState.Returned or ApplicationState.Rejected => "tag-coral",
        ApplicationState.Ready or ApplicationState.HandedOver => "tag-leaf",
        ApplicationState.Received => "tag-gold",
        _ => "tag-sea",
    };

    /// <summary>Where a row of the number register stands.</summary>
    public static string Of(DocumentState state, SigningWay? way) => state switch
    {
        DocumentState.Numbered => "bernomor, belum ditandatangani",
        DocumentState.Signed when way == SigningWay.OnPaper => "ditandatangani di atas kertas",
        DocumentState.Signed => "ditandatangani secara elektronik",
        DocumentState.Voided => "batal",
        _ => "dicabut",
    };

    /// <summary>The step that waits, as the tab of the inbox says it.</summary>
    public static (ApplicationState State, string Words)[] Steps { get; } =
    [
        (ApplicationState.Received, "Perlu diperiksa"), (ApplicationState.Returned, "Dikembalikan"), (ApplicationState.Complete, "Perlu verifikasi"), (ApplicationState.Verified, "Perlu keputusan"),
        (ApplicationState.Approved, "Perlu tanda tangan"), (ApplicationState.Ready, "Siap diserahkan"), (ApplicationState.HandedOver, "Selesai"), (ApplicationState.Rejected, "Ditolak"),
    ];
}
