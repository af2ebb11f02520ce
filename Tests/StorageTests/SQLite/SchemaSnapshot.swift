/// The schema of a ledger, as SQLite keeps it.
enum SchemaSnapshot {
  static let text = """
    CREATE TABLE upload (
      sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
      name TEXT NOT NULL,
      size INTEGER NOT NULL CHECK (size = length(bytes)),
      bytes BLOB NOT NULL
    ) STRICT;

    CREATE TABLE change (
      id INTEGER PRIMARY KEY,
      entry INTEGER NOT NULL REFERENCES entry (number),
      project INTEGER NOT NULL CHECK (project > 0),
      kind TEXT NOT NULL CHECK (kind IN ('create', 'update', 'remove')),
      source_table INTEGER,
      source_row INTEGER,
      body TEXT NOT NULL,
      CHECK ((source_table IS NULL) = (source_row IS NULL))
    ) STRICT;

    CREATE UNIQUE INDEX change_project ON change (project, entry);

    CREATE TABLE catalogue_change (
      id INTEGER PRIMARY KEY,
      entry INTEGER NOT NULL REFERENCES entry (number),
      kind TEXT NOT NULL,
      code TEXT NOT NULL,
      before TEXT,
      after TEXT NOT NULL
    ) STRICT;

    CREATE TABLE catalogue_item (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      code TEXT NOT NULL CHECK (code <> ''),
      name TEXT NOT NULL CHECK (name <> ''),
      position INTEGER NOT NULL,
      body TEXT NOT NULL,
      UNIQUE (kind, code)
    ) STRICT;

    CREATE TABLE project (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      chain INTEGER REFERENCES catalogue_item (id),
      stage INTEGER REFERENCES catalogue_item (id),
      condition INTEGER REFERENCES catalogue_item (id),
      district INTEGER REFERENCES catalogue_item (id),
      zone INTEGER REFERENCES catalogue_item (id),
      is_industrial INTEGER CHECK (is_industrial IN (0, 1)),
      total_investment INTEGER,
      nature TEXT,
      lead_units TEXT,
      responsible_units TEXT,
      cooperating_units TEXT,
      plan TEXT,
      done TEXT,
      reach TEXT,
      other_chains TEXT,
      package TEXT,
      created INTEGER NOT NULL REFERENCES entry (number),
      revision INTEGER NOT NULL REFERENCES entry (number),
      name TEXT NOT NULL CHECK (name <> '')
    ) STRICT;

    CREATE INDEX project_package ON project (package) WHERE package IS NOT NULL;

    CREATE TABLE project_detail (
      project INTEGER PRIMARY KEY REFERENCES project (id),
      code TEXT,
      local_number TEXT,
      segment TEXT,
      industry TEXT,
      leader TEXT,
      responsible_person TEXT,
      owner TEXT,
      owner_uscc TEXT,
      investor TEXT,
      contact TEXT,
      phone TEXT,
      address TEXT,
      content TEXT,
      fixed_investment INTEGER,
      contract_investment INTEGER,
      done_before TEXT,
      funds TEXT,
      funding TEXT,
      land_area INTEGER,
      sign_date TEXT,
      start_planned TEXT,
      start_actual TEXT,
      finish_planned TEXT,
      finish_actual TEXT,
      production_date TEXT,
      progress TEXT,
      problems TEXT,
      next_step TEXT,
      expected_output INTEGER,
      expected_tax INTEGER,
      jobs INTEGER,
      remark TEXT
    , monthly_progress TEXT, milestones TEXT, problem_log TEXT, other_names TEXT) STRICT;

    CREATE INDEX project_detail_code ON project_detail (code) WHERE code IS NOT NULL;

    CREATE TABLE project_search (
      project INTEGER PRIMARY KEY REFERENCES project (id),
      text TEXT NOT NULL
    ) STRICT;

    CREATE TABLE sender (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE statement (
      project INTEGER NOT NULL REFERENCES project (id),
      sender INTEGER NOT NULL REFERENCES sender (id),
      digest INTEGER NOT NULL,
      said TEXT, held TEXT,
      PRIMARY KEY (project, sender)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX project_chain ON project (chain, condition, total_investment);

    CREATE TABLE membership (
      project INTEGER NOT NULL REFERENCES project (id),
      year INTEGER NOT NULL,
      register TEXT NOT NULL CHECK (register <> ''),
      state TEXT,
      batch TEXT,
      class TEXT,
      PRIMARY KEY (project, year, register)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE project_sound (
      project INTEGER PRIMARY KEY REFERENCES project (id),
      text TEXT NOT NULL
    ) STRICT;

    CREATE TABLE publication (
      number INTEGER PRIMARY KEY CHECK (number > 0),
      at INTEGER NOT NULL,
      actor TEXT NOT NULL,
      book TEXT NOT NULL CHECK (book <> ''),
      filter TEXT NOT NULL,
      revision INTEGER NOT NULL REFERENCES entry (number),
      projects INTEGER NOT NULL CHECK (projects >= 0),
      file TEXT NOT NULL,
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
    ) STRICT;

    CREATE TRIGGER publication_is_kept BEFORE DELETE ON publication
    BEGIN
      SELECT RAISE(ABORT, 'a publication is kept');
    END;

    CREATE TRIGGER publication_is_final BEFORE UPDATE ON publication
    BEGIN
      SELECT RAISE(ABORT, 'a publication is final');
    END;

    CREATE INDEX project_detail_milestones ON project_detail (project)
      WHERE milestones IS NOT NULL;

    CREATE INDEX project_detail_problem_log ON project_detail (project)
      WHERE problem_log IS NOT NULL;

    CREATE TABLE "entry" (
      number INTEGER PRIMARY KEY CHECK (number > 0),
      at INTEGER NOT NULL,
      actor TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind <> ''),
      reason TEXT,
      upload TEXT REFERENCES upload (sha256),
      file_name TEXT,
      sender TEXT,
      year INTEGER,
      as_of_month INTEGER CHECK (as_of_month BETWEEN 1 AND 12),
      layout TEXT,
      undoes INTEGER REFERENCES entry (number) CHECK (undoes < number),
      created INTEGER NOT NULL CHECK (created >= 0),
      updated INTEGER NOT NULL CHECK (updated >= 0),
      removed INTEGER NOT NULL CHECK (removed >= 0),
      unchanged INTEGER NOT NULL CHECK (unchanged >= 0),
      first_change INTEGER NOT NULL,
      changes INTEGER NOT NULL CHECK (changes >= 0),
      previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
      hash TEXT NOT NULL CHECK (length(hash) = 64),
      effective TEXT,
      evidence TEXT,
      merged INTEGER,
      merged_into INTEGER CHECK (merged_into <> merged),
      outcomes TEXT CHECK (upload IS NOT NULL OR outcomes IS NULL),
      published TEXT,
      CHECK ((kind = 'undo') = (undoes IS NOT NULL)),
      CHECK ((upload IS NULL) = (file_name IS NULL)),
      CHECK ((upload IS NULL) = (sender IS NULL)),
      CHECK ((upload IS NULL) = (year IS NULL)),
      CHECK ((upload IS NULL) = (layout IS NULL)),
      CHECK ((kind = 'merge') = (merged IS NOT NULL)),
      CHECK ((kind = 'merge') = (merged_into IS NOT NULL)),
      CHECK (kind NOT IN ('setup', 'import', 'edit', 'undo', 'catalogue')
        OR (effective IS NULL AND evidence IS NULL))
    ) STRICT;

    CREATE INDEX entry_merged ON entry (merged) WHERE merged IS NOT NULL;

    CREATE TABLE entry_note (
      entry INTEGER NOT NULL REFERENCES entry (number),
      kind TEXT NOT NULL CHECK (kind <> ''),
      body TEXT NOT NULL CHECK (body <> ''),
      PRIMARY KEY (entry, kind)
    ) STRICT;

    CREATE INDEX statement_held ON statement (project, sender) WHERE held IS NOT NULL;
    """
}
