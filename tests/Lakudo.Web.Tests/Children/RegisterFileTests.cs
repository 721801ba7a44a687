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
    public void The_number_of_the_family_card_RT_and_RW_are_read_and_what_is_no_number_is_noted_without_repeating_it()
    {
        var file = Read("""
            No. KK;Nama;JK;Tgl Lahir;Alamat;RT;RW
            '7414010504180012;Wa Rini;P;10/01/2025;Lr. Pantai;03;1
            7,41401E+15;La Budi;L;2025-01-10;;;0
            -;Wa Tina;P;10/01/2025;;x;

            """);
        Assert.Equal([("7414010504180012", 3, 1), (null, null, null), (null, null, null)], file.Rows.Select(r => ((string?)r.FamilyCard, r.Rt, r.Rw)));
        Assert.Equal("Lr. Pantai RT 03 RW 1", file.Rows[0].Address);
        Assert.Equal([0, 1, 0], file.Rows.Select(r => r.Notes.Count));
        Assert.StartsWith("Nomor KK tidak terbaca sebagai 16 angka", file.Rows[1].Notes[0], StringComparison.Ordinal);
        Assert.DoesNotContain("7,41401", file.Rows[1].Notes[0], StringComparison.Ordinal);
        Assert.Equal("7414010504180012", Read("Nomor KK,Nama,JK,Tgl Lahir\n7414010504180012,Wa Rini,P,10/01/2025\n").Rows[0].FamilyCard);
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
