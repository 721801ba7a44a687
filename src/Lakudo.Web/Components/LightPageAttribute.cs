namespace Lakudo.Web.Components;

/// <summary>A page that needs no script at all: read over slow links and on old phones.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LightPageAttribute : Attribute;
