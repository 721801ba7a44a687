using System.Globalization;
using Lakudo.Kernel;

namespace Lakudo.Catalogue;

/// <summary>Something that happens in a life and brings people to the hall (<c>data/catalogue/life-events.csv</c>).</summary>
/// <param name="Key">The stable key, for example <c>punya-bayi</c>.</param>
/// <param name="Title">As people say it.</param>
/// <param name="Description">What belongs to it.</param>
/// <param name="Icon">The Bootstrap icon beside it.</param>
/// <param name="Order">The place in lists.</param>
public sealed record LifeEvent(string Key, string Title, string Description, string Icon, int Order)
{
    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<LifeEvent> All { get; } = [.. DataFile.Read("catalogue/life-events.csv", column => new LifeEvent(
        column("key"), column("title"), column("description"), column("icon"), int.Parse(column("order"), CultureInfo.InvariantCulture))).OrderBy(e => e.Order)];

    /// <summary>The one with a key, or null.</summary>
    public static LifeEvent? Find(string key) => All.FirstOrDefault(e => e.Key == key);
}
