using SkiaSharp;

namespace Lakudo.Web.Growth.Charts;

/// <summary>Draws a page of A4. All lengths are points (1/72 inch).</summary>
internal static class ChartDrawing
{
    /// <summary>The width of the sheet.</summary>
    public const float Width = 595;

    /// <summary>The height of the sheet.</summary>
    public const float Height = 842;

    private const float Margin = 40;
    private const float LineHeight = 13;
    private static readonly SKRect Plot = new(Margin + 34, 92, Width - Margin - 34, 520);
    private static readonly SKColor Ink = new(0x1C, 0x1F, 0x24);
    private static readonly SKColor Grey = new(0x5B, 0x63, 0x6E);
    private static readonly SKColor Hair = new(0xD8, 0xDC, 0xE2);

    /// <summary>Draws everything.</summary>
    public static void Draw(SKCanvas canvas, ChartPage page, SKTypeface typeface)
    {
        canvas.Clear(SKColors.White);
        var pen = new Pen(canvas, typeface);
        pen.Text(page.Title, Margin, 46, 14, Ink);
        pen.Text(page.Subtitle, Margin, 64, 9, Grey);
        Axes(pen, page);
        canvas.Save();
        canvas.ClipRect(Plot);
        foreach (var line in page.Lines)
        {
            pen.Line(line.Points.Select(point => Place(page, point.X, point.Y)).ToArray(), StyleOf(line.Stroke));
        }

        Child(pen, page);
        canvas.Restore();
        Labels(pen, page);
        Table(pen, page);
    }

    private static void Axes(Pen pen, ChartPage page)
    {
        var hair = new Stroke(Hair, 0.5f, null);
        foreach (var x in Marks(page.X, page.X.SmallStep))
        {
            var at = Place(page, x, page.Y.Low).X;
            pen.Line([new(at, Plot.Top), new(at, Plot.Bottom)], hair);
        }

        foreach (var y in Marks(page.Y, page.Y.SmallStep))
        {
            var at = Place(page, page.X.Low, y).Y;
            pen.Line([new(Plot.Left, at), new(Plot.Right, at)], hair);
        }

        foreach (var x in Marks(page.X, page.X.Step))
        {
            pen.Text(ChartScale.Number(x), Place(page, x, page.Y.Low).X, Plot.Bottom + 12, 8, Ink, SKTextAlign.Center);
        }

        foreach (var y in Marks(page.Y, page.Y.Step))
        {
            pen.Text(ChartScale.Number(y), Plot.Left - 5, Place(page, page.X.Low, y).Y + 3, 8, Ink, SKTextAlign.Right);
        }

        pen.Frame(Plot, new Stroke(Ink, 0.8f, null));
        pen.Text(page.X.Title, (Plot.Left + Plot.Right) / 2, Plot.Bottom + 40, 9, Ink, SKTextAlign.Center);
        pen.Upright(page.Y.Title, Margin + 6, (Plot.Top + Plot.Bottom) / 2, 9, Ink);
    }

    private static void Child(Pen pen, ChartPage page)
    {
        var plausible = page.Points.Where(point => !point.IsDoubtful).Select(point => Place(page, point.X, point.Y)).ToArray();
        pen.Line(plausible, new Stroke(Ink, 1.4f, null));
        foreach (var point in plausible)
        {
            pen.Dot(point, 3, Ink);
        }

        foreach (var point in page.Points.Where(point => point.IsDoubtful))
        {
            // A value far outside is still seen: its cross stands on the edge of the chart.
            pen.Cross(Place(page, point.X, Math.Clamp(point.Y, page.Y.Low, page.Y.High)), 4, new Stroke(Ink, 1.4f, null));
        }
    }

    private static void Labels(Pen pen, ChartPage page)
    {
        foreach (var line in page.Lines.Where(line => line.Points.Length > 0))
        {
            var end = Place(page, line.Points[^1].X, line.Points[^1].Y);
            if (end.Y >= Plot.Top - 4 && end.Y <= Plot.Bottom + 4)
            {
                pen.Text(line.Label, Math.Min(end.X, Plot.Right) + 4, end.Y + 3, 8, StyleOf(line.Stroke).Colour);
            }
        }

        foreach (var point in page.Points.Where(point => point.Mark.Length > 0))
        {
            pen.Text(point.Mark, Place(page, point.X, page.Y.Low).X, Plot.Bottom + 25, 9, Ink, SKTextAlign.Center);
        }
    }

    private static void Table(Pen pen, ChartPage page)
    {
        var top = Plot.Bottom + 66;
        var widths = pen.Widths([page.Columns, .. page.Table], 8, Width - 2 * Margin);
        var y = top;
        Row(page.Columns, Grey);
        pen.Line([new(Margin, y - LineHeight + 4), new(Width - Margin, y - LineHeight + 4)], new Stroke(Grey, 0.6f, null));
        foreach (var row in page.Table)
        {
            Row(row, Ink);
        }

        y += 6;
        foreach (var note in page.Notes)
        {
            foreach (var part in pen.Wrap(note, 7, Width - 2 * Margin))
            {
                pen.Text(part, Margin, y, 7, Grey);
                y += 9;
            }
        }

        void Row(string[] cells, SKColor colour)
        {
            var x = Margin;
            for (var i = 0; i < cells.Length; i++)
            {
                pen.Text(cells[i], x, y, 8, colour);
                x += widths[i];
            }

            y += LineHeight;
        }
    }

    private static SKPoint Place(ChartPage page, double x, double y) => new(
        (float)(Plot.Left + (x - page.X.Low) / (page.X.High - page.X.Low) * Plot.Width),
        (float)(Plot.Bottom - (y - page.Y.Low) / (page.Y.High - page.Y.Low) * Plot.Height));

    private static IEnumerable<double> Marks(ChartAxis axis, double step)
    {
        for (var i = 0; axis.Low + i * step <= axis.High + step / 100; i++)
        {
            yield return axis.Low + i * step;
        }
    }

    /// <summary>Each stroke is told from the others without colour.</summary>
    private static Stroke StyleOf(ChartStroke stroke) => stroke switch
    {
        ChartStroke.Median => new(new(0x1B, 0x6E, 0x3A), 1.8f, null),
        ChartStroke.One => new(new(0x9A, 0x5B, 0x00), 0.8f, [1, 2.5f]),
        ChartStroke.Two => new(new(0xB3, 0x12, 0x12), 1.1f, [7, 3]),
        ChartStroke.Three => new(Ink, 0.8f, null),
        ChartStroke.Red => new(new(0xB3, 0x12, 0x12), 2.4f, null),
        ChartStroke.Orange => new(new(0xC2, 0x62, 0x00), 1.8f, [8, 3, 2, 3]),
        _ => throw new ArgumentOutOfRangeException(nameof(stroke), stroke, "No such stroke."),
    };
}
