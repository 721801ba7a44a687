namespace Lakudo.Web.Tests.Growth;

/// <summary>Changes bytes at random, from a seed that a failure names: LAKUDO_SEED under LAKUDO_LONG=1, one of its own otherwise.</summary>
internal static class Mutation
{
    private const int UsualSeed = 20261125;

    /// <summary>Whether this is a long run, its seed, and the numbers that follow from it.</summary>
    public static (bool IsLong, int Seed, Random Random) Begin()
    {
        var isLong = Environment.GetEnvironmentVariable("LAKUDO_LONG") == "1";
        var seed = isLong && uint.TryParse(Environment.GetEnvironmentVariable("LAKUDO_SEED"), out var given) ? (int)(given & int.MaxValue) : UsualSeed;
        return (isLong, seed, new Random(seed));
    }

    /// <summary>Puts other bytes in some places: mostly those that mean something in a file.</summary>
    public static void Change(byte[] bytes, Random random, int most)
    {
        var telling = ",;\n\r\"\"\t -.e"u8;
        for (var change = random.Next(most); change > 0; change--)
        {
            bytes[random.Next(bytes.Length)] = random.Next(4) == 0 ? (byte)random.Next(256) : telling[random.Next(telling.Length)];
        }
    }
}
