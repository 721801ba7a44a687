using Lakudo.Kernel;

namespace Lakudo.Children.Consent;

/// <summary>What is held of a child was corrected; what stood before is kept beside the child.</summary>
/// <param name="Subject">The child.</param>
/// <param name="Fields">Which parts.</param>
public sealed record ChildCorrected(Guid Subject, IReadOnlyList<CorrectedField> Fields) : IFact;

/// <summary>The mother or guardian took her consent back: nothing is done with the child's record any more.</summary>
/// <param name="Subject">The child.</param>
public sealed record ConsentWithdrawn(Guid Subject) : IFact;

/// <summary>The mother or guardian agreed again before the record was erased.</summary>
/// <param name="Subject">The child.</param>
public sealed record ConsentGivenAgain(Guid Subject) : IFact;

/// <summary>The children of a posyandu whose consent was withdrawn were listed, by number.</summary>
/// <param name="Subject">The posyandu.</param>
/// <param name="Children">How many.</param>
public sealed record WithdrawnListed(Guid Subject, int Children) : IFact;
