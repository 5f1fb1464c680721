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

/** As much as the largest decisions write: a disk with room for less is full. */
const probed = 'x'.repeat(256 * 1024);

/** Writes as much as a decision may, and takes it away again; each is made durable. Throws what SQLite throws. */
export function probeDisk(sql: Sql<HallTables>): void {
  const takeAway = () => sql.run(sql.from.deleteFrom('meta').where('name', '=', 'probe'));
  sql.transaction(() => {
    takeAway();
    sql.run(sql.from.insertInto('meta').values({ name: 'probe', value: probed }));
  });
  sql.transaction(takeAway);
}
