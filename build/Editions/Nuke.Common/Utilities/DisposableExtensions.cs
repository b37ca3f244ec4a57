namespace Nuke.Common.Utilities;

public static class DisposableExtensions
{
    public static IDisposable CombineWith(this IDisposable disposable, Action setup = null, Action cleanup = null) =>
        DelegateDisposable.CreateBracket(
            setup,
            () =>
            {
                cleanup?.Invoke();
                disposable.Dispose();
            });

    public static IDisposable CombineWith(this IDisposable disposable, IDisposable otherDisposable) =>
        disposable.CombineWith(cleanup: otherDisposable.Dispose);
}
