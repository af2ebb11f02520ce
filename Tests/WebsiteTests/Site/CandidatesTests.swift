import Foundation
import Intake
import Ledger
import Operations
import Testing

@testable import Website

/// 候选 on the page of a register, and 核验到此 on an entry's.
@Suite struct CandidatesTests {
  private let site: TestSite
  private let page: String

  init() throws {
    site = try TestSite()
    let catalogue = try site.operations.catalogue()
    let register = try #require(catalogue.candidateRule).register
    page = Address("registers", catalogue.name(of: .register, register)).text
    _ = try site.operations.edit("3", [Assignment(field: "总投资", text: "120亿元")], reason: "测试")
    _ = try site.operations.edit("4", [Assignment(field: "合同投资额", text: "101亿元")], reason: "测试")
  }

  @Test func `按规则列为候选的写明依据；认定、不予认定各是一张有文件的凭证`() throws {
    let before = site.get(page).text
    for words in ["总投资120.00亿元", "合同投资额101.00亿元", "按规则列为候选"] {
      #expect(before.contains(words), "\(words)")
    }
    #expect(before.components(separatedBy: "name=\"project\"").count == 5)
    let act = page + "/candidates"
    #expect(site.post(act, ["project": "3", "do": "yes"]).status == 400)
    #expect(site.post(act, ["project": "3", "do": "maybe", "document": "纪要"]).status == 400)
    let yes = site.post(act, ["project": "3", "do": "yes", "document": "市政府会议纪要〔2026〕8号"])
    #expect(yes.status == 303)
    let entry = try site.operations.entry(try site.operations.standing().revision).entry
    #expect(entry.kind == .confirm && entry.particulars.evidence == "市政府会议纪要〔2026〕8号")
    _ = site.post(act, ["project": "4", "do": "no", "document": "核查意见"])
    let after = site.get(page).text
    #expect(after.contains("已认定 1") && after.contains("不符合 1") && after.contains("候选 2"))
    #expect(after.contains("认定依据：市政府会议纪要〔2026〕8号"))
    // The same again writes nothing.
    let again = site.post(act, ["project": "4", "do": "no", "document": "核查意见"])
    #expect(again["Location"]?.contains("done=0") == true)
  }

  @Test func `认定的日期记在凭证上；将来的、不成日期的不收`() throws {
    let act = page + "/candidates"
    func form(_ project: String, on date: String) -> Query {
      ["project": project, "do": "yes", "document": "纪要", "date": date]
    }
    #expect(site.get(page).text.contains("name=\"date\" type=\"date\""))
    #expect(site.post(act, form("3", on: "2026-03-05")).status == 303)
    let entry = try site.operations.entry(try site.operations.standing().revision).entry
    #expect(entry.particulars.effective?.text == "2026-03-05")
    for date in ["2999-01-01", "三月"] {
      #expect((400..<500).contains(site.post(act, form("4", on: date)).status), "\(date)")
    }
  }

  @Test func `任务到一个环节、节点完成，都可以是以前的日期`() throws {
    #expect(
      site.post("/tasks/2.1", ["step": "落实", "date": "2026-03-05", "note": "开工"]).status == 303)
    #expect(site.get("/tasks/2.1").text.contains("2026-03-05"))
    _ = site.post("/projects/2/matters", ["kind": "milestone", "name": "封顶", "due": "2026-06-30"])
    let done: Query = ["kind": "milestone", "name": "封顶", "do": "done", "date": "2026-03-06"]
    #expect(site.post("/projects/2/matters", done).status == 303)
    #expect(site.get("/projects/2/matters").text.contains("2026年3月6日"))
  }

  @Test func `别的清单没有候选；过去的页面、没有权限的人看得到候选，没有按钮`() throws {
    let other = try #require(
      try site.operations.catalogue().registers.first { !page.hasSuffix(Address($0.name).text) })
    #expect(!site.get(Address("registers", other.name).text).text.contains("id=\"candidates\""))
    let button = "name=\"do\" value=\"yes\""
    #expect(site.get(page).text.contains(button))
    #expect(!site.get(page + "?as-of=2026-03-21").text.contains(button))
    let reader = TestPeople.caller("reader", .everything)
    let seen = site.ask(page, as: reader).text
    #expect(seen.contains("总投资120.00亿元") && !seen.contains(button))
    let refused = site.ask(
      page + "/candidates", as: reader, method: "POST",
      form: ["project": "3", "do": "yes", "document": "纪要"])
    #expect(refused.status == 403)
  }

  @Test func `核验到此：没动过的通过，并与记下的校验值对照；动过的说第几号`() throws {
    let last = try site.operations.entry(3).entry
    let address = "/entries/3/verify"
    #expect(site.get("/entries/3").text.contains(address))
    #expect(site.get(address).text.contains("核验通过"))
    #expect(site.get(address + "?noted=3:\(last.hash)").text.contains("就是记下的那一张"))
    #expect(site.get(address + "?noted=\(last.hash)").text.contains("就是记下的那一张"))
    let other = String(repeating: "0", count: 64)
    #expect(site.get(address + "?noted=3:\(other)").text.contains("不是记下的那一张"))
    #expect(site.get("/entries/99/verify").status == 404)
  }
}
