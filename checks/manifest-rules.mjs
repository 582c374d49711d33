// The rules for rendered manifests. Each takes all documents of one overlay and returns what is wrong, a line each.
// test/manifests.test.mjs breaks every one of them.
import * as models from 'kubernetes-models';


/** What the Kubernetes API accepts: kinds, required fields, types. It does not know misspelt optional fields. */
export function schema(documents) {
  return documents.flatMap((document) => {
    const Model = modelOf(document);
    if (Model === undefined) {
      return [`${name(document)}: no such kind in ${document.apiVersion}`];
    }
    try {
      new Model(document).validate();
      return [];
    } catch (error) {
      return [`${name(document)}: ${error.message}`];
    }
  });
}

/** Pod Security Standards, level "restricted": every control of it that a pod of ours could break. */
export function podSecurity(documents) {
  return pods(documents).flatMap(({ owner, pod }) => {
    const wrong = (text) => `${name(owner)}: ${text}`;
    const own = pod.securityContext ?? {};
    const found = [];
    for (const flag of ['hostNetwork', 'hostPID', 'hostIPC']) {
      if (pod[flag]) found.push(wrong(`${flag} is set`));
    }
    for (const volume of pod.volumes ?? []) {
      const kinds = Object.keys(volume).filter((key) => key !== 'name');
      if (!kinds.every((kind) => VOLUMES.has(kind))) {
        found.push(wrong(`volume ${volume.name} is of a kind that is not allowed`));
      }
    }
    if ((own.sysctls ?? []).length > 0) found.push(wrong('sets sysctls'));
    for (const container of containers(pod)) {
      const context = container.securityContext ?? {};
      const report = (text) => found.push(wrong(`container ${container.name}: ${text}`));
      if ((context.runAsNonRoot ?? own.runAsNonRoot) !== true) report('runAsNonRoot is not true');
      if ((context.runAsUser ?? own.runAsUser) === 0) report('runs as user 0');
      const seccomp = (context.seccompProfile ?? own.seccompProfile)?.type;
      if (!['RuntimeDefault', 'Localhost'].includes(seccomp)) report('has no seccomp profile');
      if (context.privileged) report('is privileged');
      if (context.allowPrivilegeEscalation !== false) report('may escalate its privileges');
      if (!(context.capabilities?.drop ?? []).includes('ALL')) report('does not drop ALL capabilities');
      const added = (context.capabilities?.add ?? []).filter((one) => one !== 'NET_BIND_SERVICE');
      if (added.length > 0) report(`adds ${added.join(', ')}`);
      if ((container.ports ?? []).some((port) => port.hostPort)) report('takes a port of its node');
    }
    return found;
  });
}

/** Beyond "restricted": nothing may be written but /tmp, and no pod gets a token for the cluster's API. */
export function hardening(documents) {
  return pods(documents).flatMap(({ owner, pod }) => [
    ...containers(pod)
      .filter((container) => container.securityContext?.readOnlyRootFilesystem !== true)
      .map((container) => `${name(owner)}: container ${container.name} can write to its file system`),
    ...(pod.automountServiceAccountToken === false ? [] : [`${name(owner)}: mounts a token for the cluster's API`]),
    ...(ofKind(documents, 'ServiceAccount').some((one) => one.metadata.name === pod.serviceAccountName)
      ? []
      : [`${name(owner)}: has no service account of its own`]),
  ]);
}

/** The namespace makes the API server enforce what podSecurity only checks here, and holds everything. */
export function namespace(documents) {
  const [one, ...more] = ofKind(documents, 'Namespace');
  if (one === undefined || more.length > 0) {
    return ['there must be exactly one Namespace'];
  }
  return [
    ...(one.metadata.labels?.['pod-security.kubernetes.io/enforce'] === 'restricted'
      ? []
      : [`${name(one)}: does not enforce Pod Security "restricted"`]),
    ...documents
      .filter((document) => document !== one && document.metadata.namespace !== one.metadata.name)
      .map((document) => `${name(document)}: is not in namespace ${one.metadata.name}`),
  ];
}

