using Lakudo.Kernel;

namespace Lakudo.Children.Reports;

/// <summary>Somebody saw or printed the month sheet of a posyandu; it names children and pregnant women.</summary>
/// <param name="Subject">The posyandu.</param>
/// <param name="Day">The day of the posyandu that it is for.</param>
/// <param name="OnPaper">Whether it was made to be printed.</param>
/// <param name="Children">How many children stand on it.</param>
/// <param name="Mothers">How many pregnant women.</param>
public sealed record MonthSheetRead(Guid Subject, DateOnly Day, bool OnPaper, int Children, int Mothers) : IFact;
