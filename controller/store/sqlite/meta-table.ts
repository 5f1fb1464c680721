import type { Sql } from './sql.ts';
import type { HallTables } from './tables.ts';

/** The revision of the last decision; 0 in a new database. */
export function storedRevision(sql: Sql<HallTables>): number {
  const row = sql.first(sql.from.selectFrom('meta').select('value').where('name', '=', 'revision'));
  if (typeof row?.value !== 'number') throw new Error('the database has no revision');
  return row.value;
}

export function setRevision(sql: Sql<HallTables>, revision: number): void {
  sql.run(sql.from.updateTable('meta').set({ value: revision }).where('name', '=', 'revision'));
}
