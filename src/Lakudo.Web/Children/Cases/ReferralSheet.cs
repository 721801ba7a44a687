using Lakudo.Children.Cases;
using Lakudo.Web.Children.Reports;
using PdfSharp.Drawing;
using static Lakudo.Web.Children.Reports.PaperSheet;

namespace Lakudo.Web.Children.Cases;

/// <summary>The referral letter on one A5 sheet: above what the posyandu found, below the answer that the receiving health worker writes by hand and the mother brings back.</summary>
internal static class ReferralSheet
{
    private static readonly XPen Line = new(XColors.Black, 0.5);

    /// <summary>Draws it.</summary>
    public static byte[] Draw(ReferralLetter.Answer letter, DateTime at)
    {
        return PaperSheet.Draw("Surat rujukan balita", at, 148, 210, (graphics, page) =>
        {
            graphics.Write(letter.Puskesmas, 12, true, At(12, 10, 124, 6));
            graphics.Write($"{letter.Region} · {letter.Posyandu}, {letter.Village}", 9, false, At(12, 16, 124, 5));
            graphics.DrawLine(Line, 12 * Millimetre, 22.5 * Millimetre, 136 * Millimetre, 22.5 * Millimetre);
            graphics.Write(letter.IsSample ? "Surat rujukan balita (CONTOH, tidak berlaku)" : "Surat rujukan balita", 13, true, At(12, 26, 124, 7));
            graphics.Write($"Kepada {letter.ToName}\nMohon pemeriksaan dan penanganan lebih lanjut bagi anak berikut.", 9.5, false, At(12, 35, 124, 11));
            (string Name, string Value)[] facts =
            [
                ("Nama", letter.Child), ("Jenis kelamin, umur", $"{ChildWords.Of(letter.Sex)}, {(letter.Months is { } months ? $"{months} bulan" : "umur belum jelas")}"),
                ("Lahir", ChildWords.Day(letter.Birth)), ("Ibu", letter.Mother), ("Alamat", letter.Address ?? "belum tercatat"),
                ("Hasil ukur", letter.MeasuredOn is { } day ? $"{ChildWords.Day(day)}: {ChildWords.Weight(letter.Weight)}, {ChildWords.Length(letter.Height)}, LiLA {ChildWords.Length(letter.Arm)}" : "belum ada"),
                ("Skor-z WHO", $"BB/U {ChildWords.Z(letter.WeightForAge)}, TB/U {ChildWords.Z(letter.LengthForAge)}, BB/TB {ChildWords.Z(letter.WeightForLength)}"),
                ("Tanda", letter.Grounds == CaseGrounds.None ? "–" : string.Join(", ", CaseWords.Of(letter.Grounds).Select(g => g.Words))),
            ];
            var top = 49.0;
            foreach (var (name, value) in facts)
            {
                graphics.Write(name, 9, false, At(12, top, 36, 5));
                graphics.Write(value, 9, true, At(48, top, 88, 9));
                top += value.Length > 58 ? 9.5 : 5.6;
            }

            graphics.Write("Alasan", 9, false, At(12, top, 36, 5));
            graphics.Write(letter.Reason, 9, false, At(48, top, 88, 19));
            graphics.Write($"{ChildWords.Day(letter.On)}\n{letter.SenderProfession}\n\n{letter.Sender}", 9, false, At(92, 117, 44, 20));
            graphics.DrawLine(new XPen(XColors.Gray, 0.6) { DashStyle = XDashStyle.Dash }, 0, 140 * Millimetre, 148 * Millimetre, 140 * Millimetre);
            graphics.Write($"Jawaban, mohon dikembalikan lewat ibu paling lambat {ChildWords.Day(letter.AnswerBy)}", 9, true, At(12, 144, 124, 6));
            foreach (var (label, y) in new[] { ("Tanggal datang", 152.0), ("Temuan", 160.0), ("", 168.0), ("Yang diberikan", 176.0), ("Kontrol lagi pada", 184.0), ("Nama, tanda tangan", 196.0) })
            {
                graphics.Write(label, 9, false, At(12, y, 36, 5));
                graphics.DrawLine(Line, 48 * Millimetre, (y + 4.5) * Millimetre, 136 * Millimetre, (y + 4.5) * Millimetre);
            }
        });
    }
}
