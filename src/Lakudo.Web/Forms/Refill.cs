using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Lakudo.Web.Forms;

/// <summary>Writes what somebody had typed into the same form of a page that was rendered anew. It works on every form of the program, without script and without the page knowing.</summary>
public static partial class Refill
{
    /// <summary>Stands in a page where values are shown that no field of it takes any more.</summary>
    public const string Rest = "<!--isian-->";

    /// <summary>The page with the form filled in. Hidden fields stay as the page has them now; fields for passwords, codes and files stay empty.</summary>
    /// <param name="page">The page's HTML, as this program writes it.</param>
    /// <param name="typed">What was typed.</param>
    public static string Into(string page, TypedForm typed)
    {
        var left = typed.Fields.GroupBy(f => f.Key).ToDictionary(g => g.Key, g => new Queue<string>(g.Select(f => f.Value)));
        var handler = $"name=\"_handler\" value=\"{WebUtility.HtmlEncode(typed.Handler)}\"";
        var form = Form().Matches(page).FirstOrDefault(m => m.Value.Contains(handler, StringComparison.Ordinal));
        if (form is not null)
        {
            page = string.Concat(page.AsSpan(0, form.Index), Field().Replace(form.Value, m => Filled(m.Value, left)), page.AsSpan(form.Index + form.Length));
        }

        var rest = form is null ? typed.Fields.Select(f => f.Value) : left.SelectMany(l => l.Value);
        return page.Replace(Rest, Listed([.. rest.Where(v => v.Trim().Length > 0 && !Guid.TryParse(v, out _))]), StringComparison.Ordinal);
    }

    private static string Listed(IReadOnlyList<string> values) => values.Count == 0 ? "" : new StringBuilder()
        .Append("<label class=\"form-label\" for=\"isian-lama\">Yang Anda ketik; salin yang masih diperlukan</label><textarea class=\"form-control\" id=\"isian-lama\" rows=\"")
        .Append(Math.Min(12, values.Count + 1)).Append("\" readonly>\n").Append(WebUtility.HtmlEncode(string.Join('\n', values))).Append("</textarea>").ToString();

    private static string Filled(string element, Dictionary<string, Queue<string>> left)
    {
        var tag = Tag().Match(element).Value;
        var name = Attribute(tag, "name");
        if (name is null || TypedForm.IsSecret(name)) return element;
        if (element.StartsWith("<textarea", StringComparison.Ordinal)) return left.Next(name) is { } text ? $"{tag}\n{WebUtility.HtmlEncode(text)}</textarea>" : element;
        if (element.StartsWith("<select", StringComparison.Ordinal)) return Chosen(element, name, left);
        switch (Attribute(tag, "type"))
        {
            case "hidden":
                // As the page says it now; what the old page said of it is not typed text.
                left.Next(name);
                return element;
            case "password" or "file" or "submit" or "button" or "image" or "reset":
                return element;
            case "checkbox" or "radio":
                var isOn = left.TryGetValue(name, out var on) && on.Contains(Attribute(tag, "value") ?? "on");
                if (isOn) left[name] = new(left[name].Where(v => v != (Attribute(tag, "value") ?? "on")));
                return With(Checked().Replace(tag, ""), isOn ? "checked" : null);
            default:
                return Attribute(tag, "autocomplete") != "one-time-code" && left.Next(name) is { } value ? Valued(Value().Replace(tag, ""), value) : element;
        }
    }

    private static string Chosen(string select, string name, Dictionary<string, Queue<string>> left)
    {
        var options = Option().Matches(select).Select(o => Attribute(o.Groups[1].Value, "value") ?? WebUtility.HtmlDecode(o.Groups[2].Value).Trim()).ToList();
        var isMany = Tag().Match(select).Value.Contains(" multiple", StringComparison.Ordinal);
        if (!left.TryGetValue(name, out var queue) || !queue.TryPeek(out var first) || !options.Contains(first)) return select;
        var wanted = new HashSet<string> { queue.Dequeue() };
        while (isMany && queue.TryDequeue(out var more)) wanted.Add(more);
        return Option().Replace(select, o =>
        {
            var tag = Selected().Replace(o.Groups[1].Value, "");
            var value = Attribute(tag, "value") ?? WebUtility.HtmlDecode(o.Groups[2].Value).Trim();
            return (wanted.Contains(value) ? With(tag, "selected") : tag) + o.Groups[2].Value;
        });
    }

    private static string? Next(this Dictionary<string, Queue<string>> left, string name) => left.TryGetValue(name, out var queue) && queue.TryDequeue(out var value) ? value : null;

    private static string With(string tag, string? attribute)
    {
        if (attribute is null) return tag;
        var end = tag.EndsWith("/>", StringComparison.Ordinal) ? "/>" : ">";
        return $"{tag[..^end.Length].TrimEnd()} {attribute}{(end == "/>" ? " />" : ">")}";
    }

    /// <summary>The tag with a value, right behind its name.</summary>
    private static string Valued(string tag, string value)
    {
        var name = Name().Match(tag);
        return string.Concat(tag.AsSpan(0, name.Index + name.Length), $" value=\"{WebUtility.HtmlEncode(value)}\"", tag.AsSpan(name.Index + name.Length));
    }

    private static string? Attribute(string tag, string name) => Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"") is { Success: true } m ? WebUtility.HtmlDecode(m.Groups[1].Value) : null;

    [GeneratedRegex("<form\\b.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input\\b[^>]*>|<textarea\\b[^>]*>.*?</textarea>|<select\\b.*?</select>", RegexOptions.Singleline)]
    private static partial Regex Field();

    [GeneratedRegex("^<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("(<option\\b[^>]*>)([^<]*)")]
    private static partial Regex Option();

    [GeneratedRegex("\\schecked(=\"[^\"]*\")?")]
    private static partial Regex Checked();

    [GeneratedRegex("\\sselected(=\"[^\"]*\")?")]
    private static partial Regex Selected();

    [GeneratedRegex("\\sname=\"[^\"]*\"")]
    private static partial Regex Name();

    [GeneratedRegex("\\svalue=\"[^\"]*\"")]
    private static partial Regex Value();
}