/** Secrets are only referred to; what is in a repository is no secret. */
export function noSecrets(documents) {
  const settings = ofKind(documents, 'ConfigMap').flatMap((map) =>
    Object.keys(map.data ?? {}).map((key) => ({ owner: map, key })),
  );
  const literals = pods(documents).flatMap(({ owner, pod }) =>
    containers(pod).flatMap((container) =>
      // "none" stands for a secret that is not given on purpose.
      (container.env ?? []).filter((one) => one.value !== undefined && one.value !== 'none').map((one) => ({ owner, key: one.name })),
    ),
  );
  return [
    ...ofKind(documents, 'Secret').map((secret) => `${name(secret)}: a Secret stands in the manifests`),
    ...[...settings, ...literals]
      .filter(({ key }) => /PASSWORD|SECRET|TOKEN|_KEY$|DB_USER/.test(key))
      .map(({ owner, key }) => `${name(owner)}: ${key} is given in the open`),
  ];
}

/** Without limits one pod can starve its node; without requests the autoscaler has nothing to compare with. */
export function resources(documents) {
  return pods(documents).flatMap(({ owner, pod }) =>
    containers(pod).flatMap((container) =>
      ['requests', 'limits'].flatMap((bound) =>
        ['cpu', 'memory']
          .filter((kind) => container.resources?.[bound]?.[kind] === undefined)
          .map((kind) => `${name(owner)}: container ${container.name} has no ${bound}.${kind}`),
      ),
    ),
  );
}

/** Neither the service nor the migration holds the other's password; the migration is told whom to give rights to. */
export function databaseUsers(documents) {
  const passwords = (kind) =>
    new Set(
      pods(ofKind(documents, kind)).flatMap(({ pod }) =>
        containers(pod).flatMap((container) => [
          ...(container.env ?? [])
            .map((one) => one.valueFrom?.secretKeyRef)
            .filter((reference) => reference && reference.key !== 'username')
            .map((reference) => reference.name),
          ...(container.envFrom ?? []).map((one) => one.secretRef?.name),
        ]),
      ),
    );
  const [service, migration] = [passwords('Deployment'), passwords('Job')].map(
    (names) => new Set([...names].filter((one) => one?.startsWith('kexin-database'))),
  );
  if (service.size === 0 || migration.size === 0) {
    return ['the Deployment and the migration Job must each name a database secret'];
  }
  return [...service].filter((one) => migration.has(one)).map((one) => `Deployment and Job share secret ${one}`);
}

/** Every pod is selected by a policy for it, and a default denies both directions. */
export function networkPolicy(documents) {
  const policies = ofKind(documents, 'NetworkPolicy');
  const denies = policies.some(
    ({ spec }) =>
      isEmpty(spec.podSelector) &&
      ['Ingress', 'Egress'].every((one) => spec.policyTypes?.includes(one)) &&
      !spec.ingress &&
      !spec.egress,
  );
  const open = policies.flatMap((policy) =>
    ['ingress', 'egress'].flatMap((direction) =>
      (policy.spec[direction] ?? [])
        .filter((rule) => (rule.ports ?? []).length === 0)
        .map(() => `${name(policy)}: an ${direction} rule opens every port`),
    ),
  );
  const unselected = pods(documents).filter(
    ({ labels }) =>
      !policies.some(({ spec }) => !isEmpty(spec.podSelector) && matches(spec.podSelector, labels)),
  );
  return [
    ...(denies ? [] : ['no NetworkPolicy denies everything by default']),
    ...open,
    ...unselected.map(({ owner }) => `${name(owner)}: no NetworkPolicy is about its pods`),
  ];
}

/** Whatever selects, selects the service's pods and no others: the migration's carry some of the same labels. */
export function selectors(documents) {
  const all = pods(documents);
  const selecting = [
    ...ofKind(documents, 'Deployment').map((one) => [one, one.spec.selector]),
    ...ofKind(documents, 'Service').map((one) => [one, { matchLabels: one.spec.selector }]),
    ...ofKind(documents, 'PodDisruptionBudget').map((one) => [one, one.spec.selector]),
  ];
  return [
    ...selecting.flatMap(([selector, labels]) => {
      const owners = all.filter((pod) => matches(labels, pod.labels)).map(({ owner }) => owner.kind);
      return owners.length === 1 && owners[0] === 'Deployment'
        ? []
        : [`${name(selector)}: selects ${owners.length === 0 ? 'no pods' : `pods of ${owners.join(' and ')}`}`];
    }),
    ...all.flatMap(({ owner, pod, labels }) =>
      (pod.topologySpreadConstraints ?? [])
        .filter((constraint) => !matches(constraint.labelSelector, labels))
        .map(() => `${name(owner)}: a topologySpreadConstraint does not select its own pods`),
    ),
  ];
}

