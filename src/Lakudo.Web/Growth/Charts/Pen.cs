using SkiaSharp;

namespace Lakudo.Web.Growth.Charts;

/// <summary>How a line is drawn.</summary>
/// <param name="Colour">Its colour.</param>
/// <param name="Thickness">Points.</param>
/// <param name="Dashes">Lengths of dash and gap in turn, or null for a whole line.</param>
internal sealed record Stroke(SKColor Colour, float Thickness, float[]? Dashes);

/// <summary>Draws lines and words on a canvas.</summary>
internal sealed class Pen(SKCanvas canvas, SKTypeface typeface)
{
    /// <summary>Writes a line of text.</summary>
    public void Text(string text, float x, float y, float size, SKColor colour, SKTextAlign align = SKTextAlign.Left)
    {
        using var font = Font(size);
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawText(text, x, y, align, font, paint);
    }

    /// <summary>Writes a line of text from below to above.</summary>
    public void Upright(string text, float x, float y, float size, SKColor colour)
    {
        canvas.Save();
        canvas.RotateDegrees(-90, x, y);
        Text(text, x, y, size, colour, SKTextAlign.Center);
        canvas.Restore();
    }

    /// <summary>Cuts a text into lines that fit.</summary>
    public List<string> Wrap(string text, float size, float width)
    {
        using var font = Font(size);
        List<string> lines = [""];
        foreach (var word in text.Split(' '))
        {
            var longer = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (lines[^1].Length > 0 && font.MeasureText(longer) > width)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] = longer;
            }
        }

        return lines;
    }

    /// <summary>The widths of a table's columns: what their widest cell needs, stretched to the whole width.</summary>
    public float[] Widths(IReadOnlyList<string[]> rows, float size, float width)
    {
        using var font = Font(size);
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => font.MeasureText(row[column]))).ToArray();
        var gap = Math.Max(2, (width - widths.Sum()) / widths.Length);
        return [.. widths.Select(needed => needed + gap)];
    }

    /// <summary>Joins points.</summary>
    public void Line(SKPoint[] points, Stroke stroke)
    {
        if (points.Length < 2)
        {
            return;
        }

        using var path = new SKPath();
        path.AddPoly(points, close: false);
        using var paint = Paint(stroke);
        canvas.DrawPath(path, paint);
    }

    /// <summary>Draws a rectangle.</summary>
    public void Frame(SKRect area, Stroke stroke)
    {
        using var paint = Paint(stroke);
        canvas.DrawRect(area, paint);
    }

    /// <summary>Draws a filled circle.</summary>
    public void Dot(SKPoint at, float radius, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawCircle(at, radius, paint);
    }

    /// <summary>Draws a cross.</summary>
    public void Cross(SKPoint at, float size, Stroke stroke)
    {
        Line([new(at.X - size, at.Y - size), new(at.X + size, at.Y + size)], stroke);
        Line([new(at.X - size, at.Y + size), new(at.X + size, at.Y - size)], stroke);
    }

    /// <remarks>Without hinting letters and blanks keep the widths of the typeface at every size; a printed sheet needs no whole pixels.</remarks>
    private SKFont Font(float size) => new(typeface, size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None, Edging = SKFontEdging.Antialias };

    private static SKPaint Paint(Stroke stroke) => new()
    {
        Color = stroke.Colour,
        StrokeWidth = stroke.Thickness,
        IsStroke = true,
        IsAntialias = true,
        StrokeJoin = SKStrokeJoin.Round,
        PathEffect = stroke.Dashes is { } dashes ? SKPathEffect.CreateDash(dashes, 0) : null,
    };
}
