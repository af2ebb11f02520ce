import Engine
import Ledger

/// Updates search texts when the name of a place, which they contain, changes.
enum SearchRefresh {
  /// Rewrites the search text of every project in one of these places.
  static func run(places: [CatalogueItem], _ session: Session) throws {
    if places.isEmpty { return }
    let items = try ItemNumbers(session)
    let catalogue = Catalogue(items: try CatalogueTable.items(session))
    let reader = try ProjectReader(items: items, session)
    for place in places {
      guard let number = items.number(of: place.code, kind: place.kind) else { continue }
      // Which projects are in this place?
      let projects = try session.rows(
        """
        SELECT id
        FROM project
        WHERE district = ? OR zone = ?
        ORDER BY id
        """, .integer(number), .integer(number)
      ) { $0.int64(0) }
      try projects.forEachBatch { batch in
        let texts = try reader.projects(batch, session).map { project in
          (project.id, SearchText(project.record, catalogue: catalogue))
        }
        try rewrite("project_search", batch, texts.map { ($0, $1.written) }, session)
        try rewrite("project_sound", batch, texts.map { ($0, $1.sound) }, session)
      }
    }
  }

  private static func rewrite(
    _ table: String, _ projects: [ProjectID], _ texts: [(project: ProjectID, text: String)],
    _ session: Session
  ) throws {
    let among = session.connection.isAmong("project", projects)
    try session.run(
      """
      DELETE FROM \(table)
      WHERE \(among.sql)
      """, among.values)
    var rows = RowBatch(columns: ProjectLayout.search.count)
    for (project, text) in texts {
      rows.beginRow()
      rows.set(0, integer: project)
      rows.set(1, text: text)
    }
    try rows.add(by: session.connection.insertion(into: table, ProjectLayout.search))
  }
}
