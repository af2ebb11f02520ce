import Reports
import Wording

/// A file for other programs that is no book.
package enum DataFile: String, CaseIterable, Sendable {
  /// The journal, an entry a line.
  case journal
  /// Projects as a package of the Open Contracting for Infrastructure Data Standard.
  case oc4ids

  /// What the file is called.
  package var title: String {
    switch self {
    case .journal: InterchangeWords.journal
    case .oc4ids: InterchangeWords.oc4ids
    }
  }

  /// What it is written as.
  var formats: [FileFormat] { self == .journal ? [.jsonl] : [.json] }
}

/// All that `export` can write, by the names people type.
package enum Exports {
  package static let all: [(name: String, title: String)] =
    Book.allCases.map { ($0.rawValue, $0.title) } + [(UnitBooks.name, UnitBook.title)]
    + DataFile.allCases.map { ($0.rawValue, $0.title) }
}
