import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { auditVerdict } from './audit-verdict.ts';

/**
 * `npm run audit`: asks the registry whether a known weakness is among what the hall runs on, and keeps its answer in
 * reports/audit.json. Ends with 0 where there is none, 1 where there is, and 2 where the registry could not be asked.
 */
const { stdout } = spawnSync('npm', ['audit', '--omit', 'dev', '--json'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
mkdirSync('reports', { recursive: true });
writeFileSync('reports/audit.json', stdout);
const verdict = auditVerdict(stdout);
switch (verdict.is) {
  case 'clean':
    console.log('No known weakness. The registry’s answer is in reports/audit.json.');
    break;
  case 'found':
    console.error(verdict.lines.join('\n'));
    process.exitCode = 1;
    break;
  case 'not-checked':
    console.error(
      `Not checked: ${verdict.why}\nRun this on a machine that reaches the public registry (or a mirror that serves advisories) before you put this version on the wall.`,
    );
    process.exitCode = 2;
}
