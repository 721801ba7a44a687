using Lakudo.Applications.Documents;
using Lakudo.Kernel;

namespace Lakudo.Applications.Files;

/// <summary>A file handed in with an application, for one of the requirements. A later one for the same requirement stands beside it; none is overwritten.</summary>
internal sealed class ApplicationFile : IOfAgency
{
    /// <summary>How many files one application may hold: twenty requirements, each sent twice.</summary>
    internal const int Most = 40;

    private ApplicationFile()
    {
    }

    internal ApplicationFile(Application application, Guid id, Guid requirement, StoredUpload upload, bool byStaff, DateTime at)
    {
        (RegionId, Id, AgencyId, ApplicationId, RequirementId) = (application.RegionId, id, application.AgencyId, application.Id, requirement);
        (StoredName, Kind, Bytes, Hash, ByStaff, At) = (upload.StoredName, upload.Kind, upload.Bytes, upload.Hash, byStaff, at);
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public int AgencyId { get; private set; }

    public Guid ApplicationId { get; private set; }

    public Guid RequirementId { get; private set; }

    /// <summary>Its name in the vault.</summary>
    public string StoredName { get; private set; } = "";

    public UploadKind Kind { get; private set; }

    public int Bytes { get; private set; }

    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Whether staff put it in, for example a scan made at the counter.</summary>
    public bool ByStaff { get; private set; }

    public DateTime At { get; private set; }
}
