import Foundation
import Intake
import Ledger
import Storage
import Testing

@testable import Operations
@testable import Website

/// What is answered wrongly about a list is said where it is answered, and leaves the list as it was. 测试数据
@Suite struct ImportMendingTests {
  let site: TestSite

  init() throws { site = try TestSite() }

  private static let strange = ["示例岭厂房,示例公司,火星区,1000,谋划"]

  private func answer(_ choice: String?, _ typed: String?) -> WebResponse {
    var form: Query = ["w0.text": "火星区", "w0.subject": "area"]
    if let choice { form = form.adding("w0.choice", choice) }
    if let typed { form = form.adding("w0.other", typed) }
    return site.post("/imports/1/asks", form)
  }

  @Test(arguments: [
    ("other", "没有这个区", "没有“没有这个区”"), ("other", "", "要写上名称"),
    ("ignore", "柳南区", "只留一个"),
  ])
  func `认定写错了，话说在那一格，清单还是原来那样`(choice: String, typed: String, said: String) throws {
    _ = site.follow(try site.send([("清单.csv", Self.strange)]))
    let before = try site.operations.draft(1)
    let page = answer(choice, typed)
    #expect(page.status == 422 && page.text.contains(said))
    #expect(page.text.contains("aria-invalid=\"true\""))
    #expect(
      page.text.contains("value=\"\(choice)\" checked") && page.text.contains("value=\"\(typed)\""))
    #expect(try site.operations.draft(1).saysSame(as: before))
    #expect(site.get("/imports/1/plan").status == 200)
  }

  @Test(arguments: ["", nil]) func `写了名称就是选了它`(choice: String?) throws {
    _ = site.follow(try site.send([("清单.csv", Self.strange)]))
    let (_, page) = site.follow(answer(choice, "柳南区"))
    #expect(page.text.contains("县区 柳南区"))
  }

  @Test func `答过的话后来不通了，清单打得开，去掉它就接着做`() throws {
    _ = site.follow(try site.send([("清单.csv", Self.strange)]))
    try site.operations.alter(draft: 1) { draft in
      draft.answers = draft.answers.answering(words: [
        DecisionFile.Word(line: 1, subject: .area, text: "火星区", answer: .known("撤了的区"))
      ])
    }
    site.site.imports.forget(1)
    _ = site.get("/imports/1")
    site.site.imports.wait(for: 1, milliseconds: 20_000)
    let page = site.get("/imports/1")
    #expect(page.text.contains("没有“撤了的区”") && page.text.contains("县区“火星区” → 撤了的区"))
    #expect(site.get("/imports").text.contains("读不成，要改"))
    let (_, mended) = site.follow(site.post("/imports/1/forget", ["answer": "area:火星区"]))
    #expect(mended.text.contains("县区“火星区”") && mended.text.contains("name=\"w0.choice\""))
  }

  @Test func `认不出的清单，指定表头和列就读得出`() throws {
    let (target, page) = site.follow(
      try site.send(
        [("别的.csv", ["甲,乙,丙", "示例岭厂房,示例公司,1000", "示例谷仓库,示例公司,2000"])],
        header: "某某会议通知,,"))
    #expect(target == "/imports/1" && page.text.contains("看版面，指定表头和列"))
    let layout = site.get("/imports/1/layout")
    #expect(layout.status == 200 && layout.text.contains("示例谷仓库"))
    let (_, told) = site.follow(
      site.post(
        "/imports/1/layout",
        [
          "header": "2", "header-was": "", "column:A": "name", "was:A": "", "column:B": "owner",
          "was:B": "", "column:C": "total_investment", "was:C": "",
        ]))
    #expect(told.status == 200)
    #expect(site.get("/imports/1/plan").text.contains("写入：新增 2 项"))
  }

  @Test(arguments: [("abc", "不是行号"), ("99", "第 99 行是空的")])
  func `表头的行写错了，话说在那一格`(rows: String, said: String) throws {
    _ = site.follow(try site.send([("清单.csv", Self.strange)]))
    let before = try site.operations.draft(1)
    let page = site.post(
      "/imports/1/layout", ["header": rows, "header-was": "1-1"])
    #expect(page.status == 422 && page.text.contains(said))
    #expect(page.text.contains("value=\"\(rows)\""))
    #expect(try site.operations.draft(1).saysSame(as: before))
  }

  @Test func `不导入的列不再问；再改一列，先前改的还在`() throws {
    let header = TestSite.header + ",亮灯"
    _ = site.follow(
      try site.send([("清单.csv", ["示例岭厂房,示例公司,柳南区,1000,谋划,绿"])], header: header))
    #expect(site.get("/imports/1/asks").text.contains("F 列“亮灯”"))
    _ = site.follow(site.post("/imports/1/layout", ["column:F": "ignore", "was:F": ""]))
    #expect(!site.get("/imports/1/asks").text.contains("F 列“亮灯”"))
    let layout = site.get("/imports/1/layout").text
    #expect(layout.contains("name=\"told:F\"") && !layout.contains("name=\"was:F\""))
    _ = site.follow(
      site.post(
        "/imports/1/layout",
        ["column:F": "ignore", "told:F": "ignore", "column:B": "investor", "was:B": "owner"]))
    #expect(!site.get("/imports/1/asks").text.contains("F 列“亮灯”"))
    #expect(site.get("/imports/1/layout").text.contains("name=\"told:B\" value=\"investor\""))
  }

  @Test func `在方案上才选的处理，先进方案，看过才写`() throws {
    _ = site.follow(try site.send([("清单.csv", ["示例岭厂房,示例公司,柳南区,1000,谋划"])]))
    let first = site.get("/imports/1/plan")
    _ = site.follow(
      site.post("/imports/1/write", ["fingerprint": site.hidden("fingerprint", in: first)]))
    _ = try site.operations.edit("示例岭厂房", [Assignment(field: "总投资", text: "1800")], reason: nil)
    let (_, plan) = site.follow(
      try site.send([("4月.csv", ["示例岭厂房,示例公司,柳南区,1500,签约"])]))
    let name = String(try #require(plan.text.firstMatch(of: /name="(conflict:[^"]+)"/)).1)
    let before = try site.operations.standing().revision
    let wrong = site.post(
      "/imports/2/write",
      Query([
        .init(name: "fingerprint", value: site.hidden("fingerprint", in: plan)),
        .init(name: name, value: "other"),
        .init(name: "other:" + name.dropFirst("conflict:".count), value: "一塌糊涂"),
      ]))
    #expect(wrong.status == 422 && wrong.text.contains("“一塌糊涂”不是这个字段的值"))
    #expect(wrong.text.contains("value=\"一塌糊涂\""))
    let (target, again) = site.follow(
      site.post(
        "/imports/2/write",
        Query([
          .init(name: "fingerprint", value: site.hidden("fingerprint", in: plan)),
          .init(name: name, value: "list"),
        ])))
    #expect(target.hasPrefix("/imports/2/plan") && again.text.contains("value=\"list\" checked"))
    #expect(try site.operations.standing().revision == before)
    _ = site.follow(
      site.post(
        "/imports/2/write",
        Query([
          .init(name: "fingerprint", value: site.hidden("fingerprint", in: again)),
          .init(name: name, value: "list"), .init(name: "was-" + name, value: "list"),
        ])))
    let project = try site.operations.show("示例岭厂房").project
    #expect(project.record.money(.totalInvestment)?.wanYuan == "1500")
  }
}
