using System.Linq.Expressions;
using Nuke.Common.Parameters;
using Nuke.Common.Utilities;

namespace Nuke.Common;

public static partial class EnvironmentInfo
{
    internal static ArgumentParser ArgumentParser { get; set; } = new(Environment.GetCommandLineArgs().Skip(1));

    public static IReadOnlyCollection<string> CommandLineArguments => ArgumentParser.Arguments;

    public static bool HasArgument(string name) => ArgumentParser.HasArgument(name);

    public static bool HasArgument<T>(Expression<Func<T>> expression) => HasArgument(expression.GetMemberInfo().Name);

    public static T GetNamedArgument<T>(string parameterName, char? separator = null) =>
        (T)ArgumentParser.GetNamedArgument(parameterName, typeof(T), separator);

    public static T GetNamedArgument<T>(Expression<Func<T>> expression, char? separator = null) =>
        GetNamedArgument<T>(expression.GetMemberInfo().Name, separator);

    public static T GetNamedArgument<T>(Expression<Func<object>> expression, char? separator = null) =>
        GetNamedArgument<T>(expression.GetMemberInfo().Name, separator);

    public static T GetPositionalArgument<T>(int position, char? separator = null) =>
        (T)ArgumentParser.GetPositionalArgument(position, typeof(T), separator);

    public static T[] GetAllPositionalArguments<T>(char? separator = null) =>
        (T[])ArgumentParser.GetAllPositionalArguments(typeof(T), separator);
}
