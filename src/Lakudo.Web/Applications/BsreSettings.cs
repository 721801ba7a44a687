namespace Lakudo.Web.Applications;

/// <summary>Where and as whom the signing service is reached: the section <c>Bsre</c>. Not a record, so that no log line prints the password.</summary>
public sealed class BsreSettings
{
    /// <summary>The word in <see cref="Address"/> that means the simulator of this very program.</summary>
    public const string Simulator = "simulator";

    /// <summary>Base address of the region's Esign Client Service, or <c>simulator</c>; empty for the installation's own key.</summary>
    public string Address { get; set; } = "";

    /// <summary>User name of the application at the service.</summary>
    public string User { get; set; } = "";

    /// <summary>Password of the application; better in the environment (<c>Bsre__Password</c>) than in a file.</summary>
    public string Password { get; set; } = "";

    /// <summary>Whether a simulator listens at the address, so that documents are marked as having no legal force.</summary>
    public bool Simulated { get; set; }

    /// <summary>Whether the address may be plain HTTP beyond this machine, where passphrases can be read on the way.</summary>
    public bool PlainHttp { get; set; }

    /// <summary>How long an answer is waited for.</summary>
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>Whether the program's own simulator is meant.</summary>
    public bool IsOwnSimulator => string.Equals(Address, Simulator, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the section; null when it names no address.</summary>
    /// <exception cref="InvalidOperationException">It cannot work so; the message says what to change.</exception>
    public static BsreSettings? Read(IConfiguration configuration, bool simulators)
    {
        var read = configuration.GetSection("Bsre").Get<BsreSettings>();
        if (read is null || read.Address.Length == 0) return null;
        if (read.IsOwnSimulator) return simulators ? read : throw new InvalidOperationException("Bsre:Address=simulator perlu Lakudo:Simulators=true.");
        if (!Uri.TryCreate(read.Address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new InvalidOperationException("Bsre:Address bukan alamat http atau https. Contoh: https://esign.kabupaten.go.id/");
        if (uri.Scheme == "http" && !uri.IsLoopback && !read.PlainHttp)
            throw new InvalidOperationException("Bsre:Address memakai http tanpa TLS, jadi frasa sandi terbaca di jaringan. Pakai https, atau Bsre:PlainHttp=true bila jaringannya tertutup.");
        return read.TimeoutSeconds is >= 1 and <= 600 ? read : throw new InvalidOperationException("Bsre:TimeoutSeconds harus 1 sampai 600.");
    }
}
