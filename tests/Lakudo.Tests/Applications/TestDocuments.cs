using Lakudo.Applications.Documents;

namespace Lakudo.Tests.Applications;

/// <summary>Documents and keys for the tests.</summary>
internal static class TestDocuments
{
    internal static readonly DateTime At = new(2026, 1, 5, 2, 42, 0, DateTimeKind.Utc);

    private static readonly Lazy<SigningKey> SharedKey = new(() => SigningKey.Open(Directory.CreateTempSubdirectory("lakudo-key-").FullName, At));

    internal static SigningKey Key => SharedKey.Value;

    /// <summary>A sample key whose certificate is valid at a moment.</summary>
    internal static SigningKey KeyAt(DateTime now) => now < At.AddYears(10) && now > At.AddMinutes(-5)
        ? Key : SigningKey.Open(Directory.CreateTempSubdirectory("lakudo-key-").FullName, now);

    internal static DocumentContent Permit(string holder = "Wa Ode Contoh") => new(
        new Letterhead("Pemerintah Kabupaten Buton Tengah", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "Jalan Poros Lakudo, Labungkari 93763\nmpp@contoh.go.id"),
        "Surat Izin Praktik Bidan", "503/0001/SIPB/2026", "Berdasarkan permohonan yang lengkap dan benar, dengan ini diberikan izin praktik kepada:",
        [new("Nama", holder), new("Tempat, tanggal lahir", "Lakudo, 5 Mei 1990"), new("Alamat", "Kelurahan Gu Timur, Kecamatan Gu"), new("Tempat praktik", "Praktik Mandiri Bidan Contoh")],
        "Surat izin ini diberikan untuk dipergunakan sebagaimana mestinya.", "Lakudo", new DateOnly(2026, 1, 5), new DateOnly(2031, 1, 4),
        new Signatory("Kepala Dinas", "Drs. La Ode Contoh, M.Si.", "19700101 199503 1 001", "Pembina Utama Muda, IV/c"));

    internal static byte[] Print(DocumentContent content, VerificationCode code, SigningWay way = SigningWay.Electronic, bool isSample = true)
    {
        var address = VerificationLink.For(new Uri("https://mpp.contoh.go.id"), code, content.Hash());
        return DocumentPdf.Print(content, new DocumentFace(code, address, way, isSample), At);
    }

    internal static byte[] Print() => Print(Permit(), VerificationCode.New());

    internal static SigningOrder Order => new("Drs. La Ode Contoh, M.Si.", "", null, "Penerbitan dokumen", "Lakudo", At);

    internal static async Task<SignedPdf> Signed(VerificationCode code)
    {
        var signed = await new LocalKeySigner(Key).Sign(Print(Permit(), code), Order, CancellationToken.None);
        Assert.False(signed.IsRefused, signed.Refusal?.English);
        return signed.Value;
    }
}
