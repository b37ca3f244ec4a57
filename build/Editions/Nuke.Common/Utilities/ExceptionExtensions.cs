using System.Reflection;

namespace Nuke.Common.Utilities;

public static class ExceptionExtensions
{
    /// <summary>Removes the wrappers that reflection and type initialization put around the exception that was really thrown.</summary>
    public static Exception Unwrap(this Exception exception) => exception switch
    {
        TypeInitializationException { InnerException: { } inner } => inner.Unwrap(),
        TargetInvocationException { InnerException: { } inner } => inner.Unwrap(),
        AggregateException aggregate => aggregate.Flatten(),
        _ => exception
    };
}
