import type { Change, HallState } from '#core/ports.ts';
import { applyChanges, emptyState } from '#core/ports.ts';
import { readDocument } from '../document-schemas.ts';
import { StoreFailure } from '../failure.ts';
import { storedRevision } from './meta-table.ts';
import type { Sql } from './sql.ts';
import type { HallTables } from './tables.ts';

export function writeDocuments(sql: Sql<HallTables>, changes: readonly Change[], revision: number): void {
  for (const { kind, id, body } of changes) {
    if (body === null) {
      sql.run(sql.from.deleteFrom('document').where('kind', '=', kind).where('id', '=', id));
      continue;
    }
    const row = { body: JSON.stringify(body), revision };
    sql.run(
      sql.from
        .insertInto('document')
        .values({ kind, id, ...row })
        .onConflict((conflict) => conflict.columns(['kind', 'id']).doUpdateSet(row)),
    );
  }
}

/** Every document, parsed. Throws a StoreFailure that names the first one that is not what it must be. */
export function readDocuments(sql: Sql<HallTables>, file: string): HallState {
  const rows = sql.all(sql.from.selectFrom('document').select(['kind', 'id', 'body']));
  const changes = rows.map(({ kind, id, body }) => {
    const read = readDocument(kind, body);
    if (!read.ok)
      throw new StoreFailure(
        'unreadable-document',
        `In ${file} the document "${id}" of kind "${kind}" cannot be read: at ${read.path}, ${read.expected}. Nothing was changed. Restore a backup, or start the version that wrote it.`,
      );
    return { kind: read.kind, id, body: read.body } as Change;
  });
  return applyChanges(emptyState(), changes, storedRevision(sql));
}
