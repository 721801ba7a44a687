using System.IO.Compression;
using System.Text;
using Lakudo.Applications.Documents;

namespace Lakudo.Tests.Applications;

/// <summary>What a PDF may not do, wherever in the file it is said.</summary>
public sealed class PdfContentTests
{
    private const string Objects = "/Type/ObjStm/N 2/First 9";

    [Theory]
    [InlineData("/S/JavaScript/JS(app.alert(1))")]
    [InlineData("/S/J#61vaScript/JS(x)")]
    [InlineData("/S/GoToR/F(\\\\\\\\mesin\\\\berkas.pdf)")]
    [InlineData("/S/GoToE/T<</R/C>>")]
    [InlineData("/S/SubmitForm/F(https://contoh.id)")]
    [InlineData("/S/ImportData/F(a.fdf)")]
    [InlineData("/S/Launch/F(cmd.exe)")]
    [InlineData("/S/Rendition/OP 0")]
    [InlineData("/Subtype/RichMedia")]
    [InlineData("/XFA[(a) 3 0 R]")]
    [InlineData("/Names<</EmbeddedFiles 4 0 R>>")]
    [InlineData("/AA<</O 9 0 R>>")]
    [InlineData("/OpenAction<</S/URI/URI(https://contoh.id)>>")]
    [InlineData("/S/URI/URI(file:///etc/passwd)")]
    [InlineData("/S/URI/URI(\\152avascript:alert\\(1\\))")]
    [InlineData("/S/URI/URI<6A6176617363726970743A61>")]
    [InlineData("/S/URI/URI(\\\\\\\\mesin\\\\berbagi)")]
    public void An_action_is_found_outside_of_streams_and_in_compressed_objects(string said)
    {
        Assert.True(PdfContent.IsActive(Latin($"%PDF-1.7\n5 0 obj<<{said}>>endobj\nstartxref\n0\n%%EOF")), "outside");
        Assert.True(PdfContent.IsActive(Pdf(Objects + "/Filter/FlateDecode", Zlib(Latin($"5 0 6 60 <<{said}>> <<>>")))), "compressed");
    }

    [Theory]
    [InlineData("/Type/Page/Contents 3 0 R")]
    [InlineData("/S/GoTo/D[3 0 R/Fit]")]
    [InlineData("/OpenAction[3 0 R/FitH null]/URI(https://contoh.id)")]
    [InlineData("/S/URI/URI(https://lapor.go.id)")]
    [InlineData("/S/URI/URI(mailto:mpp@contoh.go.id)")]
    public void Pages_places_and_addresses_of_the_web_are_taken(string said)
    {
        Assert.False(PdfContent.IsActive(Latin($"%PDF-1.7\n5 0 obj<<{said}>>endobj\nstartxref\n0\n%%EOF")));
        Assert.False(PdfContent.IsActive(Pdf(Objects + "/Filter/FlateDecode", Zlib(Latin($"5 0 6 60 <<{said}>> <<>>")))));
    }

    public static TheoryData<string> Packings => ["plain", "no type", "escaped", "hexadecimal", "base 85", "three times", "run length", "LZW", "predictor", "comment"];

    [Theory, MemberData(nameof(Packings))]
    public void However_the_objects_are_packed_they_are_looked_through(string packing)
    {
        Assert.True(PdfContent.IsActive(Packed(packing, Latin("5 0 6 20 <</S/JavaScript>> <<>>"))));
        Assert.False(PdfContent.IsActive(Packed(packing, Latin("5 0 6 20 <</Type/Page>> <<>>"))));
        // A revision that is added afterwards is looked at too.
        Assert.True(PdfContent.IsActive([.. Packed("plain", Latin("5 0 6 20 <</Type/Page>> <<>>")), .. "\n"u8, .. Packed(packing, Latin("5 0 6 20 <</S/Launch>> <<>>"))]));
    }

    [Fact]
    public void What_cannot_be_looked_through_is_not_taken()
    {
        var page = Latin("5 0 6 20 <</Type/Page>> <<>>");
        Assert.True(PdfContent.IsActive(Pdf(Objects + "/Filter/Crypt", Zlib(page))));
        Assert.True(PdfContent.IsActive(Pdf(Objects + "/Filter 7 0 R", Zlib(page))));
        Assert.True(PdfContent.IsActive(Pdf(Objects + "/Filter/FlateDecode", Latin("not compressed at all"))));
        Assert.True(PdfContent.IsActive(Pdf("/Type/ObjStm/N 2/First 9/Filter[/ASCIIHexDecode/FlateDecode]/X(stream\n1 0 obj)", Latin(Convert.ToHexString(Zlib(page)) + ">"))));
        Assert.True(PdfContent.IsActive(Latin("%PDF-1.7\ntrailer<</Encrypt 9 0 R>>\nstartxref\n0\n%%EOF")));
    }

