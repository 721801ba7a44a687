using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lakudo.Web.Growth;

namespace Lakudo.Web.Children.Reports;

/// <summary>The fields of one row of the grid as they were typed, and what cannot be read of them. Nothing that was typed is lost, whatever is wrong with it.</summary>
/// <param name="form">What was sent; null where the grid is shown for the first time.</param>
/// <param name="row">What tells the row from others in the form.</param>
internal sealed class TypedRow(IFormCollection? form, string row)
{
    private static readonly string[] Days = ["d-M-yyyy", "d/M/yyyy", "d.M.yyyy", "d M yyyy", "ddMMyyyy", "yyyy-MM-dd"];
    private readonly List<string> _faults = [];

    /// <summary>What cannot be read, and what the register refused.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>A field as it was typed.</summary>
    public string this[string field] => form?[Name(field)].ToString().Trim() ?? "";

    /// <summary>The name of a field in the form.</summary>
    public string Name(string field) => $"{field}-{row}";

    /// <summary>Notes what is wrong with it.</summary>
    public void Refuse(string words) => _faults.Add(words);

    /// <summary>An id that follows from the form's key, so that a form that comes twice is the same sheet.</summary>
    public Guid Id(string key, string what)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"sheet {key} {row} {what}")))[..16];
        (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0F) | 0x80), (byte)((bytes[8] & 0x3F) | 0x80));
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>A number with a decimal comma or point, times ten to the power of its decimals; null for nothing and for what is no such number, which is then a fault.</summary>
    /// <param name="field">The field.</param>
    /// <param name="words">What it is, for the fault.</param>
    /// <param name="decimals">How many decimals it may have.</param>
    /// <param name="like">A number as it is written.</param>
    /// <param name="least">The least that it may be; a measure is above nought, a count may be nought.</param>
    public int? Number(string field, string words, int decimals, string like = "9,2", int least = 1)
    {
        var typed = this[field];
        if (typed.Length == 0) return null;
        if (DecimalText.TryRead(Encoding.UTF8.GetBytes(typed), decimals, out var scaled) && scaled >= least && scaled < int.MaxValue) return (int)scaled;
        _faults.Add($"{words} \"{typed}\" bukan angka. Tulis seperti {like}.");
        return null;
    }

    /// <summary>A day as it is written on paper, day before month; null for nothing and for what is no day, which is then a fault.</summary>
    public DateOnly? Day(string field, string words)
    {
        var typed = this[field];
        if (typed.Length == 0) return null;
        if (DateOnly.TryParseExact(typed, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        _faults.Add($"{words} \"{typed}\" bukan tanggal. Tulis seperti 31-12-2025.");
        return null;
    }

    /// <summary>Whether what is to be confirmed was confirmed as it is now: another doubt asks again.</summary>
    public bool HasConfirmed(string toConfirm) => toConfirm.Length > 0 && this["yakin"].Length > 0 && toConfirm.Split(' ').All(this["yakin"].Split(' ').Contains);
}
