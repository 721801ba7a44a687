using Lakudo.Kernel;

namespace Lakudo.Feedback;

/// <summary>Every rule of the module Feedback that may say no, numbered <c>F-001</c> onwards. Numbers are never given twice.</summary>
public static class FeedbackRefusals
{
    /// <summary>The survey is about a finished service.</summary>
    public static Refusal NotFinished { get; } = new("F-001", RefusalKind.Conflict,
        "Permohonan ini masih berstatus {0}. Survei dibuka setelah permohonan selesai atau diputus.",
        "This application is still {0}. The survey opens once it is finished.");

    /// <summary>One application answers once.</summary>
    public static Refusal AlreadyAnswered { get; } = new("F-002", RefusalKind.Conflict,
        "Survei untuk permohonan ini sudah pernah diisi. Satu permohonan mengisi satu kali, dan jawabannya tidak dapat diubah karena disimpan tanpa nama.",
        "The survey of this application was already answered. Each application answers once, and the answer cannot be changed because it is kept without a name.");

    /// <summary>A question has no answer.</summary>
    public static Refusal QuestionsOpen { get; } = new("F-003", RefusalKind.Invalid,
        "Masih ada {0} pertanyaan yang belum dijawab. Pilih satu jawaban pada tiap pertanyaan, lalu kirim lagi.",
        "{0} questions are still open. Choose one answer to each and send again.");

    /// <summary>An answer, element or group that the survey does not have.</summary>
    public static Refusal AnswerUnknown { get; } = new("F-004", RefusalKind.Invalid,
        "Ada jawaban yang tidak dikenal. Muat ulang halaman survei, lalu isi kembali.",
        "An answer is not known. Reload the survey and fill it in again.");

    /// <summary>A period that ends before it begins, or cannot be read.</summary>
    public static Refusal PeriodImpossible { get; } = new("F-005", RefusalKind.Invalid,
        "Periode tidak dapat dibaca. Tulis bulan sebagai tahun-bulan, misalnya 2026-01, dan mulai tidak setelah akhir.",
        "The period cannot be read. Write months as year-month, for example 2026-01, the first not after the last.");
}
