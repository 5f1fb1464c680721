import type { Migration } from '../migrate.ts';

export const hall001: Migration = {
  version: 1,
  sql: `
    CREATE TABLE document (
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      body TEXT NOT NULL,
      revision INTEGER NOT NULL,
      PRIMARY KEY (kind, id)
    ) STRICT;

    CREATE TABLE journal (
      seq INTEGER PRIMARY KEY,
      revision INTEGER NOT NULL,
      at REAL NOT NULL,
      command TEXT NOT NULL,
      command_id TEXT NOT NULL,
      actor TEXT NOT NULL,
      reason TEXT,
      summary TEXT NOT NULL,
      changed TEXT NOT NULL,
      prev_hash TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;

    -- Without this one, INSERT OR REPLACE would replace an entry unseen by the trigger on DELETE.
    CREATE TRIGGER journal_only_grows BEFORE INSERT ON journal
    WHEN NEW.seq <= (SELECT coalesce(max(seq), 0) FROM journal)
    BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

    CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
    BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

    CREATE TRIGGER journal_is_not_cut BEFORE DELETE ON journal
    BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

    CREATE TABLE command (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      answer TEXT NOT NULL,
      at REAL NOT NULL
    ) STRICT;

    CREATE INDEX command_at ON command (at);

    INSERT INTO meta (name, value) VALUES ('revision', 0);
  `,
};
