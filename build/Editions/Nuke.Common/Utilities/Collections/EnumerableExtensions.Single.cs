namespace Nuke.Common.Utilities.Collections;

public static partial class EnumerableExtensions
{
    public static T SingleOrDefaultOrError<T>(this IEnumerable<T> enumerable, Func<T, bool> predicate, string message) =>
        OrError(() => enumerable.SingleOrDefault(predicate), message);

    public static T SingleOrDefaultOrError<T>(this IEnumerable<T> enumerable, string message) =>
        OrError(enumerable.SingleOrDefault, message);

    public static T SingleOrError<T>(this IEnumerable<T> enumerable, Func<T, bool> predicate, string message) =>
        OrError(() => enumerable.Single(predicate), message);

    public static T SingleOrError<T>(this IEnumerable<T> enumerable, string message) =>
        OrError(enumerable.Single, message);

    private static T OrError<T>(Func<T> selector, string message)
    {
        try
        {
            return selector.Invoke();
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException(message, exception);
        }
    }
}
