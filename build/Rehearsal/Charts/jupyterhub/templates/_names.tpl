{{- define "jupyterhub.labels" -}}
app.kubernetes.io/name: jupyterhub
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
app: jupyterhub
release: {{ .Release.Name }}
{{- end }}

{{- define "jupyterhub.hubServiceAccount" -}}
{{ .Values.hub.serviceAccount.name | default (.Values.hub.serviceAccount.create | ternary "hub" "default") }}
{{- end }}

{{- /* A generated value is kept over upgrades: what the live Secret holds wins over a new one. */}}
{{- define "jupyterhub.kept" -}}
{{- $live := lookup "v1" "Secret" .root.Release.Namespace "hub" }}
{{- $data := ($live | default dict).data | default dict }}
{{- if .given }}{{ .given | b64enc }}{{ else if hasKey $data .key }}{{ get $data .key }}{{ else }}{{ .new | b64enc }}{{ end }}
{{- end }}

{{- define "jupyterhub.env" -}}
{{- if kindIs "slice" . }}{{ toYaml . }}
{{- else }}
{{- range $name, $value := . }}
- name: {{ $name | quote }}
{{- if kindIs "map" $value }}
{{ toYaml $value | indent 2 }}
{{- else }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
