using System.Linq.Expressions;

namespace Nuke.Common.Utilities;

/// <summary>Runs an action when disposed.</summary>
public class DelegateDisposable : IDisposable
{
    private readonly Action _cleanup;

    private DelegateDisposable(Action cleanup) => _cleanup = cleanup;

    public static IDisposable CreateBracket(Action setup = null, Action cleanup = null)
    {
        setup?.Invoke();
        return new DelegateDisposable(cleanup);
    }

    public static IDisposable CreateBracket<T>(Func<T> setup, Action<T> cleanup)
    {
        var value = setup.Invoke();
        return new DelegateDisposable(() => cleanup.Invoke(value));
    }

    public static IDisposable SetAndRestore<T>(Expression<Func<T>> memberProvider, T value)
    {
        var member = memberProvider.GetMemberInfo();
        var target = memberProvider.GetTarget();
        var previous = member.GetValue<T>(target);
        member.SetValue(target, value);
        return new DelegateDisposable(() => member.SetValue(target, previous));
    }

    public void Dispose() => _cleanup?.Invoke();
}
