using Lakudo.Kernel;

namespace Lakudo.Tests.Kernel;

public sealed class ValueTests
{
    [Theory]
    [InlineData("7414014101900001", "7414**********01")]
    [InlineData("74.14.01.410190.0001", "7414**********01")]
    public void A_nik_is_read_with_or_without_dots_and_shown_masked(string typed, string masked) => Assert.Equal(masked, Nik.Read(typed).Value.Masked);

    [Theory]
    [InlineData("")]
    [InlineData("741401410190000")]
    [InlineData("7414013102900001")]
    [InlineData("7414017202900001")]
    [InlineData("7414010100900001")]
    [InlineData("7414014101900000")]
    [InlineData("74140141019000O1")]
    public void An_impossible_nik_is_refused(string typed) => Assert.Equal("K-006", Nik.Read(typed).Refusal?.Code);

    [Fact]
    public void A_nik_never_reaches_a_log_whole() => Assert.DoesNotContain("0190", $"{Nik.Read("7414014101900001").Value}", StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "Rp0")]
    [InlineData(1_250_000, "Rp1.250.000")]
    [InlineData(-500, "-Rp500")]
    public void Rupiah_are_written_as_on_forms(long amount, string written) => Assert.Equal(written, new Rupiah(amount).ToString());

    [Theory]
    [InlineData("  La   Ode ", "La Ode")]
    [InlineData("Sukarno", "Sukarno")]
    public void A_name_of_one_word_is_a_name(string typed, string name) => Assert.Equal(name, PersonName.Read(typed).Value);

    [Fact]
    public void A_name_of_201_letters_is_refused_and_of_200_taken()
    {
        Assert.Equal("K-008", PersonName.Read(new string('a', 201)).Refusal?.Code);
        Assert.False(PersonName.Read(new string('a', 200)).IsRefused);
    }

    [Theory]
    [InlineData("Nur'aini Wa-Ode É.", "nuraini wa ode e")]
    public void Names_are_matched_without_accents_and_signs(string name, string normalised) => Assert.Equal(normalised, PersonName.Normalise(name));

    [Fact]
    public void Sealed_data_opens_with_its_key_only_and_equal_texts_look_different()
    {
        using var mine = new PersonalData(new byte[32]);
        using var other = new PersonalData([.. Enumerable.Repeat((byte)1, 32)]);
        var box = mine.Seal("7414014101900001");

        Assert.Equal("7414014101900001", mine.Open(box));
        Assert.NotEqual(box, mine.Seal("7414014101900001"));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => other.Open(box));
        box[^1] ^= 1;
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => mine.Open(box));
    }

    [Fact]
    public void After_a_rotation_old_data_opens_new_data_needs_the_new_key_and_what_is_looked_for_is_still_found()
    {
        byte[] first = [.. Enumerable.Repeat((byte)1, 32)], second = [.. Enumerable.Repeat((byte)2, 32)];
        using var before = new PersonalData(first);
        using var after = new PersonalData([first, second]);
        using var wrong = new PersonalData([second, first]);
        var old = before.Seal("7414014101900001");
        var fresh = after.Seal("7414014101900001");

        Assert.Equal((1, 2), (old[0], fresh[0]));
        Assert.Equal("7414014101900001", after.Open(old));
        Assert.Equal("7414014101900001", after.Open(fresh));
        Assert.Equal(before.Fingerprint("7414014101900001"), after.Fingerprint("7414014101900001"));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => before.Open(fresh));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => wrong.Open(fresh));
        // The number is bound to the text: it cannot be changed to have another key tried.
        fresh[0] = 1;
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => after.Open(fresh));
    }
}
