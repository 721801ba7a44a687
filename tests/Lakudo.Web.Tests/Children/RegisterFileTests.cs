using System.Text;
using Lakudo.Children.Import;
using Lakudo.Growth;
using Lakudo.Web.Children.Import;

namespace Lakudo.Web.Tests.Children;

/// <summary>Files as offices have them: titles above, names repeated, commas, serials, 8888, telephone numbers in the wrong column.</summary>
public sealed class RegisterFileTests
{
    private static readonly Dictionary<ImportColumn, string> Usual = [];

    private static RegisterFile Read(string text, IReadOnlyDictionary<ImportColumn, string>? chosen = null) => RegisterFile.Read(Encoding.UTF8.GetBytes(text), "x.csv", chosen ?? Usual).Value;

    [Fact]
    public void A_measurement_export_is_read_with_its_dirt_and_nothing_is_left_out_without_a_note()
    {
        var file = Read("""
            Laporan Pengukuran;;;;;;;;;;
            Pukesmas Lakudo;;;;;;;;;;
            No;NIK;Nama;JK;Tgl Lahir;BB Lahir;Nama Ortu;Posyandu;Tanggal Pengukuran;Berat;Tinggi
            1;'7414011001250001;Wa Rini;P;10/01/2025;3,1;Wa Ode Sari;Melati;46055;9,05;75,5
            2;123;La Budi;L;2025-01-10;8888;Wa Ina;Melati;02/02/2026;8888;081234567890
            ;;;;;;;;;;
            No;NIK;Nama;JK;Tgl Lahir;BB Lahir;Nama Ortu;Posyandu;Tanggal Pengukuran;Berat;Tinggi
            3;;;X;31/02/2025;;;Melati;;;
            """);
        Assert.Equal([4, 5, 8], file.Rows.Select(r => r.Line));
        var rini = file.Rows[0];
        Assert.Equal(("7414011001250001", "Wa Rini", Sex.Female, new DateOnly(2025, 1, 10), 3_100, "Wa Ode Sari", "Melati"), (rini.Nik, rini.Name, rini.Sex, rini.Birth, rini.BirthWeight, rini.MotherName, rini.Posyandu));
        Assert.Equal(new ImportMeasurement(new DateOnly(2026, 2, 2), 9_050, 7_550, null, null, null), rini.Measurement);
        Assert.Empty(rini.Notes);
        var budi = file.Rows[1];
        Assert.Empty(budi.Faults);
        Assert.Null(budi.Measurement);
        Assert.Equal(["NIK bukan NIK yang mungkin; dikosongkan", "BB Lahir 8888 berarti tidak diketahui; dikosongkan"], budi.Notes.Where(n => !n.StartsWith("Berat", StringComparison.Ordinal) && !n.StartsWith("Tinggi", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Reverse());
        Assert.Contains(budi.Notes, n => n.StartsWith("Berat 8888", StringComparison.Ordinal));
        Assert.Contains(budi.Notes, n => n.StartsWith("Tinggi \"081234567890\"", StringComparison.Ordinal));
        Assert.Equal(3, file.Rows[2].Faults.Count);
    }

    [Fact]
    public void A_profile_names_the_columns_and_a_file_without_them_is_refused_with_the_first_that_lacks()
    {
        const string File = "Si Kecil,Kelamin,Lahir\nWa Rini,P,10/01/2025\n";
        Assert.Equal("C-201", RegisterFile.Read(Encoding.UTF8.GetBytes(File), "x.csv", Usual).Refusal?.Code);
        Assert.Equal("C-202", RegisterFile.Read(Encoding.UTF8.GetBytes("Nama,JK\nWa Rini,P\n"), "x.csv", Usual).Refusal?.Code);
        Assert.Equal("C-201", RegisterFile.Read([], "x.csv", Usual).Refusal?.Code);
        Assert.Equal("C-201", RegisterFile.Read([1, 2, 3], "x.xlsx", Usual).Refusal?.Code);
        var file = Read(File, new Dictionary<ImportColumn, string> { [ImportColumn.Name] = "si kecil", [ImportColumn.Sex] = "Kelamin", [ImportColumn.Birth] = "Lahir" });
        Assert.Equal(("Wa Rini", Sex.Female), (file.Rows.Single().Name, file.Rows.Single().Sex));
    }
}
