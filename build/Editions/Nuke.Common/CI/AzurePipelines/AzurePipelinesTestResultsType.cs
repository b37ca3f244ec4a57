namespace Nuke.Common.CI.AzurePipelines;

public enum AzurePipelinesTestResultsType
{
    JUnit,
    NUnit,
    VSTest,
    XUnit,
    CTest
}
