using System.Xml;
using Lakudo.Kernel;

namespace Lakudo.Web.Growth.Workbooks;

/// <summary>The texts that cells share by number.</summary>
internal sealed class WorkbookStrings
{
    private readonly List<string> _texts = [];

    /// <summary>The text of a number.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public string this[int number] => number >= 0 && number < _texts.Count ? _texts[number] : throw new InvalidDataException("No such text.");

    /// <summary>Reads them all.</summary>
    public static WorkbookStrings Read(Stream? part, WorkbookLimits limits)
    {
        var strings = new WorkbookStrings();
        if (part is null) return strings;
        using var xml = new WorkbookXml(part);
        var letters = 0L;
        while (xml.To("si"))
        {
            var text = Plain(xml.Text());
            letters += text.Length;
            if (letters > limits.StringLetters) throw new FileTooLargeException(KernelRefusals.ExpandsTooFar.With(limits.StringLetters / (1024 * 1024)));
            if (strings._texts.Count == limits.Strings) throw new FileTooLargeException(KernelRefusals.TooManyParts.With(limits.Strings));
            strings._texts.Add(text);
        }

        return strings;
    }

    /// <summary>The text with signs that XML cannot hold, which workbooks write as <c>_x000D_</c>.</summary>
    public static string Plain(ReadOnlySpan<char> text) => text.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(text.ToString()) : text.ToString();
}
