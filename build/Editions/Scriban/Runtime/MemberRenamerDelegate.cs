using System.Reflection;

namespace Scriban.Runtime;

/// <summary>The name under which templates see a member.</summary>
public delegate string MemberRenamerDelegate(MemberInfo member);
