import Engine

/// What the verification reads besides the journal.
extension PostgreSQLConnection {
  func schema() throws -> [SchemaObject: String] {
    var objects: [SchemaObject: String] = [:]
    // Which tables and views does the ledger have, and with which columns?
    for line in try lines(
      """
      SELECT CASE c.relkind WHEN 'r' THEN 'table' WHEN 'v' THEN 'view' ELSE c.relkind::text END,
        c.relname, string_agg(
          a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
            || CASE WHEN l.collname <> 'C' THEN ' COLLATE ' || l.collname ELSE '' END
            || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
            || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), ''),
          E'\\n' ORDER BY a.attnum)
      FROM pg_class AS c
      JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_attrdef AS d ON d.adrelid = c.oid AND d.adnum = a.attnum
      LEFT JOIN pg_collation AS l ON l.oid = a.attcollation
      WHERE c.relnamespace = '\(schemaName)'::regnamespace AND c.relkind NOT IN ('i', 't')
      GROUP BY c.relkind, c.relname
      """)
    {
      objects[SchemaObject(type: line[0], name: line[1])] = line[2]
    }
    // Which constraints do they have? NOT NULL, one from version 18 on, belongs to its column above.
    for line in try lines(
      """
      SELECT 'table', c.relname,
        string_agg(
          k.conname || ' ' || pg_get_constraintdef(k.oid), E'\\n' ORDER BY k.conname COLLATE "C")
      FROM pg_constraint AS k
      JOIN pg_class AS c ON c.oid = k.conrelid
      WHERE c.relnamespace = '\(schemaName)'::regnamespace AND k.contype NOT IN ('n', 't')
      GROUP BY c.relname
      """)
    {
      objects[SchemaObject(type: line[0], name: line[1]), default: ""] += "\n" + line[2]
    }
    // Which indexes do they have?
    for line in try lines(
      """
      SELECT 'index', c.relname,
        replace(pg_get_indexdef(c.oid), ' ON \(schemaName).', ' ON ')
          || CASE WHEN i.indisvalid THEN '' ELSE ' INVALID' END
      FROM pg_index AS i
      JOIN pg_class AS c ON c.oid = i.indexrelid
      WHERE c.relnamespace = '\(schemaName)'::regnamespace
        AND NOT EXISTS (SELECT 1 FROM pg_constraint AS k WHERE k.conindid = i.indexrelid)
      """)
    {
      objects[SchemaObject(type: line[0], name: line[1])] = line[2]
    }
    // Which triggers do they have?
    for line in try lines(
      """
      SELECT 'trigger', t.tgname,
        replace(
          replace(pg_get_triggerdef(t.oid), ' ON \(schemaName).', ' ON '),
          ' FUNCTION \(schemaName).', ' FUNCTION ')
          || CASE WHEN t.tgenabled = 'O' THEN '' ELSE ' DISABLED' END
      FROM pg_trigger AS t
      JOIN pg_class AS c ON c.oid = t.tgrelid
      WHERE c.relnamespace = '\(schemaName)'::regnamespace AND NOT t.tgisinternal
      """)
    {
      objects[SchemaObject(type: line[0], name: line[1])] = line[2]
    }
    return objects
  }

  private func lines(_ sql: String) throws -> [[String]] {
    try rows(sql) { answer, row in (0..<3).map { answer.string(row, Int32($0)) } }
  }

  /// The server checks its pages itself when it reads them.
  func structuralProblems() throws -> [String] { [] }

  func strayReferences() throws -> [(table: String, row: Int64, to: String)] {
    try LedgerTables.unkept.flatMap { reference in
      // Which rows refer to one that does not exist?
      try rows(
        """
        SELECT t.\(reference.row == "0" ? reference.column : reference.row)
        FROM \(reference.table) AS t
        WHERE t.\(reference.column) IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM \(reference.target) AS o WHERE o.\(reference.key) = t.\(reference.column))
        ORDER BY 1
        """
      ) { answer, row in
        (
          table: reference.table, row: reference.row == "0" ? 0 : answer.integer(row, 0) ?? 0,
          to: reference.target
        )
      }
    }
  }

  /// The server enforces constraints, and a dropped one is a difference in the schema. It cannot check the character
  /// pairs of a text.
  func forbiddenRows() throws -> [(table: String, row: Int64)] {
    let texts = PostgreSQLStatement(
      """
      SELECT project, text, grams
      FROM project_search
      ORDER BY project
      """, isStream: true, self)
    var rows: [(table: String, row: Int64)] = []
    while try texts.step() {
      if !Grams.text(of: texts.bytes(1)).utf8.elementsEqual(texts.bytes(2)) {
        rows.append(("project_search", texts.int64(0)))
      }
    }
    return rows
  }
}
