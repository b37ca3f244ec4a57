namespace JupyterHub.Pipeline.Rehearsal.Kubernetes.Storage;

/// <summary>One line of the journal: an object's new state, or its removal when there is no document.</summary>
/// <param name="Version">The store's version after this record.</param>
/// <param name="Resource">Plural name and group: <c>deployments.apps</c>.</param>
/// <param name="Namespace">Empty for an object of the cluster.</param>
/// <param name="Name">Empty for a record that only carries the version.</param>
/// <param name="Json">The document, or null.</param>
internal readonly record struct JournalRecord(long Version, string Resource, string Namespace, string Name, ReadOnlyMemory<byte>? Json);
