using Lakudo.Kernel;

namespace Lakudo.Web.Growth.Workbooks;

/// <summary>The bytes of an XML file; stops where a tag or a text between two tags has no end, which a reader of XML would gather in memory first.</summary>
/// <param name="inner">The file; closed with this.</param>
internal sealed class XmlPieces(Stream inner) : Stream
{
    private int _run;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        var bytes = buffer.AsSpan(offset, read);
        var first = bytes.IndexOf((byte)'<');
        _run += first < 0 ? read : first;
        if (_run > WorkbookLimits.LongestPiece) throw new FileTooLargeException(KernelRefusals.TextTooLong.With(WorkbookLimits.LongestText));
        if (first >= 0) _run = read - bytes.LastIndexOf((byte)'<');
        return read;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
