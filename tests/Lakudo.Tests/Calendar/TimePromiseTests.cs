using Lakudo.Calendar;

namespace Lakudo.Tests.Calendar;

public sealed class TimePromiseTests
{
    [Theory]
    [InlineData("15 menit")]
    [InlineData("3 jam")]
    [InlineData("5 hari kerja")]
    [InlineData("14 hari kalender")]
    public void A_promise_is_printed_as_it_is_read(string text)
    {
        Assert.True(TimePromise.TryParse(text, out var promise));
        Assert.Equal(text, promise.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("lima hari")]
    [InlineData("-3 jam")]
    [InlineData("5 hari")]
    public void What_is_not_a_promise_is_not_read_as_one(string text) => Assert.False(TimePromise.TryParse(text, out _));

    [Fact]
    public void Nothing_to_wait_for_reads_as_done_while_you_wait() => Assert.Equal("selesai ditunggu", new TimePromise(0, TimeUnit.WorkingDays).ToString());
}
