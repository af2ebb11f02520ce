package import Foundation
import Ledger

/// The covering text of a set of books.
package enum CoveringWords {
  package static func title(year: Int) -> String { "\(year)年重大项目报表说明" }

  /// A text document that goes along: people alter it, and no register holds it.
  package static func brief(_ title: String) -> String { title + "（文字文档，可修改，不登记）" }

  /// What was counted, up to when; `check` is how a book is checked, as the skin words it.
  package static func closing(
    scope: String, revision: Int64, recorded: Date, holdsSamples: Bool, check: String?
  ) -> [String] {
    [
      "口径：\(scope)。" + (holdsSamples ? "含示例数据。" : ""),
      "台账第\(revision)版，记账至\(ShanghaiCalendar.day(of: recorded)?.words ?? "")。",
    ] + (check.map { ["收到工作簿后可用 \($0) 核对内容是否被改过、台账是否又有变动。"] } ?? [])
  }
}
