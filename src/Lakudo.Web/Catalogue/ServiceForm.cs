using System.Globalization;
using Lakudo.Calendar;
using Lakudo.Catalogue;
using Lakudo.Kernel;

namespace Lakudo.Web.Catalogue;

/// <summary>A service as its edit form shows and sends it: texts as they were typed, so that a refused form keeps them.</summary>
public sealed class ServiceForm
{
    public int Revision { get; set; }

    public string? Name { get; set; }

    public string? Category { get; set; }

    public string? LegalBasis { get; set; }

    public string? Promise { get; set; }

    public string? Unit { get; set; }

    public string? Fee { get; set; }

    public string? Output { get; set; }

    public string? Issues { get; set; }

    public string? Source { get; set; }

    public string? Notes { get; set; }

    /// <summary>One requirement a line.</summary>
    public string? Requirements { get; set; }

    public string[]? Events { get; set; }

    /// <summary>The written parts by their number in the regulation.</summary>
    public Dictionary<int, string>? Texts { get; set; }

    /// <summary>The form of a service as it stands.</summary>
    public static ServiceForm Of(ServiceCard card) => new()
    {
        Revision = card.Service.Revision,
        Name = card.Service.Name,
        Category = card.Service.Category,
        LegalBasis = card.Service.LegalBasis,
        Promise = card.Service.PromiseAmount.ToString(CultureInfo.InvariantCulture),
        Unit = card.Service.PromiseUnit.ToString(),
        Fee = card.Service.FeeIdr?.ToString(CultureInfo.InvariantCulture),
        Output = card.Service.Output,
        Issues = card.Service.WhoIssues.Word(),
        Source = card.Service.Source,
        Notes = card.Service.Notes,
        Requirements = string.Join('\n', card.Requirements.Select(r => r.Text)),
        Events = [.. card.LifeEvents.Select(e => e.Key)],
        Texts = card.Texts.ToDictionary(t => (int)t.Key, t => t.Value),
    };

    /// <summary>The verb's command, or L-010 where a number is none.</summary>
    public Outcome<EditService.Command> Command(ServiceCard card)
    {
        if (!int.TryParse(Promise?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var amount) || !Enum.TryParse<TimeUnit>(Unit, out var unit))
        {
            return CatalogueRefusals.FieldWrong.With("Waktu layanan harus angka bulat, 0 untuk selesai ditunggu.");
        }

        // People write Rp75.000; dots and the sign say nothing.
        var digits = (Fee ?? "").Replace("Rp", "", StringComparison.OrdinalIgnoreCase).Replace(".", "", StringComparison.Ordinal).Trim();
        if (digits.Length > 0 && !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return CatalogueRefusals.FieldWrong.With("Biaya harus rupiah bulat, 0 untuk gratis, kosong bila menurut rumus.");
        }

        long? fee = digits.Length == 0 ? null : long.Parse(digits, CultureInfo.InvariantCulture);
        var fields = new ServiceFields(Text(Name), Text(Category), Text(LegalBasis), new(amount, unit), fee, Text(Output),
            WhoIssuesWords.Read(Issues ?? "") ?? WhoIssues.Referral, Events ?? [], Text(Source), card.Service.Confidence, Text(Notes));
        return new EditService.Command(card.Service.Id, Revision, fields, (Requirements ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            (Texts ?? []).Where(t => Enum.IsDefined((StandardPart)t.Key)).ToDictionary(t => (StandardPart)t.Key, t => t.Value ?? ""));
    }

    private static string Text(string? typed) => (typed ?? "").Trim();
}
