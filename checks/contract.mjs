// Lints the contract with Spectral and Redocly. Another file than openapi/kexin.yaml can be given as argument.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const contract = process.argv[2] ?? at('../openapi/kexin.yaml');

if (!existsSync(contract)) {
  console.error(`there is no contract at ${contract}`);
  process.exit(1);
}

const linters = [
  [
    at('node_modules/@stoplight/spectral-cli/dist/index.js'),
    ['lint', '--ruleset', at('contract.spectral.yaml'), '--fail-severity', 'warn', contract],
  ],
  [
    at('node_modules/@redocly/cli/bin/cli.js'),
    ['lint', '--config', at('../openapi/rules/redocly.yaml'), '--format', 'stylish', contract],
  ],
];

const failed = linters.filter(
  ([command, options]) =>
    spawnSync(process.execPath, [command, ...options], {
      stdio: 'inherit',
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    }).status !== 0,
);
process.exit(failed.length === 0 ? 0 : 1);
