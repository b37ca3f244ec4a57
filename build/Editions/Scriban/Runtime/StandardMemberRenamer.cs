using System.Reflection;
using System.Text;

namespace Scriban.Runtime;

/// <summary>Turns <c>MyMember</c> into <c>my_member</c>; a run of capitals counts as one word.</summary>
public sealed class StandardMemberRenamer
{
    public static readonly MemberRenamerDelegate Default = Rename;

    public static string Rename(MemberInfo member) => Rename(member.Name);

    public static string Rename(string name)
    {
        var renamed = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsUpper(name[i]) && i > 0 && !char.IsUpper(name[i - 1]);
            if (startsWord)
                renamed.Append('_');
            renamed.Append(char.IsUpper(name[i]) ? char.ToLowerInvariant(name[i]) : name[i]);
        }
        return renamed.ToString();
    }
}
