import { contentRefusals as no } from '#shared/words/content-refusals.ts';
import { problem, type Problem } from '#shared/problem.ts';

/** What to tell who sent a file that could not be written; null where the disk is not to blame. */
export function diskProblem(error: unknown): Problem | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return problem('storage', no.diskFull());
  if (code === 'EROFS' || code === 'EACCES' || code === 'EIO') return problem('storage', no.diskFails(code));
  return null;
}
