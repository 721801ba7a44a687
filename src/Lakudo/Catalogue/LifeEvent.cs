using System.Globalization;
using Lakudo.Kernel;

namespace Lakudo.Catalogue;

/// <summary>Something that happens in a life and brings people to the hall (<c>data/catalogue/life-events.csv</c>).</summary>
/// <param name="Key">The stable key, for example <c>punya-bayi</c>.</param>
/// <param name="Title">As people say it.</param>
/// <param name="Description">What belongs to it.</param>
/// <param name="Icon">The Bootstrap icon beside it.</param>
/// <param name="Order">The place in lists.</param>
/// <param name="First">Codes of the services that come first, in the order in which people need them.</param>
public sealed record LifeEvent(string Key, string Title, string Description, string Icon, int Order, IReadOnlyList<string> First)
{
    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<LifeEvent> All { get; } = [.. DataFile.Read("catalogue/life-events.csv", column => new LifeEvent(
        column("key"), column("title"), column("description"), column("icon"), int.Parse(column("order"), CultureInfo.InvariantCulture), column("first").Split(';'))).OrderBy(e => e.Order)];

    /// <summary>Where a service stands among those of this event: the named ones first, then the others as they come.</summary>
    public int PlaceOf(string code)
    {
        for (var place = 0; place < First.Count; place++)
        {
            if (First[place] == code)
            {
                return place;
            }
        }

        return First.Count;
    }

    /// <summary>The one with a key, or null.</summary>
    public static LifeEvent? Find(string key) => All.FirstOrDefault(e => e.Key == key);
}
