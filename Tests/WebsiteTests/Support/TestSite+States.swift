import Foundation
import Intake
import Ledger
import Storage
import Testing
import Wording

@testable import Operations
@testable import Website

/// The states that pages have beside that of a quiet ledger: what people and lists leave behind. 测试数据
extension TestSite {
  /// Lists on their way (one that asks, one with a plan and a conflict, one that cannot be read), a list that was
  /// written and left things in the queue, an issue of books, a saved view, a package, a pair that may be one.
  /// `words` stand wherever somebody may write what they like. Returns what names stand for in `BrowserPages`.
  @discardableResult
  func fillStates(_ words: (String) -> String = { $0 }) throws -> [String: String] {
    let header = "项目名称,业主单位,县区,总投资（万元）,项目阶段,备注"
    func row(_ cells: String...) -> String {
      (cells + ["谋划", words("备注")]).map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
        .joined(separator: ",")
    }
    let list = (
      name: words("2月.csv"),
      rows: [row(words("示例岭厂房"), "示例公司", "柳南区", "1000"), row(words("示例谷仓库"), "示例公司", "火星区", "很多钱")]
    )
    _ = follow(try send([list], header: header))
    _ = follow(
      post("/imports/1/write", ["fingerprint": hidden("fingerprint", in: get("/imports/1/plan"))]))
    let entry = try operations.standing().revision
    _ = try operations.edit("16", [Assignment(field: "总投资", text: "1800")], reason: words("核对过"))
    // 2: a conflict. 3: words that nobody knows. 4: no list at all.
    _ = follow(
      try send(
        [(name: "3月.csv", rows: [row(words("示例岭厂房"), "示例公司", "柳南区", "1500")])], header: header))
    _ = follow(
      try send(
        [(name: "新单位.csv", rows: [row(words("示例山水厂"), "示例公司", words("水星区"), "很多钱")])],
        sender: words("示例二局"),
        header: header))
    _ = follow(try send([(name: "通知.csv", rows: ["随便写的一句话"])], header: "会议通知"))
    _ = post(
      "/books/publish", ["book": "leaders", "number": "第1期", "remark": words("发至各县区")])
    _ = post(
      "/views",
      ["name": String(words("在建项目").prefix(40)), "asks": "stage=建设", "shared": "yes"])
    _ = try operations.split("1", into: ["2"], reason: words("一个打包项目"))
    let pair = ["项目名称": "测试棠溪人形机器人整机", "项目业主": "测试棠溪智能有限公司", "县区": "柳江区"]
    _ = try operations.add(
      pair.map { Assignment(field: $0.key, text: $0.value) }, reason: words("又报了一次"))
    _ = try operations.problem("3", words("还有一件事"), MatterAct())
    let views = try operations.catalogue().views(shownTo: caller.person)
    return ["VIEW": views.first?.code ?? "", "IMPORT": String(entry)]
  }

  /// What a page must show as it stands, and never as markup.
  static let hostile =
    "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{name}}"
    + String(repeating: "长", count: 10_000)

  /// The same states, with markup and ten thousand characters wherever anybody may write.
  func fillHostile() throws -> [String: String] {
    let names = try fillStates { $0 + Self.hostile }
    var taken = 0
    for field in Field.allCases {
      let text: String
      switch field.kind {
      case .text, .list: text = Self.hostile
      case .texts: continue
      default: continue
      }
      do {
        _ = try operations.edit(
          "3", [Assignment(field: field.id, text: text)], reason: Self.hostile)
        taken += 1
      } catch {}
    }
    #expect(taken > 8, "\(taken)")
    _ = try operations.edit(
      "3", [Assignment(field: "monthly_progress.2026-03", text: Self.hostile)], reason: nil)
    var matter = MatterAct()
    matter.due = PartialDate("2026-03-01")
    _ = try operations.milestone("3", Self.hostile, matter)
    for (kind, code) in [
      (CatalogueKind.unit, "drc"), (.chain, "new-energy"), (.register, "shuangbai"),
      (.stage, "plan"),
    ] {
      _ = try? operations.setItem(
        kind, code: code, isNew: false, [(path: "name", text: Self.hostile)],
        reason: Self.hostile)
    }
    return names
  }
}
