using Lakudo.Growth;

namespace Lakudo.Children.Import;

/// <summary>What one line of a file says of one child, read and cleaned: what could not be read is a fault, what was left out a note.</summary>
public sealed record ImportRow
{
    /// <summary>The line of the file, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The child's NIK, 16 digits; null where none is given or it is impossible (then a note says so).</summary>
    public string? Nik { get; init; }

    /// <summary>The child's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Boy or girl.</summary>
    public Sex? Sex { get; init; }

    /// <summary>Day of birth.</summary>
    public DateOnly? Birth { get; init; }

    /// <summary>Which child of its mother.</summary>
    public int? BirthOrder { get; init; }

    /// <summary>The mother's name, or the parents' where the file knows no better.</summary>
    public string? MotherName { get; init; }

    /// <summary>The mother's NIK, 16 digits.</summary>
    public string? MotherNik { get; init; }

    /// <summary>Weight at birth in grams.</summary>
    public int? BirthWeight { get; init; }

    /// <summary>Length at birth in tenths of a millimetre.</summary>
    public int? BirthLength { get; init; }

    /// <summary>The number of the family card, 16 digits; null where none is given or it is none (then a note says so).</summary>
    public string? FamilyCard { get; init; }

    /// <summary>Rukun tetangga, 1 to 999; null where the file does not say.</summary>
    public int? Rt { get; init; }

    /// <summary>Rukun warga, 1 to 999; null where the file does not say.</summary>
    public int? Rw { get; init; }

    /// <summary>Name of the village as the file spells it.</summary>
    public string? Village { get; init; }

    /// <summary>Name of the posyandu as the file spells it.</summary>
    public string? Posyandu { get; init; }

    /// <summary>Address with RT and RW.</summary>
    public string? Address { get; init; }

    /// <summary>What was measured on one day; null where the line is only of the register.</summary>
    public ImportMeasurement? Measurement { get; init; }

    /// <summary>Why the line cannot be taken; empty where it can.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>What was left out of a line that is taken: "Berat 8888 berarti tidak diketahui".</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The line as it stands in the file, cell by cell: what was not entered is given back so, to be mended.</summary>
    public IReadOnlyList<string> Cells { get; init; } = [];
}

/// <summary>A measurement in a file.</summary>
/// <param name="Day">The day.</param>
/// <param name="Weight">Grams.</param>
/// <param name="Height">Length or height as read, tenths of a millimetre.</param>
/// <param name="Position">Lying or standing; null where the file does not say.</param>
/// <param name="Arm">Arm circumference, tenths of a millimetre.</param>
/// <param name="Head">Head circumference, tenths of a millimetre.</param>
public sealed record ImportMeasurement(DateOnly Day, int? Weight, int? Height, Position? Position, int? Arm, int? Head);
