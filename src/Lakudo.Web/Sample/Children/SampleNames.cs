namespace Lakudo.Web.Sample.Children;

/// <summary>Names as they are given on Buton, put together by chance; nobody is meant.</summary>
internal static class SampleNames
{
    private static readonly string[] Girls =
    [
        "Rini", "Sitti Aisyah", "Nur Hidayah", "Fitri", "Asmawati", "Zahra", "Hasnia", "Ratna", "Nurlia", "Salma", "Rahmi", "Yuliana", "Mutiara", "Nabila", "Safira", "Azzahra", "Khadijah", "Aulia", "Rismawati", "Halimah",
    ];

    private static readonly string[] Boys =
    [
        "Rahman", "Muhammad Fajar", "Ahmad", "Iksan", "Syahrul", "Aditya", "Rizki", "Hamid", "Fadil", "Arman", "Ilham", "Yusuf", "Rafa", "Zulkifli", "Anwar", "Hasan", "Alif", "Ridwan", "Farel", "Abdul Rahim",
    ];

    private static readonly string[] Women =
    [
        "Wa Ani", "Wa Ida", "Wa Ode Sari", "Wa Ode Nurlian", "Wa Sumi", "Wa Ode Hasna", "Wa Tina", "Wa Ode Marlina", "Wa Lina", "Wa Ode Rosmi", "Wa Siti", "Wa Ode Fatima", "Wa Mina", "Wa Ode Yuni", "Wa Hana", "Wa Ode Asni",
    ];

    private static readonly string[] Second = ["", "", "Hasan", "Rahim", "Saleh", "Yusuf", "Idris", "Amin", "Latif", "Husen"];

    /// <summary>A woman's name.</summary>
    internal static string Woman(Random chance) => (Women[chance.Next(Women.Length)] + " " + Second[chance.Next(Second.Length)]).TrimEnd();

    /// <summary>A child's name.</summary>
    internal static string Child(bool isGirl, Random chance)
    {
        var title = isGirl ? chance.Next(10) switch { < 2 => "Wa Ode ", < 5 => "Wa ", _ => "" } : chance.Next(10) switch { < 2 => "La Ode ", < 5 => "La ", _ => "" };
        return title + (isGirl ? Girls[chance.Next(Girls.Length)] : Boys[chance.Next(Boys.Length)]);
    }
}
