using System.Globalization;
using Lakudo.Children.Register;
using Lakudo.Kernel;

namespace Lakudo.Children.Import;

/// <summary>Ids that follow from what a line says, by the installation's key, so that the same line makes the same entry whenever it comes and nobody guesses a child's id from its NIK.</summary>
internal sealed class ImportIds(PersonalData personal)
{
    /// <summary>The child of a line.</summary>
    public Guid Of(ImportRow row, Guid place) => Of("child", row.Nik ?? Content(row, place));

    /// <summary>The child of a line that says the same as another one's and is not that one: a twin.</summary>
    public Guid OfAnother(ImportRow row, Guid place) => Of("child", string.Create(CultureInfo.InvariantCulture, $"{Content(row, place)} other {row.BirthOrder} {row.BirthWeight} {Content(row.Measurement)}"));

    /// <summary>A measurement of a child.</summary>
    public Guid Of(Guid child, ImportMeasurement measured) => Of("measurement", $"{child} {Content(measured)}");

    /// <summary>Anything else.</summary>
    public Guid Of(string kind, string what)
    {
        var bytes = personal.Fingerprint($"import {kind} {what}")[..16];
        (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0F) | 0x80), (byte)((bytes[8] & 0x3F) | 0x80));
        return new Guid(bytes, bigEndian: true);
    }

    private static string Content(ImportRow row, Guid place) => $"{place} {PersonName.Normalise(row.Name)} {row.Birth:O} {row.Sex} {PersonName.Normalise(row.MotherName ?? Contradiction.Unknown(row.Name))}";

    private static string Content(ImportMeasurement? m) => m is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{m.Day:O} {m.Weight} {m.Height} {m.Position} {m.Arm} {m.Head}");
}
