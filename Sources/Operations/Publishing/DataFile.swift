import Reports
import Wording

/// A file that is not a workbook: for other programs or a word processor.
package enum DataFile: String, CaseIterable, Sendable {
  /// The journal, one entry per line.
  case journal
  /// Projects as a package of the Open Contracting for Infrastructure Data Standard.
  case oc4ids
  /// 一页纸: the brief for a leader.
  case brief

  /// The title of the file.
  package var title: String {
    switch self {
    case .journal: InterchangeWords.journal
    case .oc4ids: InterchangeWords.oc4ids
    case .brief: CoveringBrief.title
    }
  }

  /// The formats of the file, the default first.
  var formats: [FileFormat] {
    switch self {
    case .journal: [.jsonl]
    case .oc4ids: [.json]
    case .brief: [.docx]
    }
  }
}

/// Everything that `export` can write, by the names to type.
package enum Exports {
  package static let all: [(name: String, title: String)] =
    Book.allCases.map { ($0.rawValue, $0.title) } + [(UnitBooks.name, UnitBook.title)]
    + DataFile.allCases.map { ($0.rawValue, $0.title) }
}
