using Lakudo.Children.Network;
using Lakudo.Field;

namespace Lakudo.Children.Reports;

/// <summary>A child on the month sheet.</summary>
/// <param name="Number">Its number on paper and in the grid, from 1 in the order of names.</param>
/// <param name="Due">The child with what is due on the day.</param>
/// <param name="Weighed">A weighing of the same month that counts; null where there is none yet.</param>
/// <param name="Vaccines">The immunisations of its age that are not noted as given, the earliest first.</param>
public sealed record SheetRow(int Number, DueChild Due, PastMeasurement? Weighed, IReadOnlyList<Vaccine> Vaccines);

/// <summary>A pregnant woman on the month sheet.</summary>
/// <param name="Number">Her number, from 1.</param>
/// <param name="Pregnancy">As the field knows her.</param>
/// <param name="Reading">What her visits say on the day.</param>
/// <param name="Visited">A visit of the same month; null where there is none yet.</param>
public sealed record SheetMother(int Number, FieldPregnancy Pregnancy, PregnancyReading Reading, PregnancyVisit? Visited);

/// <summary>Somebody who may have measured at this posyandu.</summary>
/// <param name="Id">The health worker.</param>
/// <param name="Name">The name.</param>
/// <param name="Profession">Cadre, midwife or nutritionist.</param>
public sealed record SheetMeasurer(Guid Id, string Name, Profession Profession);
