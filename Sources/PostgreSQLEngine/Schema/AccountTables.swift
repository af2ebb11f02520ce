/// The tables of a ledger's accounts, the same as in a file of accounts. Times are milliseconds since 1970.
enum AccountTables {
  /// The schema's name; it never contains outside text.
  static func schema(of ledger: Int64) -> String { "access_\(ledger)" }

  /// All tables; the last is the audit, which is append-only.
  static let names = [
    "account", "password", "recovery_code", "role_grant", "session", "token", "rescue", "turn",
    "audit",
  ]

  static let sql = """
    -- People and machines. Rows are never removed: what the audit tells is about them.
    CREATE TABLE account (
      id bigint PRIMARY KEY,
      login text COLLATE "C" NOT NULL UNIQUE CHECK (login <> ''),
      name text COLLATE "C" NOT NULL CHECK (name <> ''),
      unit text COLLATE "C",
      kind text COLLATE "C" NOT NULL CHECK (kind IN ('person', 'machine')),
      state text COLLATE "C" NOT NULL CHECK (state IN ('active', 'disabled')),
      made bigint NOT NULL,
      seen bigint,
      -- The key of the second factor, one that is not confirmed yet, and the last step that was used.
      factor bytea,
      factor_offered bytea,
      factor_step bigint NOT NULL DEFAULT 0
    );

    -- The passwords of an account; the last counts. One with an end is a code that is used once.
    CREATE TABLE password (
      id bigint PRIMARY KEY,
      account bigint NOT NULL REFERENCES account (id),
      hash text COLLATE "C" NOT NULL,
      made bigint NOT NULL,
      until bigint
    );
    CREATE INDEX password_account ON password (account, id);

    -- Codes in place of the second factor; each is removed when it is used.
    CREATE TABLE recovery_code (
      account bigint NOT NULL REFERENCES account (id),
      hash bytea NOT NULL,
      PRIMARY KEY (account, hash)
    );

    -- Roles over scopes. `codes` are those of the catalogue, one a line.
    CREATE TABLE role_grant (
      id bigint PRIMARY KEY,
      account bigint NOT NULL REFERENCES account (id),
      role text COLLATE "C" NOT NULL CHECK (role <> ''),
      scope text COLLATE "C" NOT NULL CHECK (scope IN ('everything', 'units', 'areas', 'chains')),
      codes text COLLATE "C" NOT NULL,
      UNIQUE (account, role, scope, codes)
    );

    -- Who has signed in. Only the SHA-256 of a cookie is kept.
    CREATE TABLE session (
      id bigint PRIMARY KEY,
      account bigint NOT NULL REFERENCES account (id),
      hash bytea NOT NULL UNIQUE,
      made bigint NOT NULL,
      seen bigint NOT NULL,
      address text COLLATE "C" NOT NULL,
      browser text COLLATE "C" NOT NULL
    );
    CREATE INDEX session_account ON session (account, id);

    -- What machines show in place of a session.
    CREATE TABLE token (
      id bigint PRIMARY KEY,
      account bigint NOT NULL REFERENCES account (id),
      hash bytea NOT NULL UNIQUE,
      purpose text COLLATE "C" NOT NULL,
      made bigint NOT NULL,
      until bigint NOT NULL,
      seen bigint
    );

    -- Accounts that were rescued on the server; administrators see them until somebody takes note.
    CREATE TABLE rescue (
      id bigint PRIMARY KEY,
      account bigint NOT NULL REFERENCES account (id),
      at bigint NOT NULL,
      actor text COLLATE "C" NOT NULL,
      reason text COLLATE "C" NOT NULL CHECK (reason <> ''),
      noted bigint,
      noted_by text COLLATE "C"
    );

    -- What was done, by whom, from where, with what result. Rows are only added.
    CREATE TABLE audit (
      number bigint PRIMARY KEY CHECK (number > 0),
      at bigint NOT NULL,
      act text COLLATE "C" NOT NULL,
      login text COLLATE "C",
      name text COLLATE "C" NOT NULL,
      address text COLLATE "C" NOT NULL,
      subject text COLLATE "C" NOT NULL,
      entry bigint,
      result text COLLATE "C" NOT NULL,
      hash text COLLATE "C" NOT NULL CHECK (length(hash) = 64)
    );
    CREATE INDEX audit_entry ON audit (entry) WHERE entry IS NOT NULL;
    CREATE FUNCTION line_is_kept() RETURNS trigger LANGUAGE plpgsql AS
      $$BEGIN RAISE EXCEPTION 'a line of the audit is kept'; END$$;
    CREATE TRIGGER audit_is_kept BEFORE DELETE OR UPDATE ON audit
      FOR EACH ROW EXECUTE FUNCTION line_is_kept();

    -- Who writes holds this row: numbers are given out one after the other.
    CREATE TABLE turn (id bigint PRIMARY KEY);
    INSERT INTO turn VALUES (1)
    """
}
