using CsCheck;
using Lakudo.Growth.Statistics;

namespace Lakudo.Growth.Tests.Statistics;

/// <summary>
/// Quantiles held against values computed from the closed forms for whole degrees of freedom (Abramowitz and Stegun 26.7.3 and 26.7.4) with 60 decimals.
/// </summary>
public class StudentTTests
{
    [Theory]
    [InlineData(0.975, 1, 12.706204736174705)]
    [InlineData(0.975, 2, 4.302652729749464)]
    [InlineData(0.975, 3, 3.1824463052837095)]
    [InlineData(0.975, 4, 2.7764451051977943)]
    [InlineData(0.975, 5, 2.5705818356363155)]
    [InlineData(0.975, 9, 2.2621571627982053)]
    [InlineData(0.975, 10, 2.228138851986275)]
    [InlineData(0.975, 30, 2.042272456301238)]
    [InlineData(0.975, 108, 1.9821734833077271)]
    [InlineData(0.975, 200, 1.9718962236339095)]
    [InlineData(0.975, 201, 1.9718365067798593)]
    [InlineData(0.975, 202, 1.9717773846699895)]
    [InlineData(0.975, 999, 1.96234146113345)]
    [InlineData(0.975, 2897, 1.9607831926236454)]
    [InlineData(0.975, 19999, 1.9600826110898155)]
    [InlineData(0.9995, 1, 636.6192487687197)]
    [InlineData(0.9995, 2, 31.59905457644362)]
    [InlineData(0.9995, 5, 6.86882662588111)]
    [InlineData(0.9995, 30, 3.645958635042022)]
    [InlineData(0.9995, 201, 3.3395867889052697)]
    [InlineData(0.9995, 2897, 3.293888401398669)]
    [InlineData(0.6, 1, 0.32491969623290634)]
    [InlineData(0.6, 4, 0.2707222947075974)]
    [InlineData(0.6, 108, 0.25397210453083807)]
    [InlineData(0.6, 202, 0.253681037227786)]
    [InlineData(0.6, 2897, 0.25337037055631956)]
    public void A_quantile_is_right_to_ten_digits(double share, int degrees, double t) =>
        Assert.InRange(StudentT.Quantile(share, degrees) / t - 1, -1e-11, 1e-11);

    [Fact]
    public void The_share_below_a_quantile_is_the_share_asked_for() =>
        Gen.Select(Gen.Double[0.5001, 0.9999], Gen.Int[1, 200_000]).Sample((share, degrees) =>
            Math.Abs(StudentT.UpperTail(StudentT.Quantile(share, degrees), degrees) - (1 - share)) < 1e-11);

    [Fact]
    public void The_lower_half_mirrors_the_upper_one() =>
        Assert.Equal(-StudentT.Quantile(0.975, 12), StudentT.Quantile(0.025, 12), 12);

    [Fact]
    public void There_is_no_quantile_without_a_degree_of_freedom()
    {
        Assert.True(double.IsNaN(StudentT.Quantile(0.975, 0)));
        Assert.True(double.IsNaN(StudentT.Quantile(1, 5)));
        Assert.Equal(0, StudentT.Quantile(0.5, 5));
    }
}
