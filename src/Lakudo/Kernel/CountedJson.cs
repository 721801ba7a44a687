using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Lakudo.Kernel;

/// <summary>Reads foreign JSON after its parts were counted: three bytes of <c>{},</c> become an object of a hundred, and a file of megabytes would fill the memory.</summary>
public static class CountedJson
{
    /// <summary>Reads a value.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="type">What is read.</param>
    /// <param name="most">Values, names and brackets at most.</param>
    /// <exception cref="JsonException">It is no such JSON.</exception>
    /// <exception cref="FileTooLargeException">It has more parts (K-034).</exception>
    public static T? Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type, int most)
    {
        var reader = new Utf8JsonReader(json);
        for (var parts = 0; reader.Read();)
        {
            if (++parts > most) throw new FileTooLargeException(KernelRefusals.TooManyParts.With(most));
        }

        return JsonSerializer.Deserialize(json, type);
    }
}
