import Foundation
import Ledger

@testable import Operations
@testable import Website

extension TestSite {
  static let header = "项目名称,业主单位,县区,总投资（万元）,项目阶段"

  /// Sends lists as the page of imports does; where the answer leads.
  @discardableResult
  func send(
    _ lists: [(name: String, rows: [String])], sender: String? = "示例局",
    header: String = TestSite.header
  ) throws -> WebResponse {
    var request = WebRequest(method: "POST", path: ["imports"])
    request.source.host = "127.0.0.1:\(Self.port)"
    request.source.fetchSite = "same-origin"
    request.form = sender.map { ["sender": $0, "year": "2026"] } ?? ["year": "2026"]
    request.files = try lists.map { list in
      let upload = try site.importing(caller).receive(list.name)
      try upload.append(Array(([header] + list.rows).joined(separator: "\n").utf8))
      return SentFile(field: "files", upload: upload)
    }
    return site.answer(request, from: caller)
  }

  /// Follows where an answer leads until a page comes; waits for jobs as the page's script does.
  func follow(_ response: WebResponse) -> (target: String, page: WebResponse) {
    var (target, response) = ("", response)
    while true {
      if response.status == 303, let next = response["Location"] {
        target = next
      } else if response.text.contains("data-state=") {
        let number = target.split(separator: "/").compactMap { Int($0) }.first ?? 0
        site.imports.wait(for: number, milliseconds: 20_000)
      } else {
        return (target, response)
      }
      response = get(target)
    }
  }

  /// The value of a hidden field of a page.
  func hidden(_ name: String, in page: WebResponse) -> String {
    let start = "name=\"\(name)\" value=\""
    guard let place = page.text.range(of: start) else { return "" }
    return String(page.text[place.upperBound...].prefix { $0 != "\"" })
  }
}
