import Engine

/// A table of a ledger: its `CREATE TABLE` statement and the server's description of it, from one declaration.
///
/// Columns and constraints are written as the server prints them, so that both match exactly; `text` is compared byte
/// by byte (`COLLATE "C"`).
struct LedgerTable: Sendable {
  let name: String
  /// `name type`, one line each.
  let columns: String
  /// `name definition`, one line each.
  let constraints: String

  var sql: String {
    let columns = columns.split(separator: "\n").map {
      String($0.replacing(" text", with: " text COLLATE \"C\""))
    }
    let constraints = constraints.split(separator: "\n").map { "CONSTRAINT \($0)" }
    return "CREATE TABLE \(name) (\n  \((columns + constraints).joined(separator: ",\n  ")));\n"
  }

  var described: String {
    ([columns] + constraints.split(separator: "\n").map(String.init).sorted())
      .joined(separator: "\n")
  }
}

/// An index or a trigger, with its definition as the server prints it.
struct LedgerExtra: Sendable {
  let type: String
  let name: String
  let sql: String
}

/// The objects of this program's schema: the same tables as in a file, but without foreign keys from the balance,
/// which `verify` checks and the server would look up for every row.
enum LedgerTables {
  static var sql: String {
    tables.map(\.sql).joined() + keeper + extras.map { $0.sql + ";\n" }.joined()
  }

  static var described: [SchemaObject: String] { described(tables, extras) }

  /// The objects as the server describes them.
  static func described(
    _ tables: [LedgerTable], _ extras: [LedgerExtra]
  ) -> [SchemaObject: String] {
    let tables = tables.map { (SchemaObject(type: "table", name: $0.name), $0.described) }
    let extras = extras.map { (SchemaObject(type: $0.type, name: $0.name), $0.sql) }
    return Dictionary(tables + extras) { first, _ in first }
  }

  /// Upgrades a ledger of version 11; the search texts are rewritten afterwards. The table stays, with the permissions
  /// on it.
  static let withGrams = """
    TRUNCATE project_search;
    ALTER TABLE project_search ADD COLUMN grams integer[] NOT NULL;
    CREATE INDEX project_search_grams ON project_search USING gin (grams)
    """

  /// Merges pending entries into the index, if the login owns it; they slow searches down when there are many.
  static let settlingGrams = """
    SELECT gin_clean_pending_list(oid)
    FROM pg_class
    WHERE oid = 'project_search_grams'::regclass AND pg_has_role(relowner, 'USAGE')
    """

  /// References without a foreign key: the column, and the key that it refers to.
  static let unkept: [(table: String, row: String, column: String, target: String, key: String)] =
    [
      ("change", "id", "entry", "entry", "number"),
      ("project", "id", "chain", "catalogue_item", "id"),
      ("project", "id", "stage", "catalogue_item", "id"),
      ("project", "id", "condition", "catalogue_item", "id"),
      ("project", "id", "district", "catalogue_item", "id"),
      ("project", "id", "zone", "catalogue_item", "id"),
      ("project", "id", "created", "entry", "number"),
      ("project", "id", "revision", "entry", "number"),
      ("project_detail", "project", "project", "project", "id"),
      ("membership", "0", "project", "project", "id"),
      ("project_search", "project", "project", "project", "id"),
      ("project_sound", "project", "project", "project", "id"),
      ("statement", "0", "project", "project", "id"),
      ("statement", "0", "sender", "sender", "id"),
    ]

  /// The trigger function that protects append-only rows.
  private static let keeper = """
    CREATE FUNCTION row_is_kept() RETURNS trigger LANGUAGE plpgsql AS
      $$BEGIN RAISE EXCEPTION 'a publication is kept'; END$$;

    """

  private static let extras: [LedgerExtra] =
    [
      ("change_project", "change", "(project, entry)"),
      ("entry_merged", "entry", "(merged) WHERE (merged IS NOT NULL)"),
      ("project_chain", "project", "(chain, condition, total_investment)"),
      ("project_detail_code", "project_detail", "(code) WHERE (code IS NOT NULL)"),
      (
        "project_detail_milestones", "project_detail", "(project) WHERE (milestones IS NOT NULL)"
      ),
      (
        "project_detail_problem_log", "project_detail",
        "(project) WHERE (problem_log IS NOT NULL)"
      ),
      ("project_package", "project", "(package) WHERE (package IS NOT NULL)"),
      ("statement_held", "statement", "(project, sender) WHERE (held IS NOT NULL)"),
    ].map { name, table, columns in
      let kind = name == "change_project" ? "UNIQUE INDEX" : "INDEX"
      return LedgerExtra(
        type: "index", name: name, sql: "CREATE \(kind) \(name) ON \(table) USING btree \(columns)")
    } + [
      LedgerExtra(
        type: "index", name: "project_search_grams",
        sql: "CREATE INDEX project_search_grams ON project_search USING gin (grams)"),
      LedgerExtra(
        type: "trigger", name: "publication_is_kept",
        sql: """
          CREATE TRIGGER publication_is_kept BEFORE DELETE OR UPDATE ON publication \
          FOR EACH ROW EXECUTE FUNCTION row_is_kept()
          """),
    ]
}
