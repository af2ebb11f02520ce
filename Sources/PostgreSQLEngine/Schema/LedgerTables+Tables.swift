extension LedgerTables {
  /// Every table, in the order of their references.
  static let tables = journal + balance

  /// Append-only tables.
  static let journal = [
    // Files as received, so that one backup holds everything.
    LedgerTable(
      name: "upload",
      columns: """
        sha256 text NOT NULL
        name text NOT NULL
        size bigint NOT NULL
        bytes bytea NOT NULL
        """,
      constraints: """
        upload_pkey PRIMARY KEY (sha256)
        upload_sha256 CHECK ((length(sha256) = 64))
        upload_size CHECK ((size = octet_length(bytes)))
        """),
    // The journal, first part: every act that altered the ledger. Append-only; each entry has at most one successor.
    LedgerTable(
      name: "entry",
      columns: """
        number bigint NOT NULL
        at bigint NOT NULL
        actor text NOT NULL
        kind text NOT NULL
        reason text
        upload text
        file_name text
        sender text
        year bigint
        as_of_month bigint
        layout text
        undoes bigint
        created bigint NOT NULL
        updated bigint NOT NULL
        removed bigint NOT NULL
        unchanged bigint NOT NULL
        first_change bigint NOT NULL
        changes bigint NOT NULL
        previous_hash text NOT NULL
        hash text NOT NULL
        effective text
        evidence text
        merged bigint
        merged_into bigint
        outcomes text
        published text
        """,
      constraints: """
        entry_as_of_month CHECK (((as_of_month >= 1) AND (as_of_month <= 12)))
        entry_changes CHECK ((changes >= 0))
        entry_created CHECK ((created >= 0))
        entry_file_name CHECK (((upload IS NULL) = (file_name IS NULL)))
        entry_hash CHECK ((length(hash) = 64))
        entry_kind CHECK ((kind <> ''::text))
        entry_layout CHECK (((upload IS NULL) = (layout IS NULL)))
        entry_merged_apart CHECK ((merged_into <> merged))
        entry_merge_from CHECK (((kind = 'merge'::text) = (merged IS NOT NULL)))
        entry_merge_into CHECK (((kind = 'merge'::text) = (merged_into IS NOT NULL)))
        entry_number CHECK ((number > 0))
        entry_outcomes CHECK (((upload IS NOT NULL) OR (outcomes IS NULL)))
        entry_particulars CHECK (((kind <> ALL (ARRAY['setup'::text, 'import'::text, 'edit'::text, \
        'undo'::text, 'catalogue'::text])) OR ((effective IS NULL) AND (evidence IS NULL))))
        entry_pkey PRIMARY KEY (number)
        entry_previous CHECK ((length(previous_hash) = 64))
        entry_removed CHECK ((removed >= 0))
        entry_sender CHECK (((upload IS NULL) = (sender IS NULL)))
        entry_successor UNIQUE (previous_hash)
        entry_unchanged CHECK ((unchanged >= 0))
        entry_undo CHECK (((kind = 'undo'::text) = (undoes IS NOT NULL)))
        entry_undoes CHECK ((undoes < number))
        entry_undone FOREIGN KEY (undoes) REFERENCES entry(number)
        entry_updated CHECK ((updated >= 0))
        entry_upload FOREIGN KEY (upload) REFERENCES upload(sha256)
        entry_year CHECK (((upload IS NULL) = (year IS NULL)))
        """),
    // The journal, second part: the changes of projects.
    LedgerTable(
      name: "change",
      columns: """
        id bigint NOT NULL
        entry bigint NOT NULL
        project bigint NOT NULL
        kind text NOT NULL
        source_table bigint
        source_row bigint
        body text NOT NULL
        """,
      constraints: """
        change_kind CHECK ((kind = ANY (ARRAY['create'::text, 'update'::text, 'remove'::text])))
        change_number CHECK ((project > 0))
        change_pkey PRIMARY KEY (id)
        change_source CHECK (((source_table IS NULL) = (source_row IS NULL)))
        """),
    // The journal, third part: the changes of the catalogue.
    LedgerTable(
      name: "catalogue_change",
      columns: """
        id bigint NOT NULL
        entry bigint NOT NULL
        kind text NOT NULL
        code text NOT NULL
        before text
        after text NOT NULL
        """,
      constraints: """
        catalogue_change_entry FOREIGN KEY (entry) REFERENCES entry(number)
        catalogue_change_pkey PRIMARY KEY (id)
        """),
    // The journal, fourth part: notes of entries besides their changes.
    LedgerTable(
      name: "entry_note",
      columns: """
        entry bigint NOT NULL
        kind text NOT NULL
        body text NOT NULL
        """,
      constraints: """
        entry_note_body CHECK ((body <> ''::text))
        entry_note_entry FOREIGN KEY (entry) REFERENCES entry(number)
        entry_note_kind CHECK ((kind <> ''::text))
        entry_note_pkey PRIMARY KEY (entry, kind)
        """),
    // Books that were sent out. Append-only.
    LedgerTable(
      name: "publication",
      columns: """
        number bigint NOT NULL
        at bigint NOT NULL
        actor text NOT NULL
        book text NOT NULL
        filter text NOT NULL
        revision bigint NOT NULL
        projects bigint NOT NULL
        file text NOT NULL
        sha256 text NOT NULL
        """,
      constraints: """
        publication_book CHECK ((book <> ''::text))
        publication_number CHECK ((number > 0))
        publication_pkey PRIMARY KEY (number)
        publication_projects CHECK ((projects >= 0))
        publication_revision FOREIGN KEY (revision) REFERENCES entry(number)
        publication_sha256 CHECK ((length(sha256) = 64))
        """),
  ]

  /// The result of the journal, rebuilt from it when needed.
  static let balance = [
    // The catalogue: everything with a name.
    LedgerTable(
      name: "catalogue_item",
      columns: """
        id bigint NOT NULL
        kind text NOT NULL
        code text NOT NULL
        name text NOT NULL
        position bigint NOT NULL
        body text NOT NULL
        """,
      constraints: """
        catalogue_item_code CHECK ((code <> ''::text))
        catalogue_item_key UNIQUE (kind, code)
        catalogue_item_name CHECK ((name <> ''::text))
        catalogue_item_pkey PRIMARY KEY (id)
        """),
    // The current state of every project: the fields by which queries count, filter and sort.
    LedgerTable(
      name: "project",
      columns: """
        id bigint NOT NULL
        chain bigint
        stage bigint
        condition bigint
        district bigint
        zone bigint
        is_industrial bigint
        total_investment bigint
        nature text
        lead_units text
        responsible_units text
        cooperating_units text
        plan text
        done text
        reach text
        other_chains text
        package text
        created bigint NOT NULL
        revision bigint NOT NULL
        name text NOT NULL
        """,
      constraints: """
        project_is_industrial CHECK ((is_industrial = ANY (ARRAY[(0)::bigint, (1)::bigint])))
        project_name CHECK ((name <> ''::text))
        project_number CHECK ((id > 0))
        project_pkey PRIMARY KEY (id)
        """),
    // The fields of a project that are shown, and seldom queried.
    LedgerTable(
      name: "project_detail",
      columns: """
        project bigint NOT NULL
        code text
        local_number text
        segment text
        industry text
        leader text
        responsible_person text
        owner text
        owner_uscc text
        investor text
        contact text
        phone text
        address text
        content text
        fixed_investment bigint
        contract_investment bigint
        done_before text
        funds text
        funding text
        land_area bigint
        sign_date text
        start_planned text
        start_actual text
        finish_planned text
        finish_actual text
        production_date text
        progress text
        problems text
        next_step text
        expected_output bigint
        expected_tax bigint
        jobs bigint
        remark text
        monthly_progress text
        milestones text
        problem_log text
        other_names text
        """,
      constraints: """
        project_detail_pkey PRIMARY KEY (project)
        """),
    // Places of projects on registers, by year.
    LedgerTable(
      name: "membership",
      columns: """
        project bigint NOT NULL
        year bigint NOT NULL
        register text NOT NULL
        state text
        batch text
        class text
        """,
      constraints: """
        membership_pkey PRIMARY KEY (project, year, register)
        membership_register CHECK ((register <> ''::text))
        """),
    // Folded text of each project for substring search, with its pairs of characters.
    LedgerTable(
      name: "project_search",
      columns: """
        project bigint NOT NULL
        text text NOT NULL
        grams integer[] NOT NULL
        """,
      constraints: """
        project_search_pkey PRIMARY KEY (project)
        """),
    // The same for pinyin.
    LedgerTable(
      name: "project_sound",
      columns: """
        project bigint NOT NULL
        text text NOT NULL
        """,
      constraints: """
        project_sound_pkey PRIMARY KEY (project)
        """),
    // The senders of lists.
    LedgerTable(
      name: "sender",
      columns: """
        id bigint NOT NULL
        name text NOT NULL
        """,
      constraints: """
        sender_name UNIQUE (name)
        sender_pkey PRIMARY KEY (id)
        """),
    // Each sender's last statement on a project.
    LedgerTable(
      name: "statement",
      columns: """
        project bigint NOT NULL
        sender bigint NOT NULL
        digest bigint NOT NULL
        said text
        held text
        """,
      constraints: """
        statement_pkey PRIMARY KEY (project, sender)
        """),
  ]
}
