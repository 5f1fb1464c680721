import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';

/** `npm run sbom`: what the hall is made of, as a CycloneDX document in reports/sbom.json. Development tools are left out. */
const listed = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
if (listed.status !== 0) {
  console.error(`npm cannot list what is installed; run \`npm ci\` first.\n${listed.stderr}`);
  process.exitCode = 1;
} else {
  const { components } = JSON.parse(listed.stdout) as { components: readonly unknown[] };
  mkdirSync('reports', { recursive: true });
  writeFileSync('reports/sbom.json', listed.stdout);
  console.log(`reports/sbom.json lists ${components.length} components.`);
}
