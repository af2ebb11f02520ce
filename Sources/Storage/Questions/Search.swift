import Foundation
import Ledger

#if canImport(Glibc)
  import Glibc
#endif

/// Finds the projects whose search text contains every term.
enum Search {
  /// Their numbers in order; nil when nothing is searched for.
  static func projects(_ query: SearchQuery, _ session: Session) throws -> [ProjectID]? {
    if query.isEmpty { return nil }
    let terms = query.terms.map { $0.utf8CString }
    // What is each project found by?
    let statement = try session.statement(
      """
      SELECT project, text
      FROM project_search
      """)
    var found: [ProjectID] = []
    while try statement.step() {
      let isFound = statement.withCString(1) { text in
        terms.allSatisfy { term in term.withUnsafeBufferPointer { isPart($0, of: text) } }
      }
      if isFound { found.append(statement.int64(0)) }
    }
    return found.sorted()
  }

  private static func isPart(
    _ term: UnsafeBufferPointer<CChar>, of text: UnsafePointer<CChar>
  ) -> Bool {
    term.baseAddress.map { strstr(text, $0) != nil } ?? true
  }
}
