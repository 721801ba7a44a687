using Lakudo.Kernel;
using Lakudo.Notifications;

namespace Lakudo.Children.Reminders;

/// <summary>A family agreed to be reminded at a telephone number or mailbox, or gave another.</summary>
/// <param name="Subject">The child at whose page it was given.</param>
/// <param name="Mother">The family.</param>
/// <param name="Kind">Telephone or mailbox; never which.</param>
/// <param name="ByFamily">Whether the family did it itself, confirmed by a code.</param>
public sealed record ReminderContactGiven(Guid Subject, Guid Mother, ContactKind Kind, bool ByFamily) : IFact;

/// <summary>A family wants no more reminders.</summary>
/// <param name="Subject">The child at whose page it was said.</param>
/// <param name="Mother">The family.</param>
/// <param name="ByFamily">Whether the family did it itself.</param>
public sealed record ReminderContactEnded(Guid Subject, Guid Mother, bool ByFamily) : IFact;

/// <summary>Reminders of a posyandu's day were written.</summary>
/// <param name="Subject">The posyandu.</param>
/// <param name="Day">Its day.</param>
/// <param name="Families">How many families.</param>
public sealed record RemindersWritten(Guid Subject, DateOnly Day, int Families) : IFact;

/// <summary>Reminders of a posyandu came to an end.</summary>
/// <param name="Subject">The posyandu.</param>
/// <param name="Sent">How many left.</param>
/// <param name="Failed">How many did not and will not.</param>
/// <param name="Cancelled">How many were not to go out any more.</param>
public sealed record RemindersSettled(Guid Subject, int Sent, int Failed, int Cancelled) : IFact;
