namespace JupyterHub.Pipeline.Problems;

/// <summary>
/// One kind of failure that a user can cause or meet. Codes are declared as <c>public static readonly</c> fields of the
/// <c>*Problems</c> class in the folder of the noun that reports them; the reference under <c>docs/errors</c> is generated from them.
/// </summary>
/// <param name="Id">The stable code, <c>HUB</c> and four digits.</param>
/// <param name="Title">What went wrong, in a few words.</param>
/// <param name="Meaning">What it means and what usually causes it: one or more sentences for the reference page.</param>
/// <param name="NextStep">What to do about it, when the problem at hand gives no better advice.</param>
public sealed record ProblemCode(string Id, string Title, string Meaning, string NextStep);
