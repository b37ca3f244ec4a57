using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Utilities;

public static partial class ReflectionUtility
{
    public static MemberInfo GetMemberInfo<T>(Expression<Func<T>> expression) => ((LambdaExpression)expression).GetMemberInfo();

    public static MemberInfo GetMemberInfo(this LambdaExpression expression) => expression.Body switch
    {
        MethodCallExpression call => call.Method,
        UnaryExpression conversion => ((MemberExpression)conversion.Operand).Member,
        var body => ((MemberExpression)body).Member
    };

    public static object GetTarget(this LambdaExpression expression) =>
        ((expression.Body as MemberExpression)?.Expression as ConstantExpression)?.Value;

    public static T GetValue<T>(this MemberInfo member, object obj = null, object[] args = null) => (T)member.GetValue(obj, args);

    public static object GetValue(this MemberInfo member, object obj = null, object[] args = null) => member switch
    {
        FieldInfo field => field.GetValue(field.IsStatic ? null : obj),
        PropertyInfo property => property.GetValue(property.IsStatic() ? null : obj),
        MethodInfo method => method.Invoke(method.IsStatic ? null : obj, args),
        _ => throw new NotSupportedException(member.ToString())
    };

    /// <summary>Sets a field or property; a property without setter through its backing field.</summary>
    public static void SetValue(this MemberInfo member, object instance, object value)
    {
        switch (member)
        {
            case FieldInfo field:
                field.SetValue(field.IsStatic ? null : instance, value);
                break;
            case PropertyInfo property when BackingFieldOf(property) is { } field:
                field.SetValue(field.IsStatic ? null : instance, value);
                break;
            case PropertyInfo property:
                Assert.True(property.SetMethod is not null, $"Property '{member.Name}' is not settable");
                property.SetValue(property.IsStatic() ? null : instance, value);
                break;
        }
    }

    /// <summary>Reads a property of a base type or an interface's default implementation, past every override.</summary>
    public static TResult GetValueNonVirtual<TResult>(this MemberInfo member, object obj, params object[] arguments)
    {
        Assert.True(member is PropertyInfo or MethodInfo);
        var method = member is PropertyInfo property ? property.GetMethod.NotNull() : (MethodInfo)member;
        var delegateType = Expression.GetFuncType(method.GetParameters().Select(x => x.ParameterType).Append(method.ReturnType).ToArray());
        var nonVirtual = (Delegate)Activator.CreateInstance(delegateType, obj, method.MethodHandle.GetFunctionPointer());
        return nonVirtual.DynamicInvokeUnwrap<TResult>(arguments);
    }

    public static T DynamicInvokeUnwrap<T>(this Delegate @delegate, params object[] args)
    {
        try
        {
            return (T)@delegate.DynamicInvoke(args);
        }
        catch (Exception exception)
        {
            throw exception.Unwrap();
        }
    }

    public static void DynamicInvokeUnwrap(this Delegate @delegate, params object[] args) => @delegate.DynamicInvokeUnwrap<object>(args);

    public static T CreateInstance<T>(this Type type, params object[] args) => (T)Activator.CreateInstance(type, args);

    public static object CreateInstance(this Type type, params object[] args) => Activator.CreateInstance(type, args);

    private static FieldInfo BackingFieldOf(PropertyInfo property) =>
        property.DeclaringType
            .DescendantsAndSelf(x => x.BaseType)
            .Select(x => x.GetField($"<{property.Name}>k__BackingField", All | BindingFlags.DeclaredOnly))
            .FirstOrDefault(x => x is not null);
}
