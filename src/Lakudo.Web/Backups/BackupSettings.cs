namespace Lakudo.Web.Backups;

/// <summary>The section <c>Backup</c> of the configuration.</summary>
public sealed class BackupSettings
{
    /// <summary>Where archives go every night; empty for no nightly backup. A USB stick or a mounted share is a folder; another machine is <c>sftp://user@host:port/folder</c>. It must exist: a stick that is not there is an error, not a new folder.</summary>
    public string Folder { get; set; } = "";

    /// <summary>The private key for <c>sftp://</c> (OpenSSH or PEM, without a password); when empty, <c>backup-sftp.key</c> in the folder of keys.</summary>
    public string SftpKey { get; set; } = "";

    /// <summary>The time of day from which the nightly backup is due, by the machine's own zone. One that was missed is made when the program runs again.</summary>
    public TimeOnly At { get; set; } = new(1, 30);

    /// <summary>Reads the section.</summary>
    public static BackupSettings Read(IConfiguration configuration) => configuration.GetSection("Backup").Get<BackupSettings>() ?? new();
}

/// <summary>What backups need.</summary>
public static class BackupServices
{
    /// <summary>Registers them.</summary>
    public static void AddBackups(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(BackupSettings.Read(configuration));
        services.AddSingleton<BackupReport>();
        services.AddScoped<MakeBackup>();
        services.AddScoped<UpgradeDatabase>();
    }
}
