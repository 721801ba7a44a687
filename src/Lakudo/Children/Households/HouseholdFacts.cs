using Lakudo.Kernel;

namespace Lakudo.Children.Households;

/// <summary>A household was opened.</summary>
/// <param name="Subject">The household.</param>
/// <param name="Members">How many mothers and children belong to it.</param>
public sealed record HouseholdOpened(Guid Subject, int Members) : IFact;

/// <summary>A mother or child belongs to a household from now on.</summary>
/// <param name="Subject">The child; for a mother the household, because a mother often has the id of her first child.</param>
/// <param name="Person">Who.</param>
/// <param name="Household">The household.</param>
public sealed record HouseholdJoined(Guid Subject, HouseholdPerson Person, Guid Household) : IFact
{
    internal static HouseholdJoined Of(HouseholdPerson person, Guid household) => new(person.Kind == MemberKind.Child ? person.Id : household, person, household);
}

/// <summary>A mother or child no longer belongs to a household; why stands in the row's own column.</summary>
/// <param name="Subject">The child; for a mother the household.</param>
/// <param name="Person">Who.</param>
/// <param name="Household">The household that they left.</param>
public sealed record HouseholdLeft(Guid Subject, HouseholdPerson Person, Guid Household) : IFact
{
    internal static HouseholdLeft Of(HouseholdPerson person, Guid household) => new(person.Kind == MemberKind.Child ? person.Id : household, person, household);
}

/// <summary>Two households turned out to be one.</summary>
/// <param name="Subject">The one that stays.</param>
/// <param name="Other">The one whose members joined it.</param>
/// <param name="Members">How many joined.</param>
public sealed record HouseholdsUnited(Guid Subject, Guid Other, int Members) : IFact;

/// <summary>A household's number was written down or corrected; what stood before is sealed beside it.</summary>
/// <param name="Subject">The household.</param>
/// <param name="IsCorrection">Whether it had another number.</param>
public sealed record HouseholdNumberSet(Guid Subject, bool IsCorrection) : IFact;

/// <summary>Where a household lives was written down anew.</summary>
/// <param name="Subject">The household.</param>
public sealed record HouseholdPlaced(Guid Subject) : IFact;

/// <summary>Somebody opened a household's page.</summary>
/// <param name="Subject">The household.</param>
/// <param name="Children">How many of its children were shown.</param>
public sealed record HouseholdRead(Guid Subject, int Children) : IFact;

/// <summary>Somebody saw a household's whole number.</summary>
/// <param name="Subject">The household.</param>
public sealed record HouseholdNumberRevealed(Guid Subject) : IFact;

/// <summary>Somebody looked for a number.</summary>
/// <param name="Subject">The household that was found; nothing where none was.</param>
public sealed record HouseholdSought(Guid Subject) : IFact;

/// <summary>A file's family card numbers were entered.</summary>
/// <param name="Subject">The trial.</param>
/// <param name="Opened">Households that are new.</param>
/// <param name="Numbered">Households whose number became known.</param>
/// <param name="Members">Mothers and children who belong to a household from now on.</param>
public sealed record HouseholdsImported(Guid Subject, int Opened, int Numbered, int Members) : IFact;
