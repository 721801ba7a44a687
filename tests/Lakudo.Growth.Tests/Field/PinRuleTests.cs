using Lakudo.Field.Phone;

namespace Lakudo.Growth.Tests.Field;

public sealed class PinRuleTests
{
    [Theory]
    [InlineData("27491", "6 angka")]
    [InlineData("1234", "6 angka")]
    [InlineData("27491a", "6 angka")]
    [InlineData("111111", "tiga angka")]
    [InlineData("121212", "tiga angka")]
    [InlineData("123456", "berurutan")]
    [InlineData("456789", "berurutan")]
    [InlineData("567890", "berurutan")]
    [InlineData("654321", "berurutan")]
    [InlineData("199047", "tahun")]
    [InlineData("471986", "tahun")]
    [InlineData("170845", "tahun atau tanggal")]
    [InlineData("871224", "tahun atau tanggal")]
    public void What_others_guess_first_is_refused(string pin, string why) => Assert.Contains(why, PinRule.Trouble(pin, pin), StringComparison.Ordinal);

    [Theory]
    [InlineData("274915")]
    [InlineData("803472")]
    public void Another_one_is_taken_when_it_was_typed_twice_alike(string pin)
    {
        Assert.Null(PinRule.Trouble(pin, pin));
        Assert.Equal("Kedua PIN tidak sama.", PinRule.Trouble(pin, "274916"));
    }
}
