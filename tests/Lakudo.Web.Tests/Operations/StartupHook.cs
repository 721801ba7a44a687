using Lakudo.Web.Tests.Operations;

/// <summary>
/// Called by .NET before the program itself where <c>DOTNET_STARTUP_HOOKS</c> names this assembly: draws one PDF as the first
/// deed of a process, and ends. .NET finds the class by this name, without a namespace.
/// </summary>
internal static class StartupHook
{
    /// <summary>The kind and the file to write, as <c>KIND=PATH</c>.</summary>
    internal const string Wanted = "LAKUDO_FIRST_PDF";

    /// <summary>Draws what the environment asks for.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Wanted)?.Split('=', 2) is not [var kind, var path]) return;
        File.WriteAllBytes(path, PdfKinds.Draw(kind));
        Environment.Exit(0);
    }
}
