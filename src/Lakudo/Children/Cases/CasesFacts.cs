using Lakudo.Kernel;

namespace Lakudo.Children.Cases;

/// <summary>A diagnosis of stunting was written down.</summary>
/// <param name="Subject">The child.</param>
/// <param name="Diagnosis">The diagnosis.</param>
/// <param name="Measurement">The measurement on which it rests.</param>
public sealed record DiagnosisRecorded(Guid Subject, Guid Diagnosis, Guid Measurement) : IFact;

/// <summary>A diagnosis of stunting was taken back; why stands in the row.</summary>
/// <param name="Subject">The child.</param>
/// <param name="Diagnosis">The diagnosis.</param>
public sealed record DiagnosisTakenBack(Guid Subject, Guid Diagnosis) : IFact;

/// <summary>A child was referred.</summary>
/// <param name="Subject">The child.</param>
/// <param name="Referral">The referral.</param>
/// <param name="To">To a puskesmas or hospital.</param>
public sealed record ChildReferred(Guid Subject, Guid Referral, ReferralPlace To) : IFact;

/// <summary>The answer of a referral was written down.</summary>
/// <param name="Subject">The child.</param>
/// <param name="Referral">The referral.</param>
/// <param name="Arrived">Whether the child came there.</param>
public sealed record ReferralAnswered(Guid Subject, Guid Referral, bool Arrived) : IFact;

/// <summary>A letter of referral was printed.</summary>
/// <param name="Subject">The child.</param>
/// <param name="Referral">The referral.</param>
public sealed record ReferralPrinted(Guid Subject, Guid Referral) : IFact;

/// <summary>A case was closed.</summary>
/// <param name="Subject">The child.</param>
/// <param name="Closing">The row that says how it ended.</param>
public sealed record CaseClosed(Guid Subject, Guid Closing) : IFact;

/// <summary>A child is no longer one of its posyandu's; how and why stands in the row.</summary>
/// <param name="Subject">The child.</param>
/// <param name="Leaving">The row.</param>
public sealed record ChildLeft(Guid Subject, Guid Leaving) : IFact;

/// <summary>A child who was said to have left is here after all.</summary>
/// <param name="Subject">The child.</param>
public sealed record LeavingTakenBack(Guid Subject) : IFact;
