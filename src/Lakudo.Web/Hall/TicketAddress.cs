using Lakudo.Hall;
using Lakudo.Web.Host;

namespace Lakudo.Web.Hall;

/// <summary>The address of a ticket's own page, as its QR code holds it.</summary>
public static class TicketAddress
{
    /// <summary>The public address with the hall's path.</summary>
    public static string Of(Settings settings, HttpContext context, TicketAnswer ticket) =>
        $"{settings.PublicAddress.TrimEnd('/')}{context.Request.PathBase}/nomor/{ticket.Id:N}/{ticket.Secret}";
}
