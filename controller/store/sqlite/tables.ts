/** The rows of the hall's database, as `migrations/` lays them down. Times are shared time in ms. */
export interface HallTables {
  meta: MetaRow;
  document: DocumentRow;
  journal: JournalRow;
  command: CommandRow;
}

/** Named facts about the database itself: `application`, `schema` and `revision`; `probe` for moments. */
export interface MetaRow {
  readonly name: string;
  readonly value: string | number;
}

/** What the hall is, as of the last decision; `body` is JSON, `revision` the one that wrote it. */
export interface DocumentRow {
  readonly kind: string;
  readonly id: string;
  readonly body: string;
  readonly revision: number;
}

/** Every decision, in order; append-only and chained. `changed` and `deeds` are JSON. */
export interface JournalRow {
  readonly seq: number;
  readonly revision: number;
  readonly at: number;
  readonly command: string;
  readonly command_id: string;
  readonly actor: string;
  readonly reason: string | null;
  readonly summary: string;
  readonly changed: string;
  /** Null in entries from before deeds were kept. */
  readonly deeds: string | null;
  readonly prev_hash: string;
  readonly hash: string;
}

/** The answers given to command ids, as JSON, so that the same id again gets the same answer. */
export interface CommandRow {
  readonly seq: number;
  readonly id: string;
  readonly answer: string;
  readonly at: number;
}
