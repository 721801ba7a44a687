using System.Xml;
using Lakudo.Kernel;

namespace Lakudo.Web.Growth.Workbooks;

/// <summary>One XML file of a workbook, read node by node: no entities, nothing fetched from outside, neither depth nor names nor one piece of text without end.</summary>
internal sealed class WorkbookXml : IDisposable
{
    private readonly XmlReader _reader;
    private readonly char[] _value = new char[WorkbookLimits.LongestText + 1];

    /// <summary>Opens it; the stream is closed with it.</summary>
    public WorkbookXml(Stream stream) => _reader = XmlReader.Create(new XmlPieces(stream), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
        NameTable = new CountedNames(),
    });

    /// <summary>The name of the present element without its prefix.</summary>
    public string Name => _reader.LocalName;

    /// <summary>How many elements stand around the present one.</summary>
    public int Depth => _reader.Depth;

    /// <summary>Whether an element begins here.</summary>
    public bool IsStart => _reader.NodeType == XmlNodeType.Element;

    /// <summary>Whether an element begins and ends here.</summary>
    public bool IsEmpty => _reader.IsEmptyElement;

    /// <summary>Goes to the next node; false at the end.</summary>
    public bool Next()
    {
        if (!_reader.Read()) return false;
        return _reader.Depth <= WorkbookLimits.Depth ? true : throw new InvalidDataException("Elements within elements without end.");
    }

    /// <summary>Goes to the next beginning of an element of this name; false when there is none.</summary>
    public bool To(string name)
    {
        while (Next())
        {
            if (IsStart && Name == name) return true;
        }

        return false;
    }

    /// <summary>Goes to the next beginning of an element inside the one that began at a depth; false when that one has ended.</summary>
    public bool Inside(int depth)
    {
        while (Next())
        {
            if (_reader.Depth <= depth) return false;
            if (IsStart) return true;
        }

        return false;
    }

    /// <summary>The value of an attribute of the present element; empty when it has none.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="prefixed">Whether it stands in another name space, as <c>r:id</c>.</param>
    public ReadOnlySpan<char> Attribute(string name, bool prefixed = false)
    {
        string? value = null;
        for (var found = _reader.MoveToFirstAttribute(); found && value is null; found = _reader.MoveToNextAttribute())
        {
            if (_reader.LocalName == name && _reader.Prefix.Length > 0 == prefixed) value = _reader.Value;
        }

        _reader.MoveToElement();
        return value;
    }

    /// <summary>The text inside the present element, without elements named <c>rPh</c> (how a Japanese name is spoken). Good until the next call.</summary>
    public ReadOnlySpan<char> Text()
    {
        if (IsEmpty) return default;
        var (depth, length, skipped) = (Depth, 0, int.MaxValue);
        while (Next() && Depth > depth)
        {
            if (Depth <= skipped) skipped = int.MaxValue;
            if (IsStart && Name == "rPh" && !IsEmpty) skipped = Math.Min(skipped, Depth);
            var isText = _reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;
            if (isText && skipped == int.MaxValue) length = Append(length);
        }

        return _value.AsSpan(0, length);
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    /// <summary>Reads a text behind what was read; answers how long all is.</summary>
    private int Append(int length)
    {
        for (int read; (read = _reader.ReadValueChunk(_value, length, _value.Length - length)) > 0;)
        {
            length += read;
            if (length == _value.Length) throw new FileTooLargeException(KernelRefusals.TextTooLong.With(WorkbookLimits.LongestText));
        }

        return length;
    }

    private sealed class CountedNames : NameTable
    {
        private int _count;

        public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

        private string Counted(string name) => ++_count <= WorkbookLimits.Names ? name : throw new InvalidDataException("Names without end.");
    }
}
