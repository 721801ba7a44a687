namespace Lakudo.Web.Growth;

/// <summary>What is wrong in a row. A field that cannot be read counts as not measured; the others are computed all the same.</summary>
internal enum RowFaultKind : byte
{
    /// <summary>Nothing; the default.</summary>
    None,

    /// <summary>Fewer or more fields than the first line; nothing is computed.</summary>
    FieldCount,

    /// <summary>A quote that is not closed; nothing is computed.</summary>
    OpenQuote,

    /// <summary>The first line stands in the file once more; nothing is computed.</summary>
    HeaderAgain,

    /// <summary>Not a number.</summary>
    NotNumber,

    /// <summary>A million or more: no measure of a child.</summary>
    TooLarge,

    /// <summary>0 or less: no measure.</summary>
    NotAboveZero,

    /// <summary>Not a day that exists, or not told in a form that is read.</summary>
    NotDay,

    /// <summary>Measured before birth: the age is taken as unknown.</summary>
    BeforeBirth,

    /// <summary>A word that is not known for this column.</summary>
    UnknownWord,

    /// <summary>No sex: no z-score.</summary>
    NoSex,
}

/// <summary>One thing that is wrong, with its place.</summary>
/// <param name="Line">The line of the file, the first one being 1.</param>
/// <param name="Column">The column; of no meaning where the whole row is meant.</param>
/// <param name="Kind">What is wrong.</param>
internal readonly record struct RowFault(long Line, GrowthColumn Column, RowFaultKind Kind)
{
    /// <summary>The reason in a sentence; holds no value of the row, because rows are about children.</summary>
    public string Reason(GrowthHeader header)
    {
        var column = header.NameOf(Column);
        return Kind switch
        {
            RowFaultKind.FieldCount => "jumlah isian tidak sama dengan baris judul",
            RowFaultKind.OpenQuote => "tanda kutip tidak ditutup",
            RowFaultKind.HeaderAgain => "baris judul terulang",
            RowFaultKind.NotNumber => $"{column} bukan angka",
            RowFaultKind.TooLarge => $"{column} terlalu besar untuk ukuran anak",
            RowFaultKind.NotAboveZero => $"{column} nol atau negatif",
            RowFaultKind.NotDay => $"{column} bukan tanggal",
            RowFaultKind.BeforeBirth => $"{column} sebelum lahir; umur dianggap tidak diketahui",
            RowFaultKind.UnknownWord => $"{column} tidak dikenal",
            RowFaultKind.NoSex => $"{column} kosong; nilai z tidak dihitung",
            _ => throw new InvalidOperationException($"No reason for {Kind}."),
        };
    }
}
