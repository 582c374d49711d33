// Every rule finds nothing in the production overlay, and each way to break it below is found by that rule.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'node:test';
import { parseAllDocuments } from 'yaml';
import { findKubectl, render } from '../kubectl.mjs';
import { rules } from '../manifest-rules.mjs';

const kubectl = findKubectl();
const skip = kubectl === undefined && process.env.CI !== 'true' ? 'no kubectl on this machine' : false;

const one = (documents, kind) => documents.find((document) => document.kind === kind);
const pod = (documents, kind = 'Deployment') => one(documents, kind).spec.template.spec;
const container = (documents, kind) => pod(documents, kind).containers[0];
const remove = (documents, keep) => documents.splice(0, documents.length, ...documents.filter(keep));
const policy = (documents, name) =>
  documents.find((document) => document.kind === 'NetworkPolicy' && document.metadata.name === name);

/** rule → what is broken → how */
const violations = {
  schema: {
    'a number is text': (d) => (one(d, 'HorizontalPodAutoscaler').spec.minReplicas = 'three'),
    'a required field is missing': (d) => delete one(d, 'Deployment').spec.selector,
    'the kind is misspelt': (d) => (one(d, 'Service').kind = 'Servise'),
    'the version does not exist': (d) => (one(d, 'Deployment').apiVersion = 'apps/v1beta7'),
  },
  podSecurity: {
    'a host network': (d) => (pod(d).hostNetwork = true),
    'a host path': (d) => pod(d).volumes.push({ name: 'host', hostPath: { path: '/' } }),
    'a sysctl': (d) => (pod(d).securityContext.sysctls = [{ name: 'kernel.msgmax', value: '1' }]),
    'perhaps root': (d) => delete pod(d).securityContext.runAsNonRoot,
    'user 0': (d) => (container(d).securityContext.runAsUser = 0),
    'no seccomp profile': (d) => delete pod(d, 'Job').securityContext.seccompProfile,
    'privileged': (d) => (container(d).securityContext.privileged = true),
    'escalation': (d) => delete container(d).securityContext.allowPrivilegeEscalation,
    'kept capabilities': (d) => (container(d, 'Job').securityContext.capabilities.drop = ['NET_RAW']),
    'added capabilities': (d) => (container(d).securityContext.capabilities.add = ['SYS_ADMIN']),
    'a port of the node': (d) => (container(d).ports[0].hostPort = 80),
    'an init container': (d) => (pod(d).initContainers = [{ name: 'first', image: 'kexin:0.1.0' }]),
  },
  hardening: {
    'a writable file system': (d) => (container(d).securityContext.readOnlyRootFilesystem = false),
    'a token': (d) => delete pod(d).automountServiceAccountToken,
    'the default account': (d) => delete pod(d, 'Job').serviceAccountName,
  },
  namespace: {
    'no namespace': (d) => remove(d, ({ kind }) => kind !== 'Namespace'),
    'not restricted': (d) =>
      (one(d, 'Namespace').metadata.labels['pod-security.kubernetes.io/enforce'] = 'baseline'),
    'an object elsewhere': (d) => (one(d, 'Service').metadata.namespace = 'default'),
  },
  noSecrets: {
    'a Secret': (d) => d.push({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'kexin-database' } }),
    'a password in the settings': (d) => (one(d, 'ConfigMap').data.KEXIN_DB_PASSWORD = 'x'),
    'a password in the environment': (d) =>
      container(d).env.push({ name: 'KEXIN_DB_PASSWORD', value: 'x' }),
  },
  resources: {
    'no limits': (d) => delete container(d, 'Job').resources.limits,
    'no memory limit': (d) => delete container(d).resources.limits.memory,
    'no requests': (d) => delete container(d).resources.requests,
  },
  databaseUsers: {
    'one user for both': (d) =>
      container(d, 'Job')
        .env.filter((entry) => entry.valueFrom)
        .forEach((entry) => (entry.valueFrom.secretKeyRef.name = 'kexin-database')),
    'the whole secret as environment': (d) =>
      container(d).envFrom.push({ secretRef: { name: 'kexin-database-migration' } }),
    'no user for the migration': (d) => (container(d, 'Job').env = []),
  },
  networkPolicy: {
    'no default': (d) => remove(d, ({ metadata }) => metadata.name !== 'default-deny'),
    'a default for one direction': (d) => (policy(d, 'default-deny').spec.policyTypes = ['Ingress']),
    'no policy for the pods': (d) => remove(d, (x) => x !== policy(d, 'kexin-migration')),
    'any port': (d) => policy(d, 'kexin').spec.egress.push({}),
  },
  selectors: {
    'a Service without pods': (d) => (one(d, 'Service').spec.selector = { app: 'kexin' }),
    'a Service with the migration': (d) =>
      (one(d, 'Service').spec.selector = { 'app.kubernetes.io/name': 'kexin' }),
    'a budget without pods': (d) =>
      (one(d, 'PodDisruptionBudget').spec.selector.matchLabels = { app: 'kexin' }),
    'a Deployment without pods': (d) => (one(d, 'Deployment').spec.selector.matchLabels = { app: 'kexin' }),
    'a spread without pods': (d) =>
      (pod(d).topologySpreadConstraints[0].labelSelector.matchLabels = { app: 'kexin' }),
  },
  references: {
    'an autoscaler of nothing': (d) =>
      (one(d, 'HorizontalPodAutoscaler').spec.scaleTargetRef.name = 'kexin-service'),
    'two owners of the number of pods': (d) => (one(d, 'Deployment').spec.replicas = 3),
    'a port without a name': (d) => (one(d, 'Service').spec.ports[0].targetPort = 'https'),
    'settings of another name': (d) => (one(d, 'ConfigMap').metadata.name = 'kexin'),
  },
  rollout: {
    'fewer pods': (d) => (one(d, 'Deployment').spec.strategy.rollingUpdate.maxUnavailable = 1),
    'no readiness': (d) => delete container(d).readinessProbe,
    'liveness asks the database': (d) =>
      (container(d).livenessProbe.httpGet.path = '/q/health/ready'),
    'no pause': (d) => delete container(d).lifecycle,
    'an early kill': (d) => (pod(d).terminationGracePeriodSeconds = 20),
  },
  release: {
    'another image': (d) => (container(d).image = 'kexin:latest'),
    'the Job of the last release': (d) => (one(d, 'Job').metadata.name = 'kexin-migration-0-0-9'),
  },
};

