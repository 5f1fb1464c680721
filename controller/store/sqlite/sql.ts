import type Database from 'better-sqlite3';
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type Compilable } from 'kysely';

/**
 * Queries are built with Kysely and run at once, synchronously, on better-sqlite3: nothing can come between the
 * statements of a transaction, and an error is the one that SQLite raised.
 */
export interface Sql<Tables> {
  /** Builds queries; it cannot run them. */
  readonly from: Kysely<Tables>;
  all<Row>(query: Compilable<Row>): Row[];
  first<Row>(query: Compilable<Row>): Row | undefined;
  /** How many rows it changed. */
  run(query: Compilable): number;
  /** Everything the work writes is made durable together, or nothing is. */
  transaction<Result>(work: () => Result): Result;
}

export function createSql<Tables>(database: Database.Database): Sql<Tables> {
  const statements = new Map<string, Database.Statement>();
  const prepared = (text: string): Database.Statement => {
    const known = statements.get(text);
    if (known !== undefined) return known;
    const statement = database.prepare(text);
    statements.set(text, statement);
    return statement;
  };
  const all = <Row>(query: Compilable<Row>): Row[] => {
    const { sql, parameters } = query.compile();
    return prepared(sql).all(...parameters) as Row[];
  };
  return {
    from: new Kysely<Tables>({
      dialect: {
        createAdapter: () => new SqliteAdapter(),
        createDriver: () => new DummyDriver(),
        createIntrospector: (db) => new SqliteIntrospector(db),
        createQueryCompiler: () => new SqliteQueryCompiler(),
      },
    }),
    all,
    first: (query) => all(query)[0],
    run: (query) => {
      const { sql, parameters } = query.compile();
      return prepared(sql).run(...parameters).changes;
    },
    transaction: (work) => database.transaction(work).immediate(),
  };
}
