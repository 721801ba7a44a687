using Lakudo.Notifications;

namespace Lakudo.Web.Forms;

/// <summary>The second form of a page, where somebody enters a code that was sent: it stands on the page again when it could not be carried out.</summary>
public static class SentCode
{
    /// <summary>The code that had been sent, and the contact it was sent to; null where that form did not come back.</summary>
    /// <param name="context">The request.</param>
    /// <param name="handler">The form's name.</param>
    /// <param name="id">Its field with the code's id; beside it stand <c>Masked</c>, <c>Simulated</c> and perhaps <c>Contact</c>.</param>
    public static (SendContactCode.Answer Code, string? Contact)? Again(HttpContext context, string handler, string id)
    {
        if (UnsentForms.Of(context) is not { Typed.Handler: var name, Form: { } form } || name != handler || !Guid.TryParse(form[id], out var code) || code == Guid.Empty) return null;
        var model = id[..(id.IndexOf('.', StringComparison.Ordinal) + 1)];
        return (new(code, form[model + "Masked"].ToString(), form[model + "Simulated"] == "true"), form[model + "Contact"]);
    }
}