    [Fact]
    public void A_bomb_is_not_unpacked_and_a_picture_of_much_white_is_no_bomb()
    {
        var much = new byte[100_000_000];
        Assert.True(PdfContent.IsActive(Pdf(Objects + "/Filter/FlateDecode", Zlib([.. "5 0 6 20 "u8, .. much]))));
        Assert.True(PdfContent.IsActive(Pdf(Objects + "/Filter[/FlateDecode/FlateDecode]", Zlib(Zlib([.. "5 0 6 20 "u8, .. much])))));
        Assert.False(PdfContent.IsActive(Pdf("/Subtype/Image/Width 10000/Height 10000/Filter/FlateDecode", Zlib(much))));
        Assert.True(PdfContent.IsActive(Latin("%PDF-1.4\n" + string.Concat(Enumerable.Repeat("1 0 obj<<>>stream\nendstream\n", 30_000)) + "startxref 0 %%EOF")));
    }

    [Fact]
    public void What_the_program_prints_itself_is_taken_also_with_its_objects_compressed()
    {
        var folder = Directory.CreateTempSubdirectory("lakudo-pdf-");
        var (plain, packed) = (Path.Combine(folder.FullName, "a.pdf"), Path.Combine(folder.FullName, "b.pdf"));
        File.WriteAllBytes(plain, TestDocuments.Print());
        Tool.Run("qpdf", "--object-streams=generate", plain, packed);
        Assert.Equal(1, PdfStreams.Read(File.ReadAllBytes(packed))?.ObjectStreams);
        Assert.False(PdfContent.IsActive(File.ReadAllBytes(packed)));
        Assert.False(PdfContent.IsActive(File.ReadAllBytes(plain)));
        folder.Delete(recursive: true);
    }

    private static byte[] Packed(string packing, byte[] objects) => packing switch
    {
        "no type" => Pdf("/N 2/First 9/Filter/FlateDecode", Zlib(objects)),
        "escaped" => Pdf("/Type/Obj#53tm/N 2/First 9/Fil#74er/Fl#61teDecode", Zlib(objects)),
        "hexadecimal" => Pdf(Objects + "/Filter[/ASCIIHexDecode /FlateDecode]", Latin(Convert.ToHexString(Zlib(objects)) + ">")),
        "base 85" => Pdf(Objects + "/Filter[/A85/Fl]", Latin(Base85(Zlib(objects)))),
        "three times" => Pdf(Objects + "/Filter[/FlateDecode/FlateDecode/FlateDecode]", Zlib(Zlib(Zlib(objects)))),
        "run length" => Pdf(Objects + "/Filter/RunLengthDecode", [(byte)(objects.Length - 1), .. objects, 128]),
        "LZW" => Pdf(Objects + "/Filter/LZWDecode", Lzw(objects)),
        "predictor" => Pdf(Objects + "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7>>", Zlib(Up(objects, 7))),
        "comment" => Pdf(Objects + "/Filter/FlateDecode", Zlib([.. "%x\n"u8, .. objects])),
        _ => Pdf(Objects + "/Filter/FlateDecode", Zlib(objects)),
    };

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Pdf(string head, byte[] data) => [.. Latin($"%PDF-1.7\n1 0 obj\n<<{head}>>\nstream\n"), .. data, .. "\nendstream\nendobj\nstartxref\n0\n%%EOF"u8];

    private static byte[] Zlib(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(plain);
        return packed.ToArray();
    }

    private static string Base85(byte[] data)
    {
        var text = new StringBuilder();
        foreach (var group in data.Chunk(4))
        {
            var value = 0u;
            for (var i = 0; i < 4; i++) value = (value << 8) | (i < group.Length ? group[i] : 0u);
            var letters = new char[5];
            for (var i = 4; i >= 0; i--, value /= 85) letters[i] = (char)('!' + (value % 85));
            text.Append(group is [0, 0, 0, 0] ? "z" : new string(letters, 0, group.Length + 1));
        }

        return text.Append("~>").ToString();
    }

    /// <summary>Codes of nine bits only.</summary>
    private static byte[] Lzw(byte[] data)
    {
        var bits = string.Concat(data.Select(b => (int)b).Prepend(256).Append(257).Select(code => Convert.ToString(code, 2).PadLeft(9, '0')));
        return [.. bits.PadRight((bits.Length + 7) / 8 * 8, '0').Chunk(8).Select(eight => Convert.ToByte(new string(eight), 2))];
    }

    /// <summary>Each row as its difference from the row above.</summary>
    private static byte[] Up(byte[] data, int columns)
    {
        var rows = new List<byte>();
        var before = new byte[columns];
        foreach (var row in data.Chunk(columns).Select(r => r.Concat(new byte[columns - r.Length]).ToArray()))
        {
            rows.Add(2);
            rows.AddRange(row.Select((value, i) => (byte)(value - before[i])));
            before = row;
        }

        return [.. rows];
    }
}
