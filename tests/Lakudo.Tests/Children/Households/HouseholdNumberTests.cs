using Lakudo.Children.Households;

namespace Lakudo.Tests.Children.Households;

public sealed class HouseholdNumberTests
{
    [Theory]
    [InlineData("7414010504180012", "7414010504180012")]
    [InlineData(" 7414 0105-0418.0012 ", "7414010504180012")]
    [InlineData("'7414010504180012", "7414010504180012")]
    // A card's date and serial are not checked: what the register gave is what it is.
    [InlineData("7414019999990000", "7414019999990000")]
    public void Sixteen_digits_are_a_number_however_they_are_written(string typed, string digits)
    {
        var number = HouseholdNumber.Read(typed).Value;
        Assert.Equal((digits, digits[..4] + "**********" + digits[14..]), (number.Digits, number.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("741401050418001")]
    [InlineData("74140105041800123")]
    [InlineData("7,41401050418E+15")]
    [InlineData("741401050418001O")]
    [InlineData("8888888888888888")]
    public void Anything_else_is_refused(string? typed) => Assert.Equal("C-611", HouseholdNumber.Read(typed).Refusal?.Code);

    [Fact]
    public void A_card_of_another_regency_is_only_a_hint() =>
        Assert.Equal((false, true), (HouseholdNumber.Read("7414010504180012").Value.IsFromElsewhere("74.14"), HouseholdNumber.Read("7472010504180012").Value.IsFromElsewhere("74.14")));

    [Theory]
    [InlineData("RT 01/RW 02", 1, 2)]
    [InlineData("Lr. Pantai Rt. 3 Rw. 1", 3, 1)]
    [InlineData("RT/RW 004/002", 4, 2)]
    [InlineData("Dusun Mawar rt.012", 12, null)]
    [InlineData("Jalan Poros 12", null, null)]
    [InlineData("Jalan Mart 5", null, null)]
    [InlineData("RT 000", null, null)]
    [InlineData(null, null, null)]
    public void An_address_says_its_RT_and_RW(string? address, int? rt, int? rw) => Assert.Equal(new Neighbourhood(rt, rw), Neighbourhood.In(address));
}
