using Lakudo.Kernel;

namespace Lakudo.Children.Access;

/// <summary>Somebody looked who had read or changed what is held of a child or posyandu.</summary>
/// <param name="Subject">The child or posyandu.</param>
public sealed record AccessLogRead(Guid Subject) : IFact;
