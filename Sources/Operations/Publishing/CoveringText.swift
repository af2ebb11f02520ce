import Foundation
import Ledger
import Reports
import Spreadsheet
import SpreadsheetWriting
import Wording

/// The covering text of a set of books, as Markdown and as plain text.
struct CoveringText {
  private let press: BookPress
  private let files: [(book: Book, name: String)]
  /// The file names of the text documents sent with the books.
  private let briefs: [String]
  private let hints: HintWords

  init(
    _ press: BookPress, _ files: [(book: Book, name: String)], briefs: [String],
    _ hints: @escaping HintWords
  ) {
    self.press = press
    self.files = files
    self.briefs = briefs
    self.hints = hints
  }

  private var title: String { CoveringWords.title(year: press.edition.year) }

  /// The marks on the books: 密级, 草稿, 制表单位.
  private var marks: [String] { press.edition.statements }

  private var list: [(title: String, name: String)] {
    files.map { ($0.book.title, $0.name) }
      + briefs.map { (CoveringWords.brief(CoveringBrief.title), $0) }
  }

  private var closing: [String] {
    CoveringWords.closing(
      scope: ([press.edition.scope] + press.edition.monthCaptions).joined(separator: "；")
        .withoutSpacesAtDigits, revision: press.edition.revision,
      recorded: press.edition.recordedAt, holdsSamples: press.edition.holdsSamples,
      check: hints(.act(.verifyBook)))
  }

  var markdown: String {
    [
      (marks + ["# \(title)"]).joined(separator: "\n\n"), press.sentence,
      list.map { "- **\($0.title)**：\($0.name)" }.joined(separator: "\n"),
    ]
    .joined(separator: "\n\n") + "\n\n" + closing.joined(separator: "\n\n") + "\n"
  }

  var plain: String {
    let list = list.enumerated().map { "\($0 + 1)．\($1.title)：\($1.name)" }
    return (marks + [title, "", press.sentence, ""] + list + [""] + closing).joined(separator: "\n")
      + "\n"
  }

  /// Writes both beside the books; returns their paths. `output` checks and resolves each path.
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
