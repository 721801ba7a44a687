using Lakudo.Applications.Documents;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications.Personal;

/// <summary>How an applicant is taken out of an application, by retention or at the person's request.</summary>
internal static class ErasedApplicant
{
    /// <summary>What stands in the place of the name.</summary>
    internal const string Name = "(data dihapus)";

    /// <summary>Applications that have come to their end; only these are erased.</summary>
    internal static IQueryable<Application> Ended(this IQueryable<Application> all) => all.Where(a => a.State == ApplicationState.HandedOver || a.State == ApplicationState.Rejected);

    /// <summary>The NIK as a screen shows it.</summary>
    internal static string MaskedNik(PersonalData personal, Application application) =>
        application.ErasedAt is null ? Nik.Read(personal.Open(application.NikSealed)).Value.Masked : "–";

    /// <summary>Anonymises applications and takes their files along. All tracked.</summary>
    internal static async Task<Erased> Erase(this LakudoDb db, IReadOnlyList<Application> applications, PersonalData personal, DateTime at, CancellationToken ct)
    {
        var ids = applications.Select(a => a.Id).ToList();
        var withDocument = await db.IssuedDocuments.Where(d => ids.Contains(d.ApplicationId)).Select(d => d.ApplicationId).Distinct().ToListAsync(ct);
        var files = await db.RemoveFiles(ids, ct);
        foreach (var application in applications) application.Anonymise(personal.Seal(Name), personal.Seal(""), withDocument.Contains(application.Id), at);
        return new(applications.Count, files, [.. ids.Select(id => new ApplicantErased(id))]);
    }

    /// <summary>Takes the files of applications out of the database. Answers their names in the vault.</summary>
    internal static async Task<IReadOnlyList<string>> RemoveFiles(this LakudoDb db, IReadOnlyList<Guid> applications, CancellationToken ct)
    {
        var files = await db.ApplicationFiles.Where(f => applications.Contains(f.ApplicationId)).ToListAsync(ct);
        db.ApplicationFiles.RemoveRange(files);
        return [.. files.Select(f => f.StoredName)];
    }
}

/// <summary>Files belong to nothing any more: they are deleted from the disk. Runs again until it is done.</summary>
internal sealed class OnFilesReleased(FileVault vault) : IReaction
{
    public string Fact => nameof(FilesReleased);

    public Task React(int region, Guid message, System.Text.Json.JsonElement data, CancellationToken ct)
    {
        foreach (var name in data.GetProperty(nameof(FilesReleased.Files)).EnumerateArray()) vault.Delete(name.GetString()!);
        return Task.CompletedTask;
    }
}
