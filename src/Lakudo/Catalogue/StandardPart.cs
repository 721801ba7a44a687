namespace Lakudo.Catalogue;

/// <summary>The 14 parts of a service standard (PermenPANRB 15/2014). The first six must be published; the others are internal.</summary>
public enum StandardPart
{
    /// <summary>Persyaratan; follows from the requirements.</summary>
    Requirements = 1,

    /// <summary>Sistem, mekanisme, dan prosedur.</summary>
    Procedure = 2,

    /// <summary>Jangka waktu pelayanan; follows from the promise.</summary>
    Time = 3,

    /// <summary>Biaya/tarif; follows from the fee.</summary>
    Fee = 4,

    /// <summary>Produk pelayanan; follows from the output.</summary>
    Product = 5,

    /// <summary>Penanganan pengaduan, saran, dan masukan.</summary>
    Complaints = 6,

    /// <summary>Dasar hukum; follows from the legal basis.</summary>
    LegalBasis = 7,

    /// <summary>Sarana, prasarana, dan/atau fasilitas.</summary>
    Facilities = 8,

    /// <summary>Kompetensi pelaksana.</summary>
    Competence = 9,

    /// <summary>Pengawasan internal.</summary>
    Supervision = 10,

    /// <summary>Jumlah pelaksana.</summary>
    Staff = 11,

    /// <summary>Jaminan pelayanan.</summary>
    ServiceGuarantee = 12,

    /// <summary>Jaminan keamanan dan keselamatan pelayanan.</summary>
    SafetyGuarantee = 13,

    /// <summary>Evaluasi kinerja pelaksana.</summary>
    Evaluation = 14,
}

/// <summary>The parts by name, and which of them are written as text.</summary>
public static class StandardParts
{
    /// <summary>How many parts a standard has.</summary>
    public const int Count = 14;

    private static readonly string[] _names =
    [
        "Persyaratan", "Sistem, mekanisme, dan prosedur", "Jangka waktu pelayanan", "Biaya/tarif", "Produk pelayanan", "Penanganan pengaduan, saran, dan masukan",
        "Dasar hukum", "Sarana, prasarana, dan/atau fasilitas", "Kompetensi pelaksana", "Pengawasan internal", "Jumlah pelaksana", "Jaminan pelayanan",
        "Jaminan keamanan dan keselamatan pelayanan", "Evaluasi kinerja pelaksana",
    ];

    /// <summary>All parts in the order of the regulation.</summary>
    public static IReadOnlyList<StandardPart> All { get; } = Enum.GetValues<StandardPart>();

    /// <summary>The parts that are written as text; the others follow from the service's own fields.</summary>
    public static IReadOnlyList<StandardPart> Written { get; } = [.. All.Where(part =>
        part is not (StandardPart.Requirements or StandardPart.Time or StandardPart.Fee or StandardPart.Product or StandardPart.LegalBasis))];

    /// <summary>The part's name in the regulation.</summary>
    public static string Name(this StandardPart part) => _names[(int)part - 1];

    /// <summary>Whether the part must be shown to the public.</summary>
    public static bool IsPublic(this StandardPart part) => (int)part <= 6;
}
