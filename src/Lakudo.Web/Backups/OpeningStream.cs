using System.Security.Cryptography;

namespace Lakudo.Web.Backups;

/// <summary>Reads what <see cref="SealingStream"/> wrote. Nothing of a chunk is given before the whole chunk is proven genuine.</summary>
/// <remarks>A changed, missing, exchanged or cut chunk throws <see cref="CryptographicException"/>.</remarks>
internal sealed class OpeningStream : Stream
{
    private readonly Stream _from;
    private readonly AesGcm _cipher;
    private readonly byte[] _bound;
    private byte[] _now = new byte[SealingStream.ChunkSize + SealingStream.TagSize];
    private byte[] _next = new byte[SealingStream.ChunkSize + SealingStream.TagSize];
    private readonly byte[] _plain = new byte[SealingStream.ChunkSize];
    private int _nextLength;
    private int _at;
    private int _length;
    private uint _chunk;
    private bool _ended;

    internal OpeningStream(Stream from, byte[] key, byte[] headerHash)
    {
        (_from, _cipher, _bound) = (from, new AesGcm(key, SealingStream.TagSize), headerHash);
        _nextLength = _from.ReadAtLeast(_next, _next.Length, throwOnEndOfStream: false);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (_at == _length)
        {
            if (_ended) return 0;
            Open();
        }

        var part = Math.Min(buffer.Length, _length - _at);
        _plain.AsSpan(_at, part).CopyTo(buffer);
        _at += part;
        return part;
    }

    private void Open()
    {
        (_now, _next) = (_next, _now);
        var length = _nextLength - SealingStream.TagSize;
        if (length < 0) throw new CryptographicException("The archive is cut.");
        _nextLength = _from.ReadAtLeast(_next, _next.Length, throwOnEndOfStream: false);
        _ended = _nextLength == 0;
        Span<byte> nonce = stackalloc byte[12];
        SealingStream.Nonce(nonce, _chunk, _ended);
        _cipher.Decrypt(nonce, _now.AsSpan(0, length), _now.AsSpan(length, SealingStream.TagSize), _plain.AsSpan(0, length), _bound);
        (_at, _length, _chunk) = (0, length, checked(_chunk + 1));
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _cipher.Dispose();
        CryptographicOperations.ZeroMemory(_plain);
        base.Dispose(disposing);
    }
}
