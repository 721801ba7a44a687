using System.Diagnostics;
using Lakudo.Kernel;

namespace Lakudo.Web.Tests.Backups;

/// <summary>OpenSSH's own server on a loopback port, for one test: a key of its own, one user's key allowed, nothing but SFTP.</summary>
internal sealed class SshServer : IDisposable
{
    private readonly string _folder;
    private Process? _process;

    public SshServer(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
        Directory.CreateDirectory(Archives);
        Run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", UserKey);
        NewHostKey();
        File.Copy(UserKey + ".pub", Path.Combine(folder, "allowed"));
        // The directory sshd locks itself into while it checks a key; the system's start makes it, a test's machine may never have started it.
        if (Environment.UserName == "root") Directory.CreateDirectory("/run/sshd", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        Start();
    }

    public int Port { get; } = LoopbackPort.Free();

    public string UserKey => Path.Combine(_folder, "user");

    /// <summary>Where the archives lie on that machine.</summary>
    public string Archives => Path.Combine(_folder, "arsip");

    public string Address => $"sftp://{Environment.UserName}@127.0.0.1:{Port}{Archives}";

    /// <summary>Becomes another machine under the same address.</summary>
    public void Reinstall()
    {
        Stop();
        NewHostKey();
        Start();
    }

    public void Stop()
    {
        _process?.Kill(entireProcessTree: true);
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    public void Dispose() => Stop();

    private void Start()
    {
        Assert.True(File.Exists("/usr/sbin/sshd") && File.Exists("/usr/lib/openssh/sftp-server"), "OpenSSH's server is missing: install the package 'openssh-server'. This test needs it and is not skipped.");
        File.WriteAllLines(Path.Combine(_folder, "config"),
        [
            $"ListenAddress 127.0.0.1:{Port}", $"HostKey {Path.Combine(_folder, "host")}", $"AuthorizedKeysFile {Path.Combine(_folder, "allowed")}", $"PidFile {Path.Combine(_folder, "pid")}",
            "UsePAM no", "StrictModes no", "PasswordAuthentication no", "PermitRootLogin prohibit-password", "Subsystem sftp /usr/lib/openssh/sftp-server",
        ]);
        _process = Process.Start(new ProcessStartInfo("/usr/sbin/sshd", ["-D", "-e", "-f", Path.Combine(_folder, "config")]) { RedirectStandardError = true })!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        Assert.True(SpinWait.SpinUntil(() => Listens(), TimeSpan.FromSeconds(10)), "sshd does not listen.");
    }

    private bool Listens()
    {
        try
        {
            using var tcp = new System.Net.Sockets.TcpClient("127.0.0.1", Port);
            return true;
        }
        catch (System.Net.Sockets.SocketException)
        {
            Thread.Sleep(50);
            return false;
        }
    }

    private void NewHostKey()
    {
        File.Delete(Path.Combine(_folder, "host"));
        Run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", Path.Combine(_folder, "host"));
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
