using Lakudo.Applications.Documents;
using Lakudo.Children.Cases;
using Lakudo.Children.Reports;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;
using Lakudo.Web.Children.Cases;
using Lakudo.Web.Children.Families;
using Lakudo.Web.Children.Reports;
using Lakudo.Web.Growth.Charts;
using Lakudo.Web.Tests.Growth;

namespace Lakudo.Web.Tests.Operations;

/// <summary>One of every kind of PDF, by the source file that draws it. Names hold a letter and an accent apart, and an apostrophe that is none.</summary>
internal static class PdfKinds
{
    private const string Name = "Andre\u0301 Nur\u02BCaini";
    private static readonly DateTime At = new(2026, 10, 5, 2, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Day = new(2026, 10, 5);

    internal static readonly IReadOnlyDictionary<string, Func<byte[]>> All = new Dictionary<string, Func<byte[]>>
    {
        ["DocumentPdf"] = () => Document(SigningWay.OnPaper),
        ["PdfSignatureGap"] = Signed,
        ["StickerSheet"] = () => StickerSheet.Draw("https://mpp.contoh.go.id/keluarga/1/abcdefgh", At),
        ["ReferralSheet"] = () => ReferralSheet.Draw(new("Kabupaten Contoh", true, "Puskesmas Contoh", "Posyandu Melati", "Desa Contoh", ReferralPlace.Puskesmas, "Poli gizi", Day, Day.AddDays(14), Name, Sex.Female,
            new(2025, 1, 2), 21, "Wa Ode", "Dusun 2 \U0001F3E0", "Berat turun dua kali", CaseGrounds.None, Day, 8000, 800, null, -250, -210, -180, "Bidan Contoh", "Bidan"), At),
        ["SkdnSheets"] = () => SkdnSheets.Print(Report(), new SkdnReport.Row(null, "Semua", "", Register()), At),
        ["MonthSheetPdf"] = () => MonthSheetPdf.Print(new(Place, Day, Day, false, [Row()], [], []), At),
        ["ChartFile"] = Chart,
    };

    private static FieldPosyandu Place => new() { Id = Guid.Empty, Name = "Posyandu Melati", Village = "Desa Contoh", Puskesmas = "Puskesmas Contoh", UtcOffsetMinutes = 480, IsSample = true };

    internal static byte[] Draw(string kind) => All[kind]();

    private static byte[] Document(SigningWay way)
    {
        var content = new DocumentContent(new Letterhead("Pemerintah Kabupaten Contoh", "Dinas Sosial", "Jalan Poros"), "Surat Keterangan", "SKT-001/0001/2026", "Dengan ini diterangkan:",
            [new("Nama", Name)], "Demikian.", "Lakudo", Day, null, new Signatory("Kepala Dinas", "La Ode Contoh"));
        var code = VerificationCode.New();
        return DocumentPdf.Print(content, new DocumentFace(code, VerificationLink.For(new Uri("https://mpp.contoh.go.id"), code, content.Hash()), way, IsSample: true), At);
    }

    private static byte[] Signed()
    {
        var folder = Directory.CreateTempSubdirectory("lakudo-key-");
        try
        {
            using var key = SigningKey.Open(folder.FullName, At);
            return new LocalKeySigner(key).Sign(Document(SigningWay.Electronic), new("La Ode Contoh", "", null, "Penerbitan", "Lakudo", At), CancellationToken.None).Result.Value.Pdf;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static SkdnRegister Register() => new(RuleBook.On(Day), CalendarMonth.Of(Day));

    private static SkdnReport.Answer Report()
    {
        var row = new SkdnReport.Row(Guid.Empty, "Posyandu Melati", "Desa Contoh", Register());
        return new(CalendarMonth.Of(Day), Day, "Kabupaten Contoh", true, [row], [], [row with { Posyandu = null, Name = "Puskesmas Contoh" }], Register(), RuleBook.On(Day).Skdn);
    }

    private static SheetRow Row() =>
        new(1, DueList.Of(new FieldChild { Id = Guid.Empty, Name = Name, MotherName = "Wa Ode", Sex = Sex.Female, Birth = Day.AddMonths(-20) }, Day, AgeMethod.CompletedMonths)!, null, []);

    private static byte[] Chart()
    {
        using var file = new MemoryStream();
        ChartFile.Write(GrowthChartTests.Page(ChartKind.Bbu), ChartFile.Typeface(null)!, "anak.pdf", file);
        return file.ToArray();
    }
}
