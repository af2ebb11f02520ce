import Reports
import Wording

/// A file that is no workbook: for other programs, or for a word processor.
package enum DataFile: String, CaseIterable, Sendable {
  /// The journal, an entry a line.
  case journal
  /// Projects as a package of the Open Contracting for Infrastructure Data Standard.
  case oc4ids
  /// 一页纸: what is laid before a leader with the books.
  case brief

  /// What the file is called.
  package var title: String {
    switch self {
    case .journal: InterchangeWords.journal
    case .oc4ids: InterchangeWords.oc4ids
    case .brief: CoveringBrief.title
    }
  }

  /// What it is written as.
  var formats: [FileFormat] {
    switch self {
    case .journal: [.jsonl]
    case .oc4ids: [.json]
    case .brief: [.docx]
    }
  }
}

/// All that `export` can write, by the names people type.
package enum Exports {
  package static let all: [(name: String, title: String)] =
    Book.allCases.map { ($0.rawValue, $0.title) } + [(UnitBooks.name, UnitBook.title)]
    + DataFile.allCases.map { ($0.rawValue, $0.title) }
}
