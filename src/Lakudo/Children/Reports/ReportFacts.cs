using Lakudo.Kernel;

namespace Lakudo.Children.Reports;

/// <summary>Somebody saw or printed the month sheet of a posyandu; it names children and pregnant women.</summary>
/// <param name="Subject">The posyandu.</param>
/// <param name="Day">The day of the posyandu that it is for.</param>
/// <param name="OnPaper">Whether it was made to be printed.</param>
/// <param name="Children">How many children stand on it.</param>
/// <param name="Mothers">How many pregnant women.</param>
public sealed record MonthSheetRead(Guid Subject, DateOnly Day, bool OnPaper, int Children, int Mothers) : IFact;

/// <summary>Somebody took the measurements of a posyandu's children out as a sheet for e-PPGBM, with their NIK.</summary>
/// <param name="Subject">The posyandu.</param>
/// <param name="From">The first day of what was measured.</param>
/// <param name="Until">The last day.</param>
/// <param name="Children">How many children.</param>
/// <param name="Measurements">How many measurements.</param>
public sealed record EppgbmSheetMade(Guid Subject, DateOnly From, DateOnly Until, int Children, int Measurements) : IFact;
