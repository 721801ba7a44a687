using Lakudo.Kernel;

namespace Lakudo.Feedback;

/// <summary>Somebody answered the survey of a service. No application, no answer, no row: the journal must not lead from one to the other.</summary>
/// <param name="Subject">The service.</param>
public sealed record SurveyAnswered(Guid Subject) : IFact;

/// <summary>Waiting answers were taken out of the box together and can be counted.</summary>
/// <param name="Subject">The service; all zeros where answers of several services of an agency were opened without their service.</param>
/// <param name="Agency">The agency.</param>
/// <param name="Answers">How many; never fewer than five.</param>
public sealed record SurveyBoxOpened(Guid Subject, int Agency, int Answers) : IFact;
