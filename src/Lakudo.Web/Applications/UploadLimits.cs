namespace Lakudo.Web.Applications;

/// <summary>How much a page that takes files reads from the wire.</summary>
public static class UploadLimits
{
    /// <summary>4 MB for a request that carries no file: the largest form is an agency's service with its texts.</summary>
    public const long Ordinary = 4 * 1024 * 1024;

    /// <summary>
    /// 64 MB for a whole request. The file itself is refused beyond 10 MB with a sentence; this is only where the wire is cut, high enough that a phone's
    /// largest photograph still gets that sentence.
    /// </summary>
    public const long Request = 64 * 1024 * 1024;
}
