using System.Net.Sockets;
using Lakudo.Kernel;
using Lakudo.Web.Host;
using Renci.SshNet;
using Renci.SshNet.Common;

namespace Lakudo.Web.Backups;

/// <summary>
/// A folder of another machine, reached by SFTP with a key. The machine's own key is remembered the first time and must be the same ever after; what it holds is
/// encrypted before it leaves, so that it is trusted with keeping, not with reading.
/// </summary>
internal sealed class SftpPlace : IArchivePlace
{
    private const string Pins = "backup-hosts";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly SftpClient _client;
    private readonly Uri _address;

    private SftpPlace(SftpClient client, Uri address) => (_client, _address) = (client, address);

    /// <summary>Whether an address of another machine is meant and not a folder.</summary>
    internal static bool IsMeant(string folder) => folder.StartsWith("sftp://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Goes there. Refused with B-028 to B-031.</summary>
    internal static Outcome<IArchivePlace> Connect(string folder, BackupSettings backup, KeyFiles keys)
    {
        if (!Uri.TryCreate(folder, UriKind.Absolute, out var address) || address.UserInfo.Length == 0 || address.UserInfo.Contains(':', StringComparison.Ordinal) || address.AbsolutePath.Length < 2) return BackupRefusals.SftpAddressWrong.With(folder);
        var keyFile = backup.SftpKey.Length > 0 ? backup.SftpKey : keys.PathOf("backup-sftp.key");
        SftpClient client;
        try
        {
            client = new SftpClient(new Renci.SshNet.ConnectionInfo(address.Host, address.Port > 0 ? address.Port : 22, Uri.UnescapeDataString(address.UserInfo), new PrivateKeyAuthenticationMethod(Uri.UnescapeDataString(address.UserInfo), new PrivateKeyFile(keyFile))) { Timeout = Patience });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SshException)
        {
            return BackupRefusals.SftpKeyMissing.With(keyFile);
        }

        client.OperationTimeout = Patience;
        var host = $"{address.Host}:{client.ConnectionInfo.Port}";
        var known = Known(keys, host);
        string? shown = null;
        client.HostKeyReceived += (_, e) => e.CanTrust = (shown = $"SHA256:{e.FingerPrintSHA256}") == (known ?? shown);
        try
        {
            client.Connect();
            if (known is null) Remember(keys, host, shown!);
            if (client.Exists(Uri.UnescapeDataString(address.AbsolutePath))) return new SftpPlace(client, address);
            client.Dispose();
            return BackupRefusals.SftpUnreachable.With(host, $"map {address.AbsolutePath} tidak ada");
        }
        catch (Exception e) when (e is SshException or SocketException or IOException or ObjectDisposedException)
        {
            client.Dispose();
            return known is not null && shown is not null && shown != known
                ? BackupRefusals.HostKeyChanged.With(host, known, shown, keys.PathOf(Pins))
                : BackupRefusals.SftpUnreachable.With(host, e.Message);
        }
    }

    /// <inheritdoc />
    public string PathOf(string name) => $"{_address.AbsoluteUri.TrimEnd('/')}/{name}";

    /// <inheritdoc />
    public IReadOnlyList<string> Names() => [.. _client.ListDirectory(Folder).Where(f => f.IsRegularFile).Select(f => f.Name)];

    /// <inheritdoc />
    public Stream Create(string name) => _client.Open(At(name), FileMode.CreateNew, FileAccess.Write);

    /// <inheritdoc />
    public Stream Open(string name) => _client.Open(At(name), FileMode.Open, FileAccess.Read);

    /// <inheritdoc />
    public void Rename(string from, string to) => _client.RenameFile(At(from), At(to));

    /// <inheritdoc />
    public void Delete(string name)
    {
        if (_client.Exists(At(name))) _client.DeleteFile(At(name));
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private string Folder => Uri.UnescapeDataString(_address.AbsolutePath).TrimEnd('/');

    private string At(string name) => $"{Folder}/{name}";

    /// <summary>The fingerprint of the first time; lines of host and fingerprint.</summary>
    private static string? Known(KeyFiles keys, string host) => !File.Exists(keys.PathOf(Pins)) ? null
        : File.ReadLines(keys.PathOf(Pins)).Select(l => l.Split(' ')).FirstOrDefault(l => l.Length == 2 && l[0] == host)?[1];

    private static void Remember(KeyFiles keys, string host, string fingerprint)
    {
        if (!File.Exists(keys.PathOf(Pins))) keys.Write(Pins, []);
        File.AppendAllText(keys.PathOf(Pins), $"{host} {fingerprint}\n");
    }
}
