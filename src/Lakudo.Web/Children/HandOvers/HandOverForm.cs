using Lakudo.Children.Phones;

namespace Lakudo.Web.Children.HandOvers;

/// <summary>What the page of hand-overs sends.</summary>
public sealed class HandOverForm
{
    /// <summary>The cadre's file, or what was read from the screen of her phone.</summary>
    public IFormFile? File { get; set; }

    /// <summary>How it came.</summary>
    public HandOverWay Way { get; set; }
}
