using System.Net;
using Lakudo.Kernel;

namespace Lakudo.Tests.Kernel;

public sealed class SourceNetworkTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2002:cb00:7107:1:2:3:4:5", "203.0.113.7")]
    [InlineData("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:3::1", "2001:db8:1:3::/64")]
    [InlineData("::1", "::/64")]
    public void All_addresses_of_one_household_count_as_one(string address, string network) => Assert.Equal(network, SourceNetwork.Of(IPAddress.Parse(address)));

    [Fact]
    public void A_link_s_own_name_does_not_make_another_network() =>
        Assert.Equal(SourceNetwork.Of(IPAddress.Parse("fe80::1%3")), SourceNetwork.Of(IPAddress.Parse("fe80::2%4")));

    [Fact]
    public void Where_no_address_is_known_there_is_no_network() => Assert.Equal("", SourceNetwork.Of(null));
}
