namespace Nuke.Common.Execution;

/// <summary>Places targets in columns, each to the right of everything that runs before it. Units are pixels.</summary>
internal sealed class ExecutionPlanLayout
{
    public const int NodeHeight = 30;
    private const int ColumnGap = 60;
    private const int RowGap = 20;
    private const int CharacterWidth = 8;
    private const int Padding = 20;

    private readonly Dictionary<ExecutableTarget, (int Column, int Row)> _cells = [];

    public ExecutionPlanLayout(IReadOnlyCollection<ExecutableTarget> targets)
    {
        NodeWidth = targets.Select(x => x.Name.Length).DefaultIfEmpty(0).Max() * CharacterWidth + Padding;

        var columns = new Dictionary<ExecutableTarget, int>();
        foreach (var column in targets.GroupBy(x => ColumnOf(x, targets, columns)))
        {
            var row = 0;
            foreach (var target in column)
                _cells[target] = (column.Key, row++);
        }
    }

    public int NodeWidth { get; }

    public int Width => (_cells.Values.Select(x => x.Column).DefaultIfEmpty(0).Max() + 1) * (NodeWidth + ColumnGap);

    public int Height => (_cells.Values.Select(x => x.Row).DefaultIfEmpty(0).Max() + 1) * (NodeHeight + RowGap);

    public bool Contains(ExecutableTarget target) => _cells.ContainsKey(target);

    public (int X, int Y) PositionOf(ExecutableTarget target)
    {
        var (column, row) = _cells[target];
        return (column * (NodeWidth + ColumnGap), row * (NodeHeight + RowGap));
    }

    /// <summary>A curve from the right side of one target to the left side of another, in SVG's path syntax.</summary>
    public string PathBetween(ExecutableTarget from, ExecutableTarget to)
    {
        var (startX, startY) = PositionOf(from);
        var (endX, endY) = PositionOf(to);
        startX += NodeWidth;
        startY += NodeHeight / 2;
        endY += NodeHeight / 2;
        var middle = (startX + endX) / 2;
        return $"M{startX} {startY}C{middle} {startY} {middle} {endY} {endX} {endY}";
    }

    private static int ColumnOf(ExecutableTarget target, IReadOnlyCollection<ExecutableTarget> targets, Dictionary<ExecutableTarget, int> columns)
    {
        if (!columns.TryGetValue(target, out var column))
        {
            column = target.AllDependencies.Where(targets.Contains).Select(x => ColumnOf(x, targets, columns) + 1).DefaultIfEmpty(0).Max();
            columns[target] = column;
        }

        return column;
    }
}
