using System.Buffers.Binary;
using Lakudo.Applications;
using Lakudo.Applications.Documents;
using Lakudo.Kernel;

namespace Lakudo.Tests.Applications;

public sealed class UploadTests
{
    private static readonly byte[] Pdf = TestDocuments.Print();

    // One red point each, as small as the formats allow.
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    private static readonly byte[] Jpeg =
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0,
        0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x55, 0xFF, 0xD9,
    ];

    [Fact]
    public void Pdf_jpeg_and_png_are_known_by_their_content()
    {
        Assert.Equal(UploadKind.Pdf, UploadCheck.Check(Pdf, "Surat.PDF").Value);
        Assert.Equal(UploadKind.Png, UploadCheck.Check(Png, "ktp.png").Value);
        Assert.Equal(UploadKind.Jpeg, UploadCheck.Check(Jpeg, "ktp.jpeg").Value);
        Assert.Equal(UploadKind.Png, UploadCheck.Check(Png, "kiriman-wa.jpg").Value);
    }

    [Fact]
    public void A_program_named_pdf_a_web_page_named_png_and_an_archive_named_jpg_are_refused()
    {
        AssertRefused(ApplicationsRefusals.UploadKindUnknown, "MZ\u0090\0\u0003"u8, "surat.pdf");
        AssertRefused(ApplicationsRefusals.UploadKindUnknown, "<html><script>alert(1)</script></html>"u8, "foto.png");
        AssertRefused(ApplicationsRefusals.UploadKindUnknown, "PK\u0003\u0004 word/document.xml"u8, "foto.jpg");
    }

    [Fact]
    public void A_name_that_promises_another_kind_is_refused()
    {
        AssertRefused(ApplicationsRefusals.UploadDisguised, Png, "surat.pdf");
        AssertRefused(ApplicationsRefusals.UploadDisguised, Pdf, "foto.jpg");
        AssertRefused(ApplicationsRefusals.UploadDisguised, Pdf, "surat.pdf.exe");
        AssertRefused(ApplicationsRefusals.UploadDisguised, Pdf, "surat");
    }

    [Fact]
    public void A_file_cut_short_is_refused_as_damaged()
    {
        AssertRefused(ApplicationsRefusals.UploadDamaged, Pdf.AsSpan(0, Pdf.Length - 1200), "a.pdf");
        AssertRefused(ApplicationsRefusals.UploadDamaged, Png.AsSpan(0, Png.Length - 5), "a.png");
        AssertRefused(ApplicationsRefusals.UploadDamaged, Jpeg.AsSpan(0, Jpeg.Length - 2), "a.jpg");
        AssertRefused(ApplicationsRefusals.UploadDamaged, (byte[])[.. Png, .. "MZ"u8], "a.png");
    }

    [Fact]
    public void A_picture_that_would_unfold_to_gigabytes_is_refused()
    {
        var bomb = (byte[])Png.Clone();
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(16), 60000);
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(20), 60000);
        AssertRefused(ApplicationsRefusals.UploadDamaged, bomb, "a.png");
    }

    [Theory]
    [InlineData("/OpenAction<</S/JavaScript/JS(app.alert(1))>>")]
    [InlineData("/S /J#61vaScript")]
    [InlineData("/Launch")]
    [InlineData("/Names<</EmbeddedFiles 5 0 R>>")]
    [InlineData("/Encrypt 9 0 R")]
    public void A_pdf_with_script_attachment_or_password_is_refused(string inside) =>
        AssertRefused(ApplicationsRefusals.UploadActive, [.. "%PDF-1.7\n"u8, .. System.Text.Encoding.ASCII.GetBytes(inside), .. "\nstartxref\n0\n%%EOF"u8], "a.pdf");

    [Fact]
    public async Task Fifty_megabytes_are_refused_after_ten_without_reading_on_and_nothing_is_kept()
    {
        var (intake, directory) = Intake();
        using var wire = new CountingStream(50 * 1024 * 1024);
        var answer = await intake.Receive(wire, "video.pdf", CancellationToken.None);
        Assert.Equal("A-001", answer.Refusal?.Code);
        Assert.Contains("10 MB", answer.Refusal!.Message);
        Assert.InRange(wire.Given, 0, UploadCheck.MaximumBytes + (100 * 1024));
        Assert.Empty(Directory.GetFiles(directory, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_taken_upload_lies_under_a_random_name_that_only_the_owner_may_read()
    {
        var (intake, directory) = Intake();
        var taken = (await intake.Receive(new MemoryStream(Png), "../../ktp.png", CancellationToken.None)).Value;
        var again = (await intake.Receive(new MemoryStream(Png), "ktp.png", CancellationToken.None)).Value;
        Assert.NotEqual(taken.StoredName, again.StoredName);
        Assert.Equal(taken.Hash, again.Hash);
        var files = Directory.GetFiles(directory, "*", SearchOption.AllDirectories);
        Assert.Equal(2, files.Length);
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.Equal(Png, (await new FileVault(directory).Read(taken.StoredName, CancellationToken.None)).Value);
    }

    [Fact]
    public async Task A_full_disk_is_a_refusal_and_leaves_no_half_file()
    {
        var directory = Directory.CreateTempSubdirectory("lakudo-vault-").FullName;
        var vault = new FileVault(directory, null, path => new FullDisk(path));
        var answer = await new UploadIntake(vault).Receive(new MemoryStream(Png), "ktp.png", CancellationToken.None);
        Assert.Equal(ApplicationsRefusals.StorageUnavailable, answer.Refusal);
        Assert.Equal(RefusalKind.Unavailable, answer.Refusal!.Kind);
        Assert.Empty(Directory.GetFiles(directory, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Only_names_from_the_vault_open_and_the_vault_never_lies_in_the_web_root()
    {
        var directory = Directory.CreateTempSubdirectory("lakudo-vault-").FullName;
        var vault = new FileVault(directory);
        Assert.Equal(ApplicationsRefusals.FileMissing, vault.Open("../../etc/passwd").Refusal);
        Assert.Equal(ApplicationsRefusals.FileMissing, (await vault.Read(new string('a', 32), CancellationToken.None)).Refusal);
        Assert.Throws<InvalidOperationException>(() => new FileVault(Path.Combine(directory, "wwwroot", "berkas"), Path.Combine(directory, "wwwroot")));
    }

    private static void AssertRefused(Refusal expected, ReadOnlySpan<byte> content, string name) =>
        Assert.Equal(expected.Code, UploadCheck.Check(content, name).Refusal?.Code);

    private static (UploadIntake Intake, string Directory) Intake()
    {
        var directory = Directory.CreateTempSubdirectory("lakudo-vault-").FullName;
        return (new UploadIntake(new FileVault(directory)), directory);
    }

    /// <summary>Gives zeros and counts how many were asked for.</summary>
    private sealed class CountingStream(long length) : MemoryStream
    {
        internal long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = (int)Math.Min(buffer.Length, length - Given);
            Given += count;
            return ValueTask.FromResult(count);
        }
    }

    /// <summary>A file on a disk that is full: the first bytes go, the rest does not.</summary>
    private sealed class FullDisk(string path) : FileStream(path, FileMode.CreateNew)
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span[..5]);
            throw new IOException("No space left on device", 28);
        }
    }
}
