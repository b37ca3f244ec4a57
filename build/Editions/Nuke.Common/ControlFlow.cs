using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common;

public static class ControlFlow
{
    public static void SuppressErrors(Action action, bool includeStackTrace = false, bool logWarning = true) =>
        SuppressErrors<object>(
            () =>
            {
                action.Invoke();
                return null;
            },
            includeStackTrace: includeStackTrace,
            logWarning: logWarning);

    public static T SuppressErrors<T>(Func<T> action, T defaultValue = default, bool includeStackTrace = false, bool logWarning = true)
    {
        try
        {
            return action.Invoke();
        }
        catch (Exception exception)
        {
            if (logWarning)
                Log.Warning(exception.Unwrap(), "Exception was suppressed");

            return defaultValue;
        }
    }

    public static IEnumerable<T> SuppressErrors<T>(Func<IEnumerable<T>> action, bool includeStackTrace = false) =>
        SuppressErrors<IEnumerable<T>>(action, defaultValue: null, includeStackTrace) ?? [];

    /// <summary>Repeats an action until it succeeds, waiting <paramref name="delay"/> between attempts.</summary>
    /// <exception cref="Exception">The last attempt failed too.</exception>
    public static void ExecuteWithRetry(
        Action action,
        Action cleanup = null,
        int retryAttempts = 3,
        TimeSpan? delay = null,
        Action<string> logAction = null)
    {
        Assert.True(retryAttempts > 0);
        logAction ??= Log.Warning;

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                action.Invoke();
                return;
            }
            catch (Exception exception)
            {
                if (attempt >= retryAttempts)
                {
                    Assert.Fail($"Execution failed permanently after {retryAttempts} attempts.{Environment.NewLine}" +
                                $"Last attempt failed with: {exception.Message}");
                }

                logAction($"Attempt #{attempt} failed with: {exception.Message}");
                if (delay is { } duration)
                {
                    logAction($"Waiting {duration} before next attempt...");
                    Task.Delay(duration).Wait();
                }
            }
            finally
            {
                cleanup?.Invoke();
            }
        }
    }
}
