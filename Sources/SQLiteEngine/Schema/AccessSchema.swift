extension FileSchema {
  /// The file of accounts beside a ledger: "TZ2A" in ASCII.
  static let access = FileSchema(mark: 0x545A_3241, steps: [.accounts])
}

extension Migration {
  /// Accounts, roles, sessions and the audit. Times are milliseconds since 1970.
  static let accounts = Migration(
    number: 1,
    sql: """
      -- People and machines. Rows are never removed: what the audit tells is about them.
      CREATE TABLE account (
        id INTEGER PRIMARY KEY,
        login TEXT NOT NULL UNIQUE CHECK (login <> ''),
        name TEXT NOT NULL CHECK (name <> ''),
        unit TEXT,
        kind TEXT NOT NULL CHECK (kind IN ('person', 'machine')),
        state TEXT NOT NULL CHECK (state IN ('active', 'disabled')),
        made INTEGER NOT NULL,
        seen INTEGER,
        -- The key of the second factor, one that is not confirmed yet, and the last step that was used.
        factor BLOB,
        factor_offered BLOB,
        factor_step INTEGER NOT NULL DEFAULT 0
      ) STRICT;

      -- The passwords of an account; the last counts. One with an end is a code that is used once.
      CREATE TABLE password (
        id INTEGER PRIMARY KEY,
        account INTEGER NOT NULL REFERENCES account (id),
        hash TEXT NOT NULL,
        made INTEGER NOT NULL,
        until INTEGER
      ) STRICT;
      CREATE INDEX password_account ON password (account, id);

      -- Codes in place of the second factor; each is removed when it is used.
      CREATE TABLE recovery_code (
        account INTEGER NOT NULL REFERENCES account (id),
        hash BLOB NOT NULL,
        PRIMARY KEY (account, hash)
      ) STRICT, WITHOUT ROWID;

      -- Roles over scopes. `codes` are those of the catalogue, one a line.
      CREATE TABLE role_grant (
        id INTEGER PRIMARY KEY,
        account INTEGER NOT NULL REFERENCES account (id),
        role TEXT NOT NULL CHECK (role <> ''),
        scope TEXT NOT NULL CHECK (scope IN ('everything', 'units', 'areas', 'chains')),
        codes TEXT NOT NULL,
        UNIQUE (account, role, scope, codes)
      ) STRICT;

      -- Who has signed in. Only the SHA-256 of a cookie is kept.
      CREATE TABLE session (
        id INTEGER PRIMARY KEY,
        account INTEGER NOT NULL REFERENCES account (id),
        hash BLOB NOT NULL UNIQUE,
        made INTEGER NOT NULL,
        seen INTEGER NOT NULL,
        address TEXT NOT NULL,
        browser TEXT NOT NULL
      ) STRICT;
      CREATE INDEX session_account ON session (account, id);

      -- What machines show in place of a session.
      CREATE TABLE token (
        id INTEGER PRIMARY KEY,
        account INTEGER NOT NULL REFERENCES account (id),
        hash BLOB NOT NULL UNIQUE,
        purpose TEXT NOT NULL,
        made INTEGER NOT NULL,
        until INTEGER NOT NULL,
        seen INTEGER
      ) STRICT;

      -- Accounts that were rescued on the server; administrators see them until somebody takes note.
      CREATE TABLE rescue (
        id INTEGER PRIMARY KEY,
        account INTEGER NOT NULL REFERENCES account (id),
        at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        reason TEXT NOT NULL CHECK (reason <> ''),
        noted INTEGER,
        noted_by TEXT
      ) STRICT;

      -- What was done, by whom, from where, with what result. Rows are only added.
      CREATE TABLE audit (
        number INTEGER PRIMARY KEY CHECK (number > 0),
        at INTEGER NOT NULL,
        act TEXT NOT NULL,
        login TEXT,
        name TEXT NOT NULL,
        address TEXT NOT NULL,
        subject TEXT NOT NULL,
        entry INTEGER,
        result TEXT NOT NULL,
        hash TEXT NOT NULL CHECK (length(hash) = 64)
      ) STRICT;
      CREATE INDEX audit_entry ON audit (entry) WHERE entry IS NOT NULL;
      CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
      BEGIN
        SELECT RAISE(ABORT, 'a line of the audit is kept');
      END;
      CREATE TRIGGER audit_is_final BEFORE UPDATE ON audit
      BEGIN
        SELECT RAISE(ABORT, 'a line of the audit is final');
      END;
      """)
}
