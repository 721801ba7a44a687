namespace Lakudo.Growth;

/// <summary>Reads the embedded figures. Their form is described in Figures/README.md.</summary>
internal static class LmsFile
{
    private static readonly GrowthIndex[] TablesInFile =
    [
        GrowthIndex.LengthForAge, GrowthIndex.WeightForAge, GrowthIndex.BmiForAge, GrowthIndex.HeadForAge, GrowthIndex.ArmForAge,
        GrowthIndex.TricepsForAge, GrowthIndex.SubscapularForAge, GrowthIndex.WeightForLength, GrowthIndex.WeightForLength,
    ];

    /// <summary>The tables in the file's order: nine, each first for boys, then for girls.</summary>
    public static LmsTable[] Read()
    {
        using var stream = typeof(LmsFile).Assembly.GetManifestResourceStream("who-growth-2006-2007.lms")
            ?? throw new InvalidOperationException("The growth figures are not in the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Read(bytes);
    }

    internal static LmsTable[] Read(ReadOnlySpan<byte> bytes)
    {
        var name = "LAKUDO-LMS-1\n"u8;
        if (!bytes.StartsWith(name)) throw new InvalidDataException("Not a file of growth figures.");
        var at = name.Length;
        var tables = new LmsTable[TablesInFile.Length * 2];
        for (var i = 0; i < tables.Length; i++)
        {
            var first = (int)Varint(bytes, ref at);
            var values = new double[(int)Varint(bytes, ref at) * 3];
            Column(bytes, ref at, values, 0, 10_000);
            Column(bytes, ref at, values, 1, 10_000);
            Column(bytes, ref at, values, 2, 100_000);
            tables[i] = new LmsTable(first, values, TablesInFile[i / 2].IsRestricted());
        }

        return tables;
    }

    private static void Column(ReadOnlySpan<byte> bytes, ref int at, double[] values, int column, double scale)
    {
        long sum = 0;
        for (var i = column; i < values.Length; i += 3)
        {
            var step = Varint(bytes, ref at);
            sum += (long)(step >> 1) ^ -(long)(step & 1);
            values[i] = sum / scale;
        }
    }

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }
}
