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