test('every rule has a violation', () => {
  assert.deepEqual(Object.keys(violations).sort(), Object.keys(rules).sort());
});

test('manifests', { skip }, async (t) => {
  const overlay = fileURLToPath(new URL('../../k8s/overlays/production', import.meta.url));
  const documents = parseAllDocuments(render(kubectl, overlay)).map((document) => document.toJS());

  for (const [rule, check] of Object.entries(rules)) {
    await t.test(`${rule} finds nothing in the production overlay`, () => {
      assert.deepEqual(check(documents), []);
    });
    for (const [what, breakIt] of Object.entries(violations[rule] ?? {})) {
      await t.test(`${rule} finds: ${what}`, () => {
        const broken = structuredClone(documents);
        breakIt(broken);
        assert.notDeepEqual(check(broken), []);
      });
    }
  }
});

test('bound-tokens fits the production overlay and changes one setting', { skip }, () => {
  const k8s = fileURLToPath(new URL('../../k8s/', import.meta.url));
  const overlay = mkdtempSync(join(k8s, '.test-'));
  try {
    writeFileSync(
      join(overlay, 'kustomization.yaml'),
      JSON.stringify({
        apiVersion: 'kustomize.config.k8s.io/v1beta1',
        kind: 'Kustomization',
        resources: ['../base'],
        components: ['../components/pod-tls', '../components/bound-tokens'],
      }),
    );
    const documents = parseAllDocuments(render(kubectl, overlay)).map((document) => document.toJS());
    assert.equal(one(documents, 'ConfigMap').data.KEXIN_OIDC_TOKEN_SCHEME, 'DPoP');
    assert.equal(one(documents, 'ConfigMap').data.QUARKUS_HTTP_SSL_PORT, '8080');
    assert.equal(container(documents).envFrom[0].configMapRef.name, one(documents, 'ConfigMap').metadata.name);
  } finally {
    rmSync(overlay, { recursive: true });
  }
});
