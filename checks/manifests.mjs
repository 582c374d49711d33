// Renders every overlay and holds it against the rules.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';
import { findKubectl, render } from './kubectl.mjs';
import { rules } from './manifest-rules.mjs';

const overlays = fileURLToPath(new URL('../k8s/overlays/', import.meta.url));

const kubectl = findKubectl();
if (kubectl === undefined) {
  const message = 'no kubectl 1.27 or newer: the Kubernetes manifests are NOT checked';
  if (process.env.CI === 'true') {
    console.error(`ERROR: ${message}`);
    process.exit(1);
  }
  console.warn(`SKIPPED: ${message}`);
  process.exit(0);
}

let failures = 0;
for (const overlay of readdirSync(overlays).sort()) {
  const documents = parseAllDocuments(render(kubectl, overlays + overlay)).map((one) => one.toJS());
  const found = Object.entries(rules).flatMap(([rule, check]) =>
    check(documents).map((problem) => `${overlay}: ${rule}: ${problem}`),
  );
  found.forEach((problem) => console.error(problem));
  console.log(`${overlay}: ${documents.length} objects, ${found.length} problems`);
  failures += found.length;
}
process.exit(failures === 0 ? 0 : 1);
