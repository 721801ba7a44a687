using Lakudo.Catalogue.Search;

namespace Lakudo.Catalogue;

/// <summary>A service with everything that is known of it.</summary>
/// <param name="Service">The service itself.</param>
/// <param name="Agency">Who offers it.</param>
/// <param name="Requirements">What to bring, in order.</param>
/// <param name="Texts">The written parts of its standard.</param>
public sealed record ServiceCard(Service Service, Agency Agency, IReadOnlyList<Requirement> Requirements, IReadOnlyDictionary<StandardPart, string> Texts)
{
    /// <summary>The parts of the standard that are filled.</summary>
    public IReadOnlyList<StandardPart> Complete { get; } = [.. StandardParts.All.Where(part => part switch
    {
        StandardPart.Requirements => Requirements.Count > 0,
        StandardPart.Time => true,
        StandardPart.Fee => Service.FeeIdr is not null || Service.Notes.Length > 0,
        StandardPart.Product => Service.Output.Length > 0,
        StandardPart.LegalBasis => Service.LegalBasis.Length > 0,
        _ => Texts.ContainsKey(part),
    })];

    /// <summary>How far the standard is, as shown: <c>6 dari 14 lengkap</c>.</summary>
    public string Completeness => $"{Complete.Count} dari {StandardParts.Count} lengkap";

    /// <summary>The life events it belongs to.</summary>
    public IReadOnlyList<LifeEvent> LifeEvents { get; } = [.. Service.Fields.LifeEvents.Select(LifeEvent.Find).OfType<LifeEvent>()];

    /// <summary>What is said of the fee: <c>Gratis</c>, <c>Rp75.000</c>, or that it follows a rule.</summary>
    public string Fee => Service.FeeIdr switch
    {
        0 => "Gratis",
        { } fee => new Kernel.Rupiah(fee).ToString(),
        null => "Menurut ketentuan",
    };

    internal SearchEntry ForSearch() => new(Service.Name, Service.Output, $"{Agency.Name} {Agency.ShortName}",
        $"{Service.Category} {string.Join(' ', LifeEvents.Select(e => e.Title))}", string.Join(' ', Requirements.Select(r => r.Text)));
}
