import Foundation
import Ledger
import Reports
import Spreadsheet

/// The short text that goes out with a set of books, as Markdown and as plain text.
struct CoveringText {
  private let press: BookPress
  private let files: [(book: Book, name: String)]

  init(_ press: BookPress, _ files: [(book: Book, name: String)]) {
    self.press = press
    self.files = files
  }

  private var title: String { "\(press.edition.year)年重大项目报表说明" }

  private var closing: [String] {
    [
      "口径：\(press.edition.scope)。",
      "台账第\(press.edition.revision)版，记账至\(ShanghaiCalendar.day(press.edition.recordedAt))。",
      "收到后可用 taizhang verify 文件 核对内容是否被改过、台账是否又有变动。",
    ]
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
