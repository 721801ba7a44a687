using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Lakudo.Kernel;

namespace Lakudo.Applications.Documents;

/// <summary>The head of an official letter.</summary>
/// <param name="Government">The first line, for example "Pemerintah Kabupaten Buton Tengah".</param>
/// <param name="Agency">The agency that issues.</param>
/// <param name="Address">Street, town, telephone: one line or several.</param>
/// <param name="Emblem">The region's emblem as PNG or JPEG; without one its place is drawn empty.</param>
public sealed record Letterhead(string Government, string Agency, string Address, byte[]? Emblem = null);

/// <summary>One line of the body: what it is and what it says.</summary>
public sealed record DocumentField(string Label, string Value);

/// <summary>The official who signs, as printed.</summary>
/// <param name="Position">For example "Kepala Dinas Kesehatan".</param>
/// <param name="Name">With titles, as in the decree of appointment.</param>
/// <param name="Nip">Civil servant number; null for those who have none.</param>
/// <param name="Rank">Rank and class, for example "Pembina Utama Muda, IV/c"; may be null.</param>
public sealed record Signatory(string Position, string Name, string? Nip = null, string? Rank = null);

/// <summary>What a document says, apart from how it looks. Two documents that say the same have the same <see cref="Hash"/>.</summary>
/// <param name="Letterhead">Who issues.</param>
/// <param name="Title">For example "Surat Izin Praktik Dokter".</param>
/// <param name="Number">The number from the register.</param>
/// <param name="Opening">The sentence before the fields.</param>
/// <param name="Fields">The body.</param>
/// <param name="Closing">The sentence after the fields.</param>
/// <param name="Place">Where it is issued.</param>
/// <param name="IssuedOn">The day it bears, in the region's zone.</param>
/// <param name="ValidUntil">The last day on which it is valid; null when it does not expire.</param>
/// <param name="Signatory">Who signs.</param>
public sealed record DocumentContent(
    Letterhead Letterhead, string Title, string Number, string Opening, IReadOnlyList<DocumentField> Fields, string Closing,
    string Place, DateOnly IssuedOn, DateOnly? ValidUntil, Signatory Signatory)
{
    /// <summary>SHA-256 of everything the document says, in lower-case hexadecimal.</summary>
    /// <remarks>
    /// The file's own hash cannot stand in the file; this one can, so the QR carries it and a copied code on other words is found.
    /// Every part is written with its length before it, so that no two different documents write the same bytes. The emblem is a picture and not part of what is said.
    /// </remarks>
    public string Hash()
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in Parts())
        {
            var bytes = Encoding.UTF8.GetBytes(LetterTables.Compose(part));
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            sha.AppendData(length);
            sha.AppendData(bytes);
        }

        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    /// <summary>Names the part that holds a sign which the typeface lacks or which turns the direction of writing: paper and screen would say different things. Null where all can be printed.</summary>
    internal Refusal? Unprintable()
    {
        (string Field, string? Text)[] parts =
        [
            ("Nama pemerintah daerah", Letterhead.Government), ("Nama instansi", Letterhead.Agency), ("Alamat kop surat", Letterhead.Address), ("Judul dokumen", Title), ("Nomor", Number),
            ("Pembuka", Opening), .. Fields.Select(f => (f.Label, (string?)f.Value)), ("Penutup", Closing), ("Tempat terbit", Place),
            ("Jabatan", Signatory.Position), ("Nama pejabat", Signatory.Name), ("NIP", Signatory.Nip), ("Pangkat", Signatory.Rank),
        ];
        foreach (var (field, text) in parts)
        {
            if (WrittenText.Unprintable(WrittenText.Fold(text)) is { } sign) return ApplicationsRefusals.DocumentUnprintable.With(field, sign);
        }

        return null;
    }

    private IEnumerable<string> Parts()
    {
        yield return "lakudo-document-1";
        yield return Letterhead.Government;
        yield return Letterhead.Agency;
        yield return Letterhead.Address;
        yield return Title;
        yield return Number;
        yield return Opening;
        foreach (var field in Fields)
        {
            yield return field.Label;
            yield return field.Value;
        }

        yield return Closing;
        yield return Place;
        yield return IssuedOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        yield return ValidUntil?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "";
        yield return Signatory.Position;
        yield return Signatory.Name;
        yield return Signatory.Nip ?? "";
        yield return Signatory.Rank ?? "";
    }
}
