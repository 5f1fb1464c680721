import type { Migration } from '../migrate.ts';

/** What was done as data, so that the journal is read in the reader's language. Older entries have their sentence. */
export const hall002: Migration = {
  version: 2,
  sql: 'ALTER TABLE journal ADD COLUMN deeds TEXT;',
};
