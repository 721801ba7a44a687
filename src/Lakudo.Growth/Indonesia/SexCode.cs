namespace Lakudo.Growth.Indonesia;

/// <summary>The codes under which Indonesian files write the sex of a child.</summary>
public static class SexCode
{
    /// <summary>Reads a code.</summary>
    /// <param name="code">
    /// L, Lk, Laki-laki, laki laki, 1, M (boys); P, Pr, Perempuan, 2, F (girls); capitals and spaces around it do not matter.
    /// </param>
    /// <returns>The sex, or null for anything else, for which no z-score is computed: a guess would be wrong for half of them.</returns>
    public static Sex? Read(ReadOnlySpan<char> code)
    {
        code = code.Trim();
        if (Is(code, "L") || Is(code, "LK") || Is(code, "LAKI-LAKI") || Is(code, "LAKI LAKI") || Is(code, "1") || Is(code, "M")) return Sex.Male;
        if (Is(code, "P") || Is(code, "PR") || Is(code, "PEREMPUAN") || Is(code, "2") || Is(code, "F")) return Sex.Female;
        return null;
    }

    /// <summary>The code of the register: L or P.</summary>
    public static char Of(Sex sex) => sex == Sex.Male ? 'L' : 'P';

    private static bool Is(ReadOnlySpan<char> code, string known) => code.Equals(known, StringComparison.OrdinalIgnoreCase);
}
