namespace Lakudo.Applications;

/// <summary>A name for the eyes of those who need to recognise a person, not to know one: <c>W* O** C*****</c>.</summary>
internal static class MaskedName
{
    internal static string Of(string name) => string.Join(' ', name.Split(' ').Select(word => word[..1] + new string('*', Math.Min(word.Length - 1, 5))));
}
