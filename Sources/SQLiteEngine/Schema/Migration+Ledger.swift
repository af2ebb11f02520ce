extension Migration {
  /// The first schema: catalogue, uploads, journal, balance, search, and senders' statements.
  static let ledger = Migration(
    number: 1,
    sql: """
      -- Files as they were received, so that one backup holds everything.
      CREATE TABLE upload (
        sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
        name TEXT NOT NULL,
        size INTEGER NOT NULL CHECK (size = length(bytes)),
        bytes BLOB NOT NULL
      ) STRICT;

      -- The journal, first part: every act that altered the ledger. Rows are only added.
      CREATE TABLE entry (
        number INTEGER PRIMARY KEY CHECK (number > 0),
        at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('setup', 'import', 'edit', 'undo', 'catalogue')),
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
        CHECK ((kind = 'undo') = (undoes IS NOT NULL)),
        CHECK ((upload IS NULL) = (file_name IS NULL)),
        CHECK ((upload IS NULL) = (sender IS NULL)),
        CHECK ((upload IS NULL) = (year IS NULL)),
        CHECK ((upload IS NULL) = (layout IS NULL))
      ) STRICT;

      -- The journal, second part: what an entry did to a project.
      -- The changes of one entry follow each other from its first_change on.
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

      -- The journal, third part: what an entry did to the catalogue.
      CREATE TABLE catalogue_change (
        id INTEGER PRIMARY KEY,
        entry INTEGER NOT NULL REFERENCES entry (number),
        kind TEXT NOT NULL,
        code TEXT NOT NULL,
        before TEXT,
        after TEXT NOT NULL
      ) STRICT;

      -- What the ledger knows by name: chains, units, places, stages, registers.
      CREATE TABLE catalogue_item (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        code TEXT NOT NULL CHECK (code <> ''),
        name TEXT NOT NULL CHECK (name <> ''),
        position INTEGER NOT NULL,
        body TEXT NOT NULL,
        UNIQUE (kind, code)
      ) STRICT;

      -- The balance: every project as the journal leaves it. What questions count, filter and sort
      -- by stands here, so that one pass over a narrow table answers them.
      -- Money in 1/100 yuan, dates as precise as stated, references by item, lists joined by commas,
      -- series as 'period=amount' with blanks between, registers as lines 'register@year TAB state,batch,class'.
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
        registers TEXT,
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

      -- The balance, continued: what is shown of a project, and seldom asked by.
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
      ) STRICT;
      CREATE INDEX project_detail_code ON project_detail (code) WHERE code IS NOT NULL;

      -- Folded text of each project, in which a search looks for a substring.
      CREATE TABLE project_search (
        project INTEGER PRIMARY KEY REFERENCES project (id),
        text TEXT NOT NULL
      ) STRICT;

      -- Who sends lists.
      CREATE TABLE sender (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE
      ) STRICT;

      -- What each sender said last about a project; said is NULL while it is what created the project.
      CREATE TABLE statement (
        project INTEGER NOT NULL REFERENCES project (id),
        sender INTEGER NOT NULL REFERENCES sender (id),
        digest INTEGER NOT NULL,
        said TEXT,
        PRIMARY KEY (project, sender)
      ) STRICT, WITHOUT ROWID;
      """)
}
