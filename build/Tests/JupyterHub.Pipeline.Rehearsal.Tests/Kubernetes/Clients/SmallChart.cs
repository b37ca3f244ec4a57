namespace JupyterHub.Pipeline.Rehearsal.Tests.Kubernetes.Clients;

/// <summary>A chart with what the real ones have: definitions, hooks, a workload, configuration, a custom resource.</summary>
internal static class SmallChart
{
    public static string Write(string directory)
    {
        var chart = Path.Combine(directory, "small");
        Directory.CreateDirectory(Path.Combine(chart, "templates"));
        Directory.CreateDirectory(Path.Combine(chart, "crds"));
        File.WriteAllText(Path.Combine(chart, "Chart.yaml"), "apiVersion: v2\nname: small\nversion: 0.1.0\n");
        File.WriteAllText(Path.Combine(chart, "values.yaml"), "color: blue\nkind: Deployment\nextra: replicas\n");
        File.WriteAllText(Path.Combine(chart, "crds", "gadgets.yaml"), Definition);
        File.WriteAllText(Path.Combine(chart, "templates", "all.yaml"), Objects);
        return chart;
    }

    private const string Definition = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: { name: gadgets.example.org }
        spec:
          group: example.org
          scope: Namespaced
          names: { kind: Gadget, plural: gadgets }
          versions:
            - name: v1
              served: true
              storage: true
              subresources: { status: {} }
              schema:
                openAPIV3Schema:
                  type: object
                  properties:
                    spec:
                      type: object
                      properties: { size: { type: integer, minimum: 1 }, shape: { type: string, default: round } }
                    status: { type: object, x-kubernetes-preserve-unknown-fields: true }
        """;

    private const string Objects = """
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: {{ .Release.Name }} }
        data: { color: {{ .Values.color | quote }} }
        ---
        apiVersion: v1
        kind: Secret
        metadata: { name: {{ .Release.Name }} }
        stringData: { token: abc }
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: {{ .Release.Name }} }
        spec: { selector: { app: small }, ports: [{ port: 80, name: http }] }
        ---
        apiVersion: apps/v1
        kind: {{ .Values.kind }}
        metadata: { name: {{ .Release.Name }} }
        spec:
          {{ .Values.extra }}: 1
          selector: { matchLabels: { app: small } }
          {{ if eq .Values.kind "StatefulSet" }}serviceName: small{{ end }}
          template:
            metadata: { labels: { app: small } }
            spec: { containers: [{ name: web, image: "example.org/web:1", env: [{ name: COLOR, value: {{ .Values.color | quote }} }] }] }
        ---
        apiVersion: example.org/v1
        kind: Gadget
        metadata: { name: {{ .Release.Name }} }
        spec: { size: 3 }
        ---
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: {{ .Release.Name }}-hook
          annotations:
            helm.sh/hook: pre-install,pre-upgrade,post-delete
            helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
        spec: { template: { spec: { restartPolicy: Never, containers: [{ name: hook, image: "example.org/hook:1" }] } } }
        """;
}
