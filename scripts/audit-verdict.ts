import { z } from 'zod';

const Found = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      severity: z.string(),
      range: z.string(),
      fixAvailable: z.union([z.boolean(), z.object({ name: z.string(), version: z.string() })]),
    }),
  ),
});
const Failed = z.object({ message: z.string() });

export type AuditVerdict =
  | { readonly is: 'clean' }
  | { readonly is: 'found'; readonly lines: readonly string[] }
  /** Nobody could say: that is not the same as clean. */
  | { readonly is: 'not-checked'; readonly why: string };

/** What `npm audit --json` printed, as a verdict; one line for every weakness. */
export function auditVerdict(printed: string): AuditVerdict {
  const given = fromJson(printed);
  const found = Found.safeParse(given);
  if (found.success) {
    const lines = Object.entries(found.data.vulnerabilities).map(([name, { severity, range, fixAvailable }]) => {
      const fix =
        typeof fixAvailable === 'object'
          ? `better in ${fixAvailable.name} ${fixAvailable.version}`
          : fixAvailable
            ? 'better in a newer version'
            : 'nothing better is known';
      return `${severity}: ${name} ${range}, ${fix}`;
    });
    return lines.length === 0 ? { is: 'clean' } : { is: 'found', lines };
  }
  const failed = Failed.safeParse(given);
  return { is: 'not-checked', why: failed.success ? failed.data.message : 'npm said nothing that could be read' };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
