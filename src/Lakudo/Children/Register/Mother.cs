using Lakudo.Kernel;

namespace Lakudo.Children.Register;

/// <summary>A mother, or a woman who is pregnant.</summary>
internal sealed class Mother : IRegional
{
    private Mother()
    {
    }

    public Mother(int regionId, Guid id, string name, SealedNik? nik, DateOnly? birth)
    {
        (RegionId, Id, Name, NameNormalised, Birth) = (regionId, id, name, PersonName.Normalise(name), birth);
        (NikSealed, NikFingerprint) = (nik?.Box, nik?.Fingerprint);
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public string NameNormalised { get; private set; } = "";

    /// <summary>Her NIK as she said it (<i>dinyatakan sendiri</i>), encrypted.</summary>
    public byte[]? NikSealed { get; private set; }

    /// <summary>Keyed hash by which the same NIK is found.</summary>
    public byte[]? NikFingerprint { get; private set; }

    public DateOnly? Birth { get; private set; }

    /// <summary>Her name was corrected.</summary>
    public void Correct(string name) => (Name, NameNormalised) = (name, PersonName.Normalise(name));
}

/// <summary>A NIK as it is kept.</summary>
/// <param name="Box">Encrypted.</param>
/// <param name="Fingerprint">Keyed hash.</param>
internal sealed record SealedNik(byte[] Box, byte[] Fingerprint)
{
    /// <summary>Seals a NIK that was read; null where none was given or it cannot be one.</summary>
    public static SealedNik? Of(string? typed, PersonalData personal)
    {
        if (string.IsNullOrWhiteSpace(typed) || Nik.Read(typed) is not { IsRefused: false, Value: var nik }) return null;
        return new SealedNik(personal.Seal(nik.Digits), personal.Fingerprint(nik.Digits));
    }
}
