import Foundation
import Ledger
import Reports
import Spreadsheet
import SpreadsheetWriting
import Wording

/// The short text that goes out with a set of books, as Markdown and as plain text.
struct CoveringText {
  private let press: BookPress
  private let files: [(book: Book, name: String)]
  private let hints: HintWords

  init(_ press: BookPress, _ files: [(book: Book, name: String)], _ hints: @escaping HintWords) {
    self.press = press
    self.files = files
    self.hints = hints
  }

  private var title: String { CoveringWords.title(year: press.edition.year) }

  private var closing: [String] {
    CoveringWords.closing(
      scope: press.edition.scope, revision: press.edition.revision,
      recorded: press.edition.recordedAt, holdsSamples: press.edition.holdsSamples,
      check: hints(.act(.verifyBook)))
  }

  var markdown: String {
    [
      "# \(title)", press.sentence,
      files.map { "- **\($0.book.title)**：\($0.name)" }.joined(separator: "\n"),
    ]
    .joined(separator: "\n\n") + "\n\n" + closing.joined(separator: "\n\n") + "\n"
  }

  var plain: String {
    let list = files.enumerated().map { "\($0 + 1)．\($1.book.title)：\($1.name)" }
    return ([title, "", press.sentence, ""] + list + [""] + closing).joined(separator: "\n") + "\n"
  }

  /// Writes both beside the books; returns their paths. `output` says where a path leads.
  func write(to folder: String, _ output: (String) throws -> String) throws -> [String] {
    try [("说明.md", markdown), ("说明.txt", plain)].map { name, text in
      let path = folder + "/" + name
      let file = try TextWriter(path: output(path))
      try file.write(text)
      try file.finish()
      return path
    }
  }
}
