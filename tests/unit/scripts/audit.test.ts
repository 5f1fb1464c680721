import { expect, it } from 'vitest';
import { auditVerdict } from '../../../scripts/audit-verdict.ts';

const weak = (fixAvailable: unknown) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: { left: { severity: 'high', range: '<2.0.0', fixAvailable } },
  });

it.each([
  ['nothing is known', JSON.stringify({ vulnerabilities: {} }), { is: 'clean' }],
  [
    'there is a fix',
    weak({ name: 'left', version: '2.0.1' }),
    { is: 'found', lines: ['high: left <2.0.0, better in left 2.0.1'] },
  ],
  ['a newer one is better', weak(true), { is: 'found', lines: ['high: left <2.0.0, better in a newer version'] }],
  ['there is none', weak(false), { is: 'found', lines: ['high: left <2.0.0, nothing better is known'] }],
  // Of a mirror that serves packages alone, 27 November 2026.
  [
    'the registry does not answer that',
    JSON.stringify({
      message: '405 Method Not Allowed - POST https://registry.npmjs.org/-/npm/v1/security/advisories/bulk',
      statusCode: 405,
    }),
    {
      is: 'not-checked',
      why: '405 Method Not Allowed - POST https://registry.npmjs.org/-/npm/v1/security/advisories/bulk',
    },
  ],
  ['npm printed nothing', '', { is: 'not-checked', why: 'npm said nothing that could be read' }],
])('where %s', (_case, printed, verdict) => expect(auditVerdict(printed)).toEqual(verdict));
