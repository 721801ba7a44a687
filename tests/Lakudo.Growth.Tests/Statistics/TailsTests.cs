using CsCheck;
using Lakudo.Growth.Statistics;

namespace Lakudo.Growth.Tests.Statistics;

/// <summary>Tails held against closed forms: chi-square by finite sums and erfc, binomial by exact fractions.</summary>
public class TailsTests
{
    [Theory]
    [InlineData(3.841458820694124, 1, 0.05)]
    [InlineData(0.5, 1, 0.4795001221869535)]
    [InlineData(16.918977604620448, 9, 0.05)]
    [InlineData(27.877164871256568, 9, 0.001)]
    [InlineData(4, 9, 0.9114125268316794)]
    [InlineData(100, 9, 1.5735176303753947e-17)]
    [InlineData(19.67513757268249, 11, 0.05)]
    [InlineData(10.340998074391814, 11, 0.5)]
    [InlineData(5, 2, 0.0820849986238988)]
    [InlineData(0, 9, 1)]
    public void A_chi_square_tail_is_right(double statistic, int degrees, double tail) =>
        Assert.InRange(Tails.ChiSquare(statistic, degrees) / tail - 1, -1e-11, 1e-11);

    [Theory]
    [InlineData(1, 50, 0.01, 0.39499393286246337)]
    [InlineData(3, 50, 0.01, 0.013817270830600395)]
    [InlineData(10, 200, 0.02, 0.007479287865361487)]
    [InlineData(150, 1000, 0.15, 0.513541905319642)]
    [InlineData(0, 10, 0.5, 1)]
    [InlineData(10, 10, 0.5, 0.0009765625)]
    public void A_binomial_tail_is_right(int hits, int tries, double chance, double tail) =>
        Assert.InRange(Tails.Binomial(hits, tries, chance) / tail - 1, -1e-10, 1e-10);

    [Fact]
    public void More_hits_are_never_likelier() =>
        Gen.Select(Gen.Int[1, 2000], Gen.Int[0, 1999], Gen.Double[0.001, 0.999]).Sample((tries, hits, chance) =>
            hits >= tries || Tails.Binomial(hits + 1, tries, chance) <= Tails.Binomial(hits, tries, chance) + 1e-12);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0.5, 0.5723649429247001)]
    [InlineData(10, 12.801827480081469)]
    [InlineData(100.5, 361.4355404677776)]
    public void The_logarithm_of_gamma_is_right(double x, double log) => Assert.Equal(log, Gamma.Log(x), 11);
}
