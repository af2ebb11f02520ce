import Engine

/// The tables of a ledger's accounts, the same as in a file of accounts. Times are milliseconds since 1970.
enum AccountTables {
  /// The schema's name; it never contains outside text.
  static func schema(of ledger: Int64) -> String { "access_\(ledger)" }

  /// Whether a ledger has accounts, which may be in a schema that the login cannot use.
  static func stand(for ledger: Int64, _ link: Link) throws(ServerError) -> Bool {
    // Is there a schema of accounts?
    let answer = try link.rows(
      """
      SELECT count(*)
      FROM pg_namespace
      WHERE nspname = '\(schema(of: ledger))'
      """)
    return answer.integer(0, 0) == 1
  }

  /// The tables whose rows change. The audit is append-only.
  static var altered: [String] { tables.map(\.name).filter { $0 != "audit" } }

  static var sql: String {
    tables.map(\.sql).joined() + keeper + extras.map { $0.sql + ";\n" }.joined()
      // Who writes holds this row: numbers are given out one after the other.
      + "INSERT INTO turn VALUES (1)"
  }

  static var described: [SchemaObject: String] { LedgerTables.described(tables, extras) }

  /// The trigger function that protects the audit.
  private static let keeper = """
    CREATE FUNCTION line_is_kept() RETURNS trigger LANGUAGE plpgsql AS
      $$BEGIN RAISE EXCEPTION 'a line of the audit is kept'; END$$;

    """

  private static let extras: [LedgerExtra] = [
    LedgerExtra(
      type: "index", name: "password_account",
      sql: "CREATE INDEX password_account ON password USING btree (account, id)"),
    LedgerExtra(
      type: "index", name: "session_account",
      sql: "CREATE INDEX session_account ON session USING btree (account, id)"),
    LedgerExtra(
      type: "index", name: "audit_entry",
      sql: "CREATE INDEX audit_entry ON audit USING btree (entry) WHERE (entry IS NOT NULL)"),
    LedgerExtra(
      type: "trigger", name: "audit_is_kept",
      sql: """
        CREATE TRIGGER audit_is_kept BEFORE DELETE OR UPDATE ON audit \
        FOR EACH ROW EXECUTE FUNCTION line_is_kept()
        """),
  ]

  private static let tables: [LedgerTable] = [
    // People and machines. Rows are never removed: what the audit tells is about them. The key of the second factor,
    // one that is not confirmed yet, and the last step that was used.
    LedgerTable(
      name: "account",
      columns: """
        id bigint NOT NULL
        login text NOT NULL
        name text NOT NULL
        unit text
        kind text NOT NULL
        state text NOT NULL
        made bigint NOT NULL
        seen bigint
        factor bytea
        factor_offered bytea
        factor_step bigint NOT NULL DEFAULT 0
        """,
      constraints: """
        account_pkey PRIMARY KEY (id)
        account_login_key UNIQUE (login)
        account_login_check CHECK ((login <> ''::text))
        account_name_check CHECK ((name <> ''::text))
        account_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'machine'::text])))
        account_state_check CHECK ((state = ANY (ARRAY['active'::text, 'disabled'::text])))
        """),
    // The passwords of an account; the last counts. One with an end is a code that is used once.
    LedgerTable(
      name: "password",
      columns: """
        id bigint NOT NULL
        account bigint NOT NULL
        hash text NOT NULL
        made bigint NOT NULL
        until bigint
        """,
      constraints: """
        password_pkey PRIMARY KEY (id)
        password_account_fkey FOREIGN KEY (account) REFERENCES account(id)
        """),
    // Codes in place of the second factor; each is removed when it is used.
    LedgerTable(
      name: "recovery_code",
      columns: """
        account bigint NOT NULL
        hash bytea NOT NULL
        """,
      constraints: """
        recovery_code_pkey PRIMARY KEY (account, hash)
        recovery_code_account_fkey FOREIGN KEY (account) REFERENCES account(id)
        """),
    // Roles over scopes. `codes` are those of the catalogue, one a line.
    LedgerTable(
      name: "role_grant",
      columns: """
        id bigint NOT NULL
        account bigint NOT NULL
        role text NOT NULL
        scope text NOT NULL
        codes text NOT NULL
        """,
      constraints: """
        role_grant_pkey PRIMARY KEY (id)
        role_grant_account_fkey FOREIGN KEY (account) REFERENCES account(id)
        role_grant_account_role_scope_codes_key UNIQUE (account, role, scope, codes)
        role_grant_role_check CHECK ((role <> ''::text))
        role_grant_scope_check CHECK ((scope = ANY (ARRAY['everything'::text, 'units'::text, \
        'areas'::text, 'chains'::text])))
        """),
    // Who has signed in. Only the SHA-256 of a cookie is kept.
    LedgerTable(
      name: "session",
      columns: """
        id bigint NOT NULL
        account bigint NOT NULL
        hash bytea NOT NULL
        made bigint NOT NULL
        seen bigint NOT NULL
        address text NOT NULL
        browser text NOT NULL
        """,
      constraints: """
        session_pkey PRIMARY KEY (id)
        session_hash_key UNIQUE (hash)
        session_account_fkey FOREIGN KEY (account) REFERENCES account(id)
        """),
    // What machines show in place of a session.
    LedgerTable(
      name: "token",
      columns: """
        id bigint NOT NULL
        account bigint NOT NULL
        hash bytea NOT NULL
        purpose text NOT NULL
        made bigint NOT NULL
        until bigint NOT NULL
        seen bigint
        """,
      constraints: """
        token_pkey PRIMARY KEY (id)
        token_hash_key UNIQUE (hash)
        token_account_fkey FOREIGN KEY (account) REFERENCES account(id)
        """),
    // Accounts that were rescued on the server; administrators see them until somebody takes note.
    LedgerTable(
      name: "rescue",
      columns: """
        id bigint NOT NULL
        account bigint NOT NULL
        at bigint NOT NULL
        actor text NOT NULL
        reason text NOT NULL
        noted bigint
        noted_by text
        """,
      constraints: """
        rescue_pkey PRIMARY KEY (id)
        rescue_account_fkey FOREIGN KEY (account) REFERENCES account(id)
        rescue_reason_check CHECK ((reason <> ''::text))
        """),
    // What was done, by whom, from where, with what result. Rows are only added.
    LedgerTable(
      name: "audit",
      columns: """
        number bigint NOT NULL
        at bigint NOT NULL
        act text NOT NULL
        login text
        name text NOT NULL
        address text NOT NULL
        subject text NOT NULL
        entry bigint
        result text NOT NULL
        hash text NOT NULL
        """,
      constraints: """
        audit_pkey PRIMARY KEY (number)
        audit_number_check CHECK ((number > 0))
        audit_hash_check CHECK ((length(hash) = 64))
        """),
    LedgerTable(
      name: "turn",
      columns: "id bigint NOT NULL",
      constraints: "turn_pkey PRIMARY KEY (id)"),
  ]
}
