import Engine
import Ledger

/// Brings search texts up to date when a place's name changes: they hold it.
enum SearchRefresh {
  /// Rewrites the search text of every project in one of these places.
  static func run(places: [CatalogueItem], _ session: Session) throws {
    let items = try ItemNumbers(session)
    let catalogue = Catalogue(items: try CatalogueTable.items(session))
    let reader = try ProjectReader(items: items, session)
    for place in places {
      guard let number = items.number(of: place.code, kind: place.kind) else { continue }
      // Which projects lie in this place?
      let projects = try session.rows(
        """
        SELECT id
        FROM project
        WHERE district = ? OR zone = ?
        ORDER BY id
        """, .integer(number), .integer(number)
      ) { $0.int64(0) }
      for project in try reader.projects(projects, session) {
        let text = SearchText(project.record, catalogue: catalogue)
        for (table, text) in [("project_search", text.written), ("project_sound", text.sound)] {
          try session.run(
            """
            UPDATE \(table)
            SET text = ?
            WHERE project = ?
            """, .text(text), .integer(project.id))
        }
      }
    }
  }
}
