using Lakudo.Children.Network;

namespace Lakudo.Web.Children.Network;

/// <summary>How the network is read on its pages.</summary>
internal static class NetworkWords
{
    /// <summary>kader, bidan, ahli gizi.</summary>
    public static string Of(Profession profession) => profession switch { Profession.Cadre => "kader", Profession.Midwife => "bidan", _ => "ahli gizi" };

    /// <summary>What becomes of a line.</summary>
    public static string Of(NetworkFate fate) => fate switch { NetworkFate.New => "baru", NetworkFate.Changed => "berubah", NetworkFate.Same => "sudah ada", _ => "salah" };
}
