import { keptCommands, keptCommandsMs } from '../retention.ts';
import type { Sql } from './sql.ts';
import type { HallTables } from './tables.ts';

/** Remembers the answer to a command id, and forgets the oldest. Throws when the id was answered already. */
export function rememberAnswer(sql: Sql<HallTables>, seq: number, id: string, answer: unknown, at: number): void {
  sql.run(sql.from.insertInto('command').values({ seq, id, answer: JSON.stringify(answer ?? null), at }));
  sql.run(sql.from.deleteFrom('command').where('seq', '<=', seq - keptCommands));
  sql.run(sql.from.deleteFrom('command').where('at', '<', at - keptCommandsMs));
}

export function answerTo(sql: Sql<HallTables>, id: string): { readonly answer: unknown } | null {
  const row = sql.first(sql.from.selectFrom('command').select('answer').where('id', '=', id));
  return row === undefined ? null : { answer: JSON.parse(row.answer) as unknown };
}
