import Foundation
import Ledger
import Matching
import Storage
import Testing

@testable import Operations
@testable import Website

/// 待办: what waits is answered where it stands. 测试数据
@Suite struct QueuePagesTests {
  let site: TestSite

  init() throws { site = try TestSite() }

  private func take(_ rows: [String], name: String = "清单.csv") throws {
    let plan = site.follow(try site.send([(name, rows)]))
    let number = plan.target.split(separator: "/")[1]
    let page = site.get("/imports/\(number)/plan")
    _ = site.follow(
      site.post(
        "/imports/\(number)/write", ["fingerprint": site.hidden("fingerprint", in: page)]))
  }

  private func count() throws -> Int { try site.operations.queue().items.count }

  @Test func `待核的行当场答：是新项目，写成凭证，不再等`() throws {
    try take(["示例岭标准厂房,示例公司,柳南区,8000,谋划"])
    try take(["示例岭标准厂房二期,示例公司,柳南区,9000,谋划"], name: "二.csv")
    let item = try #require(try site.operations.queue([.row]).items.first)
    let page = site.get("/queue?kind=row")
    #expect(page.text.contains("示例岭标准厂房二期") && page.text.contains("是新项目"))
    let answer = site.post("/queue", ["id": item.id.text, "choice": "new", "back-kind": "row"])
    #expect(answer["Location"]?.hasPrefix("/queue?kind=row&done=") == true)
    #expect(try site.operations.queue([.row]).items.isEmpty)
    #expect(try site.operations.show("示例岭标准厂房二期").project.record.text(.name) != nil)
  }

  @Test func `用语、列当场答，答完少一项`() throws {
    try take(["示例岭厂房,示例公司,火星区,1000,谋划"])
    let item = try #require(try site.operations.queue([.word]).items.first)
    _ = site.post("/queue", ["id": item.id.text, "choice": "other", "other": "柳南区"])
    #expect(try site.operations.queue([.word]).items.isEmpty)
    #expect(try site.operations.show("示例岭厂房").project.record[.district] == .reference("450204"))
  }

  @Test func `每一页的头上都有等人处理的项数，答了就少`() throws {
    try take(["示例岭厂房,示例公司,火星区,1000,谋划"])
    let waiting = try count()
    // Where counting takes long, pages show the count before for a moment; the queue's own page never does.
    _ = site.get("/queue")
    #expect(site.get("/projects").text.contains("待办 <b>\(waiting)</b>"))
    let item = try #require(try site.operations.queue([.word]).items.first)
    _ = site.post("/queue", ["id": item.id.text, "choice": "left"])
    #expect(try site.get("/queue").text.contains("待办 <b>\(count())</b>"))
    #expect(try site.get("/projects").text.contains("待办 <b>\(count())</b>"))
    #expect(try site.get("/queue").text.contains("共 \(count()) 项"))
  }

  @Test func `没有选怎么处理、已经处理过的，说清楚，什么都不写`() throws {
    try take(["示例岭厂房,示例公司,火星区,1000,谋划"])
    let item = try #require(try site.operations.queue([.word]).items.first)
    let entries = try site.operations.entries(limit: 99).count
    #expect(site.post("/queue", ["id": item.id.text]).status == 400)
    #expect(site.post("/queue", ["id": item.id.text, "choice": "other"]).status == 400)
    let gone = site.post("/queue", ["id": "word:area::没有", "choice": "left"])
    #expect(gone.status == 409 && gone.text.contains("已经不在待办里"))
    #expect(try site.operations.entries(limit: 99).count == entries)
  }

  @Test func `页面旧了，清单的数后来变了，不能采用没看过的数`() throws {
    func report(_ sender: String, _ month: Int, _ sum: String) throws {
      let text =
        "2026年清单（截至2026年\(month)月底）\n项目名称,总投资（万元）,业主,县区\n"
        + "示例岭厂房,\(sum),示例公司,柳南区\n"
      let prepared = try site.operations.prepare(
        ReceivedFile(name: "清单.csv", bytes: Array(text.utf8)),
        ImportOptions(year: 2026, sender: sender))
      _ = try site.operations.commit(prepared)
    }
    try report("市发展改革委", 3, "6000")
    try report("鹿寨县发改局", 3, "5000")
    let item = try #require(try site.operations.queue([.difference]).items.first)
    let old = site.get("/queue?kind=difference")
    func answer(_ page: WebResponse) -> WebResponse {
      site.post(
        "/queue", ["id": item.id.text, "choice": "list", "seen": site.hidden("seen", in: page)])
    }
    try report("鹿寨县发改局", 4, "5200")
    let refused = answer(old)
    #expect(refused.status == 409 && refused.text.contains("5200"))
    let total = FieldKey(.totalInvestment)
    #expect(try site.operations.show("示例岭厂房").project.record[total]?.canonical == "6000000000")
    #expect(answer(site.get("/queue?kind=difference")).status == 303)
    #expect(try site.operations.show("示例岭厂房").project.record[total]?.canonical == "5200000000")
  }
}
