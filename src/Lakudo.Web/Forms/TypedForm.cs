using System.Collections.Frozen;
using Lakudo.Web.Host;
using Microsoft.Extensions.Primitives;

namespace Lakudo.Web.Forms;

/// <summary>What somebody typed into a form that could not be carried out. Passwords, PINs, codes and files are never part of it.</summary>
/// <param name="Path">The address it was sent to, with the hall's part, without the query.</param>
/// <param name="Query">The query of that address.</param>
/// <param name="Handler">The form's name on its page.</param>
/// <param name="Owner">For whom the form was shown; <see cref="Guid.Empty"/> for nobody who is signed in, null where that cannot be told.</param>
/// <param name="Fields">Names and values in the order of the form.</param>
/// <param name="HasFile">Whether a file was chosen, which must be chosen again.</param>
public sealed record TypedForm(string Path, string Query, string Handler, Guid? Owner, IReadOnlyList<KeyValuePair<string, string>> Fields, bool HasFile)
{
    /// <summary>So many letters of names and values are kept at most; the largest form is a posyandu's sheet.</summary>
    public const int Longest = 512 * 1024;

    private const string HandlerField = "_handler";
    private const string TokenField = "__RequestVerificationToken";

    private static readonly FrozenSet<string> _secret =
        new[] { "Password", "Old", "New", "Code", "Pin", "Digits", "Passphrase", "Secret", "Sandi", "Kode", "Totp" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a field holds what must never be kept; a test looks at every page for fields that this forgets.</summary>
    public static bool IsSecret(string name) => _secret.Contains(name.Split('.')[^1]);

    /// <summary>The typed part of a form. Nothing is kept of one that is too long.</summary>
    public static TypedForm Of(HttpContext context, IEnumerable<KeyValuePair<string, StringValues>> fields, bool hasFile)
    {
        var all = fields.SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? ""))).ToList();
        var typed = all.Where(f => f.Key is not (HandlerField or TokenField or FormOwner.Field or CurrentCaller.KeyField) && !IsSecret(f.Key)).ToList();
        var request = context.Request;
        return new(
            request.PathBase + request.Path, request.QueryString.Value ?? "", all.FirstOrDefault(f => f.Key == HandlerField).Value ?? "",
            context.RequestServices.GetRequiredService<FormOwner>().Read(all.FirstOrDefault(f => f.Key == FormOwner.Field).Value),
            typed.Sum(f => f.Key.Length + f.Value.Length) > Longest ? [] : typed, hasFile);
    }
}