/** What refers to something by name finds it. */
export function references(documents) {
  const deployments = ofKind(documents, 'Deployment');
  const ports = new Set(
    pods(documents).flatMap(({ pod }) =>
      containers(pod).flatMap((container) => (container.ports ?? []).map((port) => port.name)),
    ),
  );
  const maps = new Set(ofKind(documents, 'ConfigMap').map((one) => one.metadata.name));
  return [
    ...ofKind(documents, 'HorizontalPodAutoscaler').flatMap((scaler) => {
      const target = scaler.spec.scaleTargetRef;
      const found = deployments.find((one) => target.kind === 'Deployment' && one.metadata.name === target.name);
      if (found === undefined) return [`${name(scaler)}: scales ${target.kind} ${target.name}, which does not exist`];
      return found.spec.replicas === undefined ? [] : [`${name(found)}: sets replicas, which ${name(scaler)} owns`];
    }),
    ...ofKind(documents, 'Service').flatMap((service) =>
      service.spec.ports
        .filter((port) => typeof port.targetPort === 'string' && !ports.has(port.targetPort))
        .map((port) => `${name(service)}: no container has a port named ${port.targetPort}`),
    ),
    ...pods(documents).flatMap(({ owner, pod }) =>
      containers(pod).flatMap((container) =>
        (container.envFrom ?? [])
          .filter((from) => from.configMapRef && !maps.has(from.configMapRef.name))
          .map((from) => `${name(owner)}: ConfigMap ${from.configMapRef.name} does not exist`),
      ),
    ),
  ];
}

/** A roll-out loses no request: all three probes, no pod fewer than asked for, and time to finish. */
export function rollout(documents) {
  return ofKind(documents, 'Deployment').flatMap((deployment) => {
    const { strategy, template } = deployment.spec;
    const found = [];
    if (strategy?.rollingUpdate?.maxUnavailable !== 0) found.push('maxUnavailable is not 0');
    for (const container of template.spec.containers) {
      for (const [probe, path] of Object.entries(PROBES)) {
        if (container[probe]?.httpGet?.path !== path) found.push(`${probe} does not ask ${path}`);
      }
      const pause = container.lifecycle?.preStop?.sleep?.seconds ?? 0;
      if (pause === 0) found.push('has no preStop pause');
      if ((template.spec.terminationGracePeriodSeconds ?? 30) < pause + 30) {
        found.push('is killed less than 30 s after its preStop pause');
      }
    }
    return found.map((text) => `${name(deployment)}: ${text}`);
  });
}

/** One version everywhere: the image's tag, the version label and the Job's name, which cannot be reused. */
export function release(documents) {
  return pods(documents).flatMap(({ owner, pod, labels }) => {
    const version = labels['app.kubernetes.io/version'];
    const found = containers(pod)
      .filter((container) => !container.image.endsWith(`:${version}`))
      .map((container) => `image ${container.image} is not version ${version}`);
    if (owner.kind === 'Job' && !owner.metadata.name.endsWith(`-${String(version).replaceAll('.', '-')}`)) {
      found.push(`its name does not end with version ${version}`);
    }
    return found.map((text) => `${name(owner)}: ${text}`);
  });
}

export const rules = {
  schema,
  podSecurity,
  hardening,
  namespace,
  noSecrets,
  resources,
  databaseUsers,
  networkPolicy,
  selectors,
  references,
  rollout,
  release,
};

const VOLUMES = new Set([
  'configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret',
]);

const PROBES = {
  startupProbe: '/q/health/started',
  livenessProbe: '/q/health/live',
  readinessProbe: '/q/health/ready',
};

function modelOf({ apiVersion, kind }) {
  const parts = apiVersion.split('/');
  const group = parts.length === 1 ? models : models[camel(parts[0])];
  return group?.[parts.at(-1)]?.[kind];
}

function camel(group) {
  return group.replaceAll(/\.([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

function pods(documents) {
  return documents
    .filter((document) => document.spec?.template?.spec?.containers !== undefined)
    .map((owner) => ({
      owner,
      pod: owner.spec.template.spec,
      labels: owner.spec.template.metadata?.labels ?? {},
    }));
}

function containers(pod) {
  return [...(pod.initContainers ?? []), ...pod.containers];
}

function ofKind(documents, kind) {
  return documents.filter((document) => document.kind === kind);
}

function matches(selector, labels) {
  const wanted = Object.entries(selector?.matchLabels ?? {});
  return wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value);
}

function isEmpty(selector) {
  return Object.keys(selector ?? {}).length === 0;
}

function name(document) {
  return `${document.kind} ${document.metadata?.name}`;
}
