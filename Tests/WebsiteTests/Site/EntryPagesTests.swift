import Foundation
import Intake
import Ledger
import Testing

@testable import Operations
@testable import Website

/// What an act did is told on its page, whatever it did. 测试数据
@Suite struct EntryPagesTests {
  @Test func `改目录的凭证写明改了什么，旧和新`() throws {
    let site = try TestSite()
    let entry = try site.operations.setItem(
      .setting, code: "reporting", isNew: false, [(path: "day", text: "8")], reason: "测试"
    ).entry
    let page = site.get("/entries/\(entry.number)").text
    #expect(page.contains("改动的目录和认定") && page.contains("每月应报"))
    #expect(page.contains("class=\"old\">次月几日前：5<") && page.contains("class=\"new\">次月几日前：8<"))
    #expect(!page.contains("改动的项目"))
  }

  @Test func `撤销过的不再有撤销，撤销的撤销又有`() throws {
    let site = try TestSite()
    let entry = try site.operations.edit(
      "2", [Assignment(field: "remark", text: "备注")], reason: nil)
    let number = try #require(entry.entry?.number)
    let undo = "href=\"/entries/\(number)/undo\""
    #expect(site.get("/entries/\(number)").text.contains(undo))
    let undone = try site.operations.undo(try site.operations.undoPlan(of: number), reason: nil)
    #expect(!site.get("/entries/\(number)").text.contains(undo))
    _ = try site.operations.undo(try site.operations.undoPlan(of: undone.number), reason: nil)
    #expect(site.get("/entries/\(number)").text.contains(undo))
  }
}
