using Lakudo.Applications.Documents;
using Lakudo.Kernel;

namespace Lakudo.Applications;

/// <summary>Where a numbered document stands. A number that was given stays, whatever becomes of it.</summary>
public enum DocumentState
{
    /// <summary>Numbered, not signed.</summary>
    Numbered,

    /// <summary>Signed, by certificate or on paper.</summary>
    Signed,

    /// <summary>The number was voided before a signature: <em>batal</em>.</summary>
    Voided,

    /// <summary>Signed once, no longer in force.</summary>
    Revoked,
}

/// <summary>One row of the number register, with what the document says (sealed) and the file that was signed.</summary>
internal sealed class IssuedDocument : IOfAgency
{
    private IssuedDocument()
    {
    }

    internal IssuedDocument(Application application, Guid id, int year, int sequence, string code, bool isSample)
    {
        (RegionId, Id, AgencyId, ServiceId, ApplicationId) = (application.RegionId, id, application.AgencyId, application.ServiceId, application.Id);
        (Year, Sequence, Code, IsSample) = (year, sequence, code, isSample);
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public int AgencyId { get; private set; }

    public Guid ServiceId { get; private set; }

    public Guid ApplicationId { get; private set; }

    public int Year { get; private set; }

    /// <summary>The place in the register of its service and year, from 1 without a gap.</summary>
    public int Sequence { get; private set; }

    public string Code { get; private set; } = "";

    public bool IsSample { get; private set; }

    public DocumentState State { get; private set; }

    public byte[] ContentSealed { get; private set; } = [];

    public string ContentHash { get; private set; } = "";

    public DateOnly IssuedOn { get; private set; }

    public DateOnly? ValidUntil { get; private set; }

    public SigningWay? Way { get; private set; }

    public string? StoredName { get; private set; }

    public string? FileHash { get; private set; }

    public string? Level { get; private set; }

    public string? Certificate { get; private set; }

    public DateTime? SignedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public string? EndReason { get; private set; }

    public int Revision { get; private set; }

    internal void Says(DocumentContent content, byte[] contentSealed) =>
        (ContentSealed, ContentHash, IssuedOn, ValidUntil) = (contentSealed, content.Hash(), content.IssuedOn, content.ValidUntil);

    internal Refusal? SignElectronically(SignedPdf signed, string storedName, string fileHash, DateTime at)
    {
        if (State is not DocumentState.Numbered) return NotNow();
        (Way, StoredName, FileHash, Level, Certificate, SignedAt) = (SigningWay.Electronic, storedName, fileHash, signed.Level, signed.Certificate, at);
        return To(DocumentState.Signed);
    }

    internal Refusal? RegisterPaper(StoredUpload scan, DateTime at)
    {
        if (State is not DocumentState.Numbered) return NotNow();
        (Way, StoredName, FileHash, SignedAt) = (SigningWay.OnPaper, scan.StoredName, scan.Hash, at);
        return To(DocumentState.Signed);
    }

    internal Refusal? Void(string reason, DateTime at) => State is DocumentState.Numbered ? End(DocumentState.Voided, reason, at) : NotNow();

    internal Refusal? Revoke(string reason, DateTime at) => State is DocumentState.Signed ? End(DocumentState.Revoked, reason, at) : NotNow();

    internal Refusal NotNow() => ApplicationsRefusals.DocumentNotNow.With(State switch
    {
        DocumentState.Numbered => "bernomor, belum ditandatangani",
        DocumentState.Signed => "sudah ditandatangani",
        DocumentState.Voided => "batal",
        _ => "dicabut",
    });

    private Refusal? End(DocumentState state, string reason, DateTime at)
    {
        (EndReason, EndedAt) = (reason, at);
        return To(state);
    }

    private Refusal? To(DocumentState state)
    {
        State = state;
        Revision++;
        return null;
    }
}
