using System.Collections.Frozen;
using Lakudo.Catalogue.Search;

namespace Lakudo.Catalogue;

/// <summary>One edition of a region's catalogue. Never changes; the next edition is another.</summary>
public sealed class CatalogueSnapshot
{
    private readonly FrozenDictionary<string, ServiceCard> _byCode;
    private readonly FrozenDictionary<Guid, ServiceCard> _byId;
    private readonly IReadOnlyList<ServiceCard> _public;
    private readonly ServiceIndex _index;

    internal CatalogueSnapshot(long revision, IReadOnlyList<Agency> agencies, IReadOnlyList<Service> services, IReadOnlyList<Requirement> requirements, IReadOnlyList<StandardText> texts)
    {
        Revision = revision;
        Agencies = agencies;
        var agency = agencies.ToDictionary(a => a.Id);
        var asked = requirements.ToLookup(r => r.ServiceId);
        var written = texts.ToLookup(t => t.ServiceId);
        All = [.. services.Select(s => new ServiceCard(s, agency[s.AgencyId], [.. asked[s.Id].OrderBy(r => r.Order)],
            written[s.Id].ToFrozenDictionary(t => t.Part, t => t.Text)))];
        _public = [.. All.Where(card => card.Service.IsPublic)];
        _byCode = All.ToFrozenDictionary(card => card.Service.Code, StringComparer.OrdinalIgnoreCase);
        _byId = All.ToFrozenDictionary(card => card.Service.Id);
        _index = new([.. _public.Select(card => card.ForSearch())], Synonyms.Standard);
    }

    /// <summary>How often the catalogue had changed when this was read.</summary>
    public long Revision { get; }

    /// <summary>All agencies, in order of their numbers.</summary>
    public IReadOnlyList<Agency> Agencies { get; }

    /// <summary>All services, also those the public does not see yet.</summary>
    public IReadOnlyList<ServiceCard> All { get; }

    /// <summary>The services the public sees, in order of their codes.</summary>
    public IReadOnlyList<ServiceCard> Public => _public;

    /// <summary>A service by code or id, also one that is not public; null when there is none.</summary>
    public ServiceCard? Find(string codeOrId) => _byCode.GetValueOrDefault(codeOrId) ?? (Guid.TryParse(codeOrId, out var id) ? _byId.GetValueOrDefault(id) : null);

    /// <summary>A service by id, also one that is not public; null when there is none.</summary>
    public ServiceCard? Find(Guid id) => _byId.GetValueOrDefault(id);

    /// <summary>The public services that answer a query, best first.</summary>
    public IReadOnlyList<ServiceCard> Search(string query, int most) => [.. _index.Find(query, most).Select(place => _public[place])];
}
