using Nuke.Common.Execution;

namespace Nuke.Common.Tests.Execution;

public sealed class TargetDefinitionTests
{
    private readonly IReadOnlyCollection<ExecutableTarget> _targets =
        ExecutableTargetFactory.CreateAll(new DefinitionBuild(), x => x.Relations, x => ((IComponent)x).Provided);

    [Fact]
    public void Targets_come_from_the_class_its_base_and_its_components() =>
        _targets.Select(x => x.Name).ShouldBe(
            ["Relations", "Overridden", "Other", "Extended", "Provided", "Explicit", "SetUp", "CleanUp", "Optional"],
            ignoreOrder: true);

    [Fact]
    public void Default_targets_are_marked() =>
        _targets.Where(x => x.IsDefault).Select(x => x.Name).ShouldBe(["Relations", "Provided"], ignoreOrder: true);

    [Fact]
    public void Relations_are_resolved_from_both_sides()
    {
        var relations = Find("Relations");

        relations.ExecutionDependencies.ShouldBe([Find("Other"), Find("Provided")], ignoreOrder: true);
        relations.OrderDependencies.ShouldBe([Find("Extended")]);
        relations.Triggers.ShouldBe([Find("Overridden")]);
        Find("Overridden").TriggerDependencies.ShouldBe([relations]);
        relations.AllDependencies.Count.ShouldBe(3);
    }

    [Fact]
    public void A_relation_to_a_component_that_the_build_lacks_can_be_tried() =>
        Find("Optional").AllDependencies.ShouldBeEmpty();

    [Fact]
    public void Conditions_keep_their_text()
    {
        var relations = Find("Relations");

        relations.StaticConditions.Single().Text.ShouldBe("() => 1 < 2");
        relations.DynamicConditions.Single().Text.ShouldBe("() => 2 < 3");
    }

    [Fact]
    public void Synchronous_and_asynchronous_actions_are_waited_for()
    {
        DefinitionBuild.Executed.Clear();

        Find("Relations").Actions.ForEach(x => x.Invoke());

        DefinitionBuild.Executed.ShouldBe(["action", "another action", "function", "task"]);
    }

    [Fact]
    public void An_override_can_extend_the_base_class_and_a_component()
    {
        Find("Overridden").Description.ShouldBe("Described by the base class");
        Find("Overridden").Actions.Count.ShouldBe(2);
        Find("Explicit").Description.ShouldBe("Described by the component");
        Find("Explicit").PartitionSize.ShouldBe(2);
    }

    [Fact]
    public void Artifacts_are_consumed_from_those_who_produce_them()
    {
        var dependencies = Find("Extended").ArtifactDependencies;

        dependencies[Find("Other")].ShouldBe(["*.txt", "*.log"]);
        dependencies[Find("Provided")].ShouldBe(["only.zip"]);
    }

    [Fact]
    public void A_context_brings_its_setup_and_cleanup()
    {
        var extended = Find("Extended");

        extended.ExecutionDependencies.ShouldBe([Find("SetUp")]);
        Find("SetUp").Triggers.ShouldBe([Find("CleanUp")]);
        Find("CleanUp").OrderDependencies.ShouldBe([extended]);
        Find("CleanUp").AssuredAfterFailure.ShouldBeTrue();
    }

    [Fact]
    public void Flags_are_kept()
    {
        var other = Find("Other");

        other.Listed.ShouldBeFalse();
        other.AssuredAfterFailure.ShouldBeTrue();
        other.ProceedAfterFailure.ShouldBeTrue();
        other.DependencyBehavior.ShouldBe(DependencyBehavior.Execute);
        other.DelegateRequirements.Count.ShouldBe(4);
        other.ToolRequirements.Count.ShouldBe(2);
    }

    [Fact]
    public void A_component_with_several_targets_has_no_shorthand() =>
        Should.Throw<Exception>(() => ExecutableTargetFactory.CreateAll(new AmbiguousBuild()))
            .Message.ShouldContain("Too many relevant targets:");

    [Fact]
    public void A_target_cannot_depend_on_itself() =>
        Should.Throw<ArgumentException>(() => ExecutableTargetFactory.CreateAll(new CircularBuild()))
            .Message.ShouldContain("Target 'Own' cannot have a dependency on itself");

    private ExecutableTarget Find(string name) => _targets.Single(x => x.Name == name);
}
