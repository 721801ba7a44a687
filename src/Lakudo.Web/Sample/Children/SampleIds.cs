using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Lakudo.Web.Sample.Children;

/// <summary>Ids and chances of the sample that are the same at each filling: made from words, not drawn.</summary>
internal static class SampleIds
{
    /// <summary>A UUIDv7 of a day.</summary>
    public static Guid Of(DateOnly day, string words)
    {
        Span<byte> bytes = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(words), bytes);
        var moment = (day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * 86_400_000L;
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, moment);
        time[2..].CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes[..16], bigEndian: true);
    }

    /// <summary>A series of chances for these words.</summary>
    public static Random Chance(string words) => new(BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(words))));

    /// <summary>A normally distributed number, mean 0 and deviation 1.</summary>
    public static double Normal(this Random chance) =>
        Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
