using System.Numerics;
using Scriban.Runtime;

namespace ScribanEdition.Running;

/// <summary>The values of a call as they are placed, with a note of which parameters have one.</summary>
internal sealed class ArgumentList(IScriptCustomFunction function, int capacity)
{
    private ulong _given;

    public ScriptArray Values { get; } = new(capacity);

    /// <summary>How many of the required parameters have a value.</summary>
    public int RequiredGiven => BitOperations.PopCount(_given & ((1UL << function.RequiredParameterCount) - 1));

    public void Set(int index, object value)
    {
        if (index > Values.Count)
            Fill(Values.Count, index);
        if (index < function.ParameterCount)
            _given |= 1UL << index;

        var last = function.ParameterCount - 1;
        if (function.VarParamKind != ScriptVarParamKind.LastParameter || index < last)
        {
            Values[index] = value;
            return;
        }
        if (Values[last] is not ScriptArray rest)
            Values[last] = rest = new ScriptArray();
        rest.Add(value);
    }

    public void FillDefaults(bool evenIfDirect = false)
    {
        if (evenIfDirect || function.VarParamKind != ScriptVarParamKind.Direct)
            Fill(Values.Count, function.ParameterCount - 1);
    }

    private void Fill(int from, int to)
    {
        for (var i = from; i <= to && i < function.ParameterCount; i++)
        {
            var parameter = function.GetParameterInfo(i);
            if (parameter.HasDefaultValue)
            {
                Values[i] = parameter.DefaultValue;
                _given |= 1UL << i;
            }
            else
            {
                Values[i] = function.VarParamKind == ScriptVarParamKind.LastParameter && i == function.ParameterCount - 1 ? new ScriptArray() : null;
            }
        }
    }
}
