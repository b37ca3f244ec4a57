using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

public sealed partial class Build
{
    [Parameter("Who is greeted")]
    private readonly string Name = "nobody";

    [Parameter("How often")]
    private readonly int? Count;

    [Parameter("A flag")]
    private readonly bool Flag;

    [Parameter("A level")]
    private readonly SampleLevel Level;

    [Parameter("A kind")]
    private readonly SampleKind Kind;

    [Parameter("A folder")]
    private readonly AbsolutePath Folder;

    [Parameter("Several words, which go on and on so that the description of this parameter does not fit into a single line", Separator = "+")]
    private readonly string[] Tags = [];

    [Parameter("A structured value", List = false)]
    private readonly SampleSetting Setting;

    [Parameter("The password")]
    [Secret]
    private readonly string Password;

    [PathVariable("sh")]
    private readonly Tool Shell;
}
