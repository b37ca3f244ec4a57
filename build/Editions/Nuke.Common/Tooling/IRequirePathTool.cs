namespace Nuke.Common.Tooling;

public interface IRequirePathTool : IRequireTool;
