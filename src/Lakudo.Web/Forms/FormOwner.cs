using System.Security.Claims;
using System.Security.Cryptography;
using Lakudo.Kernel;

namespace Lakudo.Web.Forms;

/// <summary>For whom a form was shown: an account or device, or nobody who is signed in. Every form carries it, so that what was typed is given back to that person only.</summary>
/// <param name="personal">The installation's keyed fingerprint: it outlives sessions and the keys of cookies, and nobody else can make the mark.</param>
public sealed class FormOwner(PersonalData personal)
{
    /// <summary>The form field.</summary>
    public const string Field = "_owner";

    private const int MarkBytes = 16;

    /// <summary>Who is signed in; <see cref="Guid.Empty"/> for nobody.</summary>
    public static Guid Of(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : Guid.Empty;

    /// <summary>The field's value for who is signed in.</summary>
    public string Write(ClaimsPrincipal user) => $"{Of(user):N}.{Mark(Of(user))}";

    /// <summary>The owner a form names; null where it names none or the mark is not this installation's.</summary>
    public Guid? Read(string? written) => written?.Split('.') is [var id, var mark] && Guid.TryParseExact(id, "N", out var owner)
        && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(mark), System.Text.Encoding.ASCII.GetBytes(Mark(owner))) ? owner : null;

    private string Mark(Guid owner) => Convert.ToHexStringLower(personal.Fingerprint($"form owner {owner:N}").AsSpan(0, MarkBytes));
}
