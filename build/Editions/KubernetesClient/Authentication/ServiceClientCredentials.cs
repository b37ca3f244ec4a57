namespace k8s.Authentication;

/// <summary>Something that makes a request authentic.</summary>
public abstract class ServiceClientCredentials
{
    /// <summary>Credentials of some kind.</summary>
    protected ServiceClientCredentials()
    {
    }

    /// <summary>Adds to the request what it needs; nothing by default.</summary>
    public virtual Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.CompletedTask;
}
