using Lakudo.Calendar;
using Lakudo.Kernel;

namespace Lakudo.Catalogue;

/// <summary>What of a service a file or a form can say.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Category">Its category; some are never issued locally.</param>
/// <param name="LegalBasis">The rules it stands on; may be empty, and then a part is missing.</param>
/// <param name="Promise">How long from a complete file.</param>
/// <param name="FeeIdr">Whole Rupiah, 0 for free, null when it follows a formula or a local rule.</param>
/// <param name="Output">What one gets.</param>
/// <param name="WhoIssues">Who makes it.</param>
/// <param name="LifeEvents">Keys of life events, in order.</param>
/// <param name="Source">Where this was read.</param>
/// <param name="Confidence">high, medium, low, or empty.</param>
/// <param name="Notes">What else to know; with no fee, how it is reckoned.</param>
public sealed record ServiceFields(
    string Name, string Category, string LegalBasis, TimePromise Promise, long? FeeIdr, string Output, WhoIssues WhoIssues,
    IReadOnlyList<string> LifeEvents, string Source, string Confidence, string Notes);

/// <summary>A kind of service of an agency, with what its standard says. Its id is stable: tickets, files and other regions refer to it.</summary>
public sealed class Service : IRegional
{
    private Service()
    {
    }

    internal Service(int regionId, Guid id, int agencyId, string code, bool isSample, ServiceFields fields)
    {
        (RegionId, Id, AgencyId, Code, IsSample) = (regionId, id, agencyId, code, isSample);
        Set(fields);
    }

    /// <inheritdoc />
    public int RegionId { get; private set; }

    /// <summary>The stable id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The agency that offers it.</summary>
    public int AgencyId { get; private set; }

    /// <summary>The region's own code, for example <c>DKC-001</c>; stands in addresses.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The category.</summary>
    public string Category { get; private set; } = "";

    /// <summary>The rules it stands on.</summary>
    public string LegalBasis { get; private set; } = "";

    /// <summary>How many of <see cref="PromiseUnit"/> are promised from a complete file.</summary>
    public int PromiseAmount { get; private set; }

    /// <summary>What the promise is counted in.</summary>
    public TimeUnit PromiseUnit { get; private set; }

    /// <summary>Whole Rupiah; null when it follows a formula or a local rule.</summary>
    public long? FeeIdr { get; private set; }

    /// <summary>What one gets.</summary>
    public string Output { get; private set; } = "";

    /// <summary>Who makes it.</summary>
    public WhoIssues WhoIssues { get; private set; }

    /// <summary>Keys of life events, separated by <c>;</c>.</summary>
    public string LifeEvents { get; private set; } = "";

    /// <summary>Where this was read.</summary>
    public string Source { get; private set; } = "";

    /// <summary>high, medium, low, or empty.</summary>
    public string Confidence { get; private set; } = "";

    /// <summary>What else to know.</summary>
    public string Notes { get; private set; } = "";

    /// <summary>Whether it is part of the sample and shown as <em>contoh</em>.</summary>
    public bool IsSample { get; private set; }

    /// <summary>The day its agency confirmed it; null while it has not.</summary>
    public DateOnly? ConfirmedOn { get; private set; }

    /// <summary>The account that confirmed it.</summary>
    public Guid? ConfirmedBy { get; private set; }

    /// <summary>Number and date of the decree that sets the standard.</summary>
    public string? Decree { get; private set; }

    /// <summary>Rises with every change; a form that was opened before is refused.</summary>
    public int Revision { get; private set; }

    /// <summary>The promise.</summary>
    public TimePromise Promise => new(PromiseAmount, PromiseUnit);

    /// <summary>Everything a file or form can say of it.</summary>
    public ServiceFields Fields => new(Name, Category, LegalBasis, Promise, FeeIdr, Output, WhoIssues,
        LifeEvents.Split(';', StringSplitOptions.RemoveEmptyEntries), Source, Confidence, Notes);

    /// <summary>Whether the public sees it: the sample in a sample region, everything else once its agency has confirmed it.</summary>
    public bool IsPublic => IsSample || ConfirmedOn is not null;

    internal void Set(ServiceFields fields)
    {
        (Name, Category, LegalBasis, Output, Source, Confidence, Notes) =
            (fields.Name, fields.Category, fields.LegalBasis, fields.Output, fields.Source, fields.Confidence, fields.Notes);
        (PromiseAmount, PromiseUnit, FeeIdr, WhoIssues) = (fields.Promise.Amount, fields.Promise.Unit, fields.FeeIdr, fields.WhoIssues);
        LifeEvents = string.Join(';', fields.LifeEvents);
        Revision++;
    }

    /// <summary>Notes a change of requirements or standard texts, which lie in rows of their own.</summary>
    internal void Touch() => Revision++;

    internal Refusal? Confirm(Guid by, DateOnly on, string decree)
    {
        if (ConfirmedOn is not null)
        {
            return CatalogueRefusals.AlreadyConfirmed.With(ConfirmedOn.Value.ToString("d MMMM yyyy", Formats.Indonesian));
        }

        (ConfirmedBy, ConfirmedOn, Decree, IsSample) = (by, on, decree, false);
        Revision++;
        return null;
    }
}
