using System.Runtime.InteropServices.JavaScript;

namespace Lakudo.Posyandu.Phone;

/// <summary>QR frames on the phone's screen (<c>wwwroot/js/show.js</c>); fetched from what is installed when first asked for.</summary>
internal static partial class Screen
{
    private const string Module = "show";
    private static bool _isLoaded;

    public static async Task Load()
    {
        if (_isLoaded) return;
        await JSHost.ImportAsync(Module, "../js/show.js");
        _isLoaded = true;
    }

    /// <summary>Packs a text and splits it; how many frames there are.</summary>
    [JSImport("prepare", Module)]
    public static partial Task<int> Prepare(string text);

    /// <summary>Shows a frame every so many milliseconds; 0 stands still. Gives the number, from 1, of the one on the screen.</summary>
    [JSImport("play", Module)]
    public static partial int Play(int pause);

    /// <summary>Shows the next one and gives its number.</summary>
    [JSImport("step", Module)]
    public static partial int Step();

    /// <summary>Ends the showing, where there is one.</summary>
    public static void Stop()
    {
        if (_isLoaded) End();
    }

    [JSImport("stop", Module)]
    private static partial void End();
}
