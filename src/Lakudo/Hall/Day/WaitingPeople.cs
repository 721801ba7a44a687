namespace Lakudo.Hall.Day;

/// <summary>Somebody in a line.</summary>
/// <param name="Order">Place by arrival.</param>
/// <param name="Ticket">Their ticket.</param>
/// <param name="Since">UTC moment since when they wait.</param>
/// <param name="Overtaken">How often priority went before them.</param>
internal readonly record struct Waiter(long Order, Guid Ticket, DateTime Since, int Overtaken);

/// <summary>
/// One class (priority or ordinary) of one line, in order of arrival. Immutable: every change gives a new line and shares the rest with the old one,
/// so a copy of the day costs nothing. A balanced tree (treap with shapes fixed by <see cref="Waiter.Order"/>, so that replay builds the same one) that
/// can count "overtaken once more" for everyone before a place, and tell the worst off among them, in O(log n): the fairness rule asks both at every call.
/// </summary>
internal sealed class WaitingPeople
{
    /// <summary>Nobody.</summary>
    public static readonly WaitingPeople None = new(null);

    private readonly Node? _root;

    private WaitingPeople(Node? root) => _root = root;

    /// <summary>How many wait.</summary>
    public int Count => _root?.Size ?? 0;

    /// <summary>Who came first, or null when nobody waits.</summary>
    public Waiter? First
    {
        get
        {
            if (_root is null)
            {
                return null;
            }

            var node = _root;
            var added = node.Pending;
            while (node.Left is not null)
            {
                node = node.Left;
                added += node.Pending;
            }

            return node.Who with { Overtaken = node.Who.Overtaken + added };
        }
    }

    /// <summary>The line with one more.</summary>
    /// <exception cref="InvalidOperationException">The place is taken.</exception>
    public WaitingPeople Add(Waiter waiter)
    {
        var (before, rest) = Split(_root, waiter.Order);
        var (same, after) = Split(rest, waiter.Order + 1);
        return same is null
            ? new(Merge(Merge(before, new Node(waiter, null, null)), after))
            : throw new InvalidOperationException($"Place {waiter.Order} is taken.");
    }

    /// <summary>The line without the one at a place, and how often that one was overtaken.</summary>
    /// <exception cref="InvalidOperationException">Nobody has the place.</exception>
    public (WaitingPeople Others, int Overtaken) Remove(long order)
    {
        var (before, rest) = Split(_root, order);
        var (one, after) = Split(rest, order + 1);
        return one is null
            ? throw new InvalidOperationException($"Nobody waits at place {order}.")
            : (new(Merge(before, after)), one.Who.Overtaken + one.Pending);
    }

    /// <summary>The line after somebody with priority went before all who came earlier than <paramref name="order"/>.</summary>
    public WaitingPeople OvertakenBefore(long order)
    {
        var (before, after) = Split(_root, order);
        return before is null ? this : new(Merge(before.Plus(1), after));
    }

    /// <summary>Of those who came earlier than <paramref name="order"/>: how many, the most often overtaken, and the longest wait's start.</summary>
    public (int Count, int MostOvertaken, DateTime EarliestSince) Before(long order)
    {
        var (count, most, since, added) = (0, 0, DateTime.MaxValue, 0);
        for (var node = _root; node is not null;)
        {
            added += node.Pending;
            if (node.Who.Order >= order)
            {
                node = node.Left;
                continue;
            }

            count++;
            most = Math.Max(most, node.Who.Overtaken + added);
            since = node.Who.Since < since ? node.Who.Since : since;
            if (node.Left is { } left)
            {
                count += left.Size;
                most = Math.Max(most, left.Most + added);
                since = left.Earliest < since ? left.Earliest : since;
            }

            node = node.Right;
        }

        return (count, most, since);
    }

    /// <summary>How often the one at a place was overtaken; 0 when nobody has it.</summary>
    public int OvertakenAt(long order)
    {
        var added = 0;
        for (var node = _root; node is not null; node = order < node.Who.Order ? node.Left : node.Right)
        {
            added += node.Pending;
            if (node.Who.Order == order)
            {
                return node.Who.Overtaken + added;
            }
        }

        return 0;
    }

    /// <summary>Everyone, first come first.</summary>
    public IEnumerable<Waiter> InOrder() => Walk(_root, 0);

    private static IEnumerable<Waiter> Walk(Node? root, int pending)
    {
        var path = new Stack<(Node Node, int Added)>();
        for (var (node, added) = (root, pending); node is not null || path.Count > 0;)
        {
            while (node is not null)
            {
                added += node.Pending;
                path.Push((node, added));
                node = node.Left;
            }

            (node, added) = path.Pop();
            yield return node.Who with { Overtaken = node.Who.Overtaken + added };
            node = node.Right;
        }
    }

    /// <summary>Cuts into those with a smaller place and the others.</summary>
    private static (Node? Before, Node? After) Split(Node? node, long order)
    {
        if (node is null)
        {
            return (null, null);
        }

        if (node.Who.Order < order)
        {
            var (before, rest) = Split(node.RightSettled, order);
            return (new Node(node.WhoSettled, node.LeftSettled, before), rest);
        }
        else
        {
            var (before, rest) = Split(node.LeftSettled, order);
            return (before, new Node(node.WhoSettled, rest, node.RightSettled));
        }
    }

    /// <summary>Joins two trees of which all of the first have smaller places.</summary>
    private static Node? Merge(Node? first, Node? second) => (first, second) switch
    {
        (null, _) => second,
        (_, null) => first,
        _ when first.Height >= second.Height => new Node(first.WhoSettled, first.LeftSettled, Merge(first.RightSettled, second)),
        _ => new Node(second.WhoSettled, Merge(first, second.LeftSettled), second.RightSettled),
    };

    private sealed class Node
    {
        public Node(Waiter who, Node? left, Node? right, int pending = 0)
        {
            (Who, Left, Right, Pending) = (who, left, right, pending);
            Size = 1 + (left?.Size ?? 0) + (right?.Size ?? 0);
            Most = pending + Math.Max(who.Overtaken, Math.Max(left?.Most ?? 0, right?.Most ?? 0));
            Earliest = who.Since;
            Earliest = left is not null && left.Earliest < Earliest ? left.Earliest : Earliest;
            Earliest = right is not null && right.Earliest < Earliest ? right.Earliest : Earliest;
        }

        public Waiter Who { get; }

        public Node? Left { get; }

        public Node? Right { get; }

        /// <summary>To be added to everyone in this tree, the root included.</summary>
        public int Pending { get; }

        public int Size { get; }

        /// <summary>The most often overtaken in this tree, <see cref="Pending"/> included.</summary>
        public int Most { get; }

        public DateTime Earliest { get; }

        /// <summary>Rank in the heap: a fixed scramble of the place (the finaliser of SplitMix64), which keeps the tree balanced.</summary>
        public ulong Height
        {
            get
            {
                var z = (ulong)Who.Order + 0x9E3779B97F4A7C15;
                z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
                z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
                return z ^ (z >> 31);
            }
        }

        public Waiter WhoSettled => Pending == 0 ? Who : Who with { Overtaken = Who.Overtaken + Pending };

        public Node? LeftSettled => Pending == 0 ? Left : Left?.Plus(Pending);

        public Node? RightSettled => Pending == 0 ? Right : Right?.Plus(Pending);

        public Node Plus(int times) => new(Who, Left, Right, Pending + times);
    }
}
