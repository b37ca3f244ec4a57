namespace ScribanEdition.Running;

/// <summary>Waits for what asynchronous functions give back, when a template is rendered asynchronously.</summary>
internal static class Awaited
{
    public static object Result(object value)
    {
        switch (value)
        {
            case Task task:
                return Of(task);
            case ValueTask task:
                task.AsTask().GetAwaiter().GetResult();
                return null;
            case not null when value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ValueTask<>):
                return Of((Task)type.GetMethod(nameof(ValueTask<int>.AsTask)).Invoke(value, null));
            default:
                return value;
        }
    }

    private static object Of(Task task)
    {
        task.GetAwaiter().GetResult();
        return task.GetType().GetProperty(nameof(Task<int>.Result))?.GetValue(task);
    }
}
