import Foundation
import Intake
import Ledger
import Matching
import Operations
import Storage
import Testing
import Wording

@testable import Website

/// 合并 and 拆分 on the pages of a project.
@Suite struct MergeTests {
  private let site: TestSite

  init() throws {
    site = try TestSite()
    // 一个没有代码的项目被登记了两次（测试数据）。
    for remark in ["甲", "乙"] {
      _ = try site.operations.edit(
        remark == "甲" ? "2" : "3", [Assignment(field: "备注", text: remark)], reason: "测试")
    }
    _ = try site.operations.edit("3", [Assignment(field: "下一步工作", text: "另一边才有")], reason: "测试")
  }

  /// What the form of the comparison carries.
  private func form(_ target: String) throws -> Query {
    let page = site.get(target)
    #expect(page.status == 200)
    func hidden(_ name: String) -> String {
      page.text.components(separatedBy: "name=\"\(name)\" value=\"").dropFirst().first?
        .components(separatedBy: "\"")[0] ?? ""
    }
    return [
      "with": hidden("with"), "revision": hidden("revision"),
      "otherRevision": hidden("otherRevision"),
    ]
  }

  @Test func `可能重复的在项目页上带着理由，答过就不再问`() throws {
    let values = [
      "项目名称": "测试云岫关节模组生产基地（一期）", "项目业主": "测试云岫传动有限公司", "县区": "柳东新区",
    ]
    let added = try site.operations.add(
      values.map { Assignment(field: $0.key, text: $0.value) }, reason: "测试")
    let other = try #require(added.project)
    let likely = try #require(try site.operations.likely(1).first)
    #expect(likely.id == other)
    let page = site.get("/projects/1").text
    #expect(page.contains("可能重复") && page.contains(likely.likely.sentence))
    #expect(page.contains("/projects/1/merge?with=\(other)"))
    #expect(site.get("/projects/\(other)").text.contains("/merge?with=1"))
    let reader = try #require(TestPeople.everyRole["reader"])
    let seen = site.ask("/projects/1", as: reader).text
    #expect(seen.contains("可能重复") && !seen.contains("/merge?with="))
    _ = try site.operations.distinguish("1", String(other), .different, reason: nil)
    #expect(!site.get("/projects/1").text.contains("可能重复"))
  }

  @Test func `两边并排，说明留什么、补什么，合并是一张凭证，撤销就分开`() throws {
    let page = site.get("/projects/2/merge?with=3").text
    for words in ["留下的 2", "并入的 3", "甲", "乙", "另一边才有", "补入", "两边的名称都保留"] {
      #expect(page.contains(words), "\(words)")
    }
    var form = try form("/projects/2/merge?with=3")
    form = form.adding("take.remark", "other").adding("reason", "业主已核实")
    let done = site.post("/projects/2/merge", form)
    #expect(done.status == 303)
    let entry = try site.operations.standing().revision
    #expect(done["Location"] == "/projects/2?done=\(entry)")
    let record = try site.operations.show("2").project.record
    #expect(record.text(.remark) == "乙")
    #expect(record.text(.nextStep) == "另一边才有")
    #expect(site.get("/projects/3").status == 308)
    #expect(try site.operations.entry(entry).entry.particulars.merge == Entry.Merge(3, into: 2))
    // 撤销 of the entry parts them again.
    _ = try site.operations.undo(site.operations.undoPlan(of: entry), reason: nil)
    #expect(site.get("/projects/3").status == 200)
    #expect(try site.operations.show("2").project.record.text(.remark) == "甲")
  }

  @Test func `不选就留自己的`() throws {
    _ = site.post("/projects/2/merge", try form("/projects/2/merge?with=3"))
    #expect(try site.operations.show("2").project.record.text(.remark) == "甲")
  }

  @Test func `看过之后有人改过其中一个，不合并，再看一遍；别的项目动了不碍事`() throws {
    let seen = try form("/projects/2/merge?with=3")
    _ = try site.operations.edit("5", [Assignment(field: "备注", text: "无关")], reason: nil)
    _ = try site.operations.edit("3", [Assignment(field: "备注", text: "刚改的")], reason: nil)
    let before = try site.operations.standing().revision
    let refused = site.post("/projects/2/merge", seen.adding("take.remark", "other"))
    #expect(refused.status == 409)
    #expect(refused.text.contains("没有合并") && refused.text.contains("刚改的"))
    #expect(
      refused.text.contains("name=\"take.remark\" value=\"other\" checked"),
      "what was chosen stays chosen")
    #expect(try site.operations.standing().revision == before)
    let again = try form("/projects/2/merge?with=3")
    _ = try site.operations.edit("5", [Assignment(field: "备注", text: "还是无关")], reason: nil)
    #expect(site.post("/projects/2/merge", again).status == 303)
  }

  @Test func `和自己、和没有的项目合并，说明白`() throws {
    #expect(site.get("/projects/2/merge?with=2").text.contains("同一个项目"))
    #expect(site.get("/projects/2/merge?with=99").status == 404)
    #expect(site.post("/projects/2/merge").status == 422)
    #expect(site.get("/projects/2/merge").status == 200)
  }

  @Test func `像的项目列在前面，有理由`() throws {
    let name = try #require(try site.operations.show("2").project.record.text(.name))
    let twin = try site.operations.add(
      [Assignment(field: "项目名称", text: name + "（扩建）")], reason: "测试")
    let id = try #require(twin.project)
    let found = try site.operations.duplicates(of: id)
    let page = site.get("/projects/\(id)/merge").text
    for queued in found {
      #expect(page.contains(queued.duplicate.judgement.reason.words))
    }
    #expect(page.contains("href=\"/projects/\(id)/merge?with=2\"") == !found.isEmpty)
  }

  @Test func `没有处理待办的权限，不画合并，也合并不了`() throws {
    let county = TestPeople.caller("lead", .units(["drc"]), unit: "drc")
    #expect(site.ask("/projects/2/merge", as: county).status == 403)
    #expect(!site.ask("/projects/2", as: county).text.contains("/merge"))
    #expect(site.get("/projects/2").text.contains("/projects/2/merge"))
  }

  @Test func `拆分：记为子项、移出，各是一张凭证；不合规矩的说明白`() throws {
    let before = try site.operations.standing().revision
    let split = site.post("/projects/2/parts", ["do": "in", "parts": "3、4", "reason": "测试"])
    #expect(split.status == 303)
    let name = try site.operations.show("2").project.record.text(.name)
    #expect(try site.operations.show("3").project.record.text(.package) == name)
    #expect(site.get("/projects/2/parts").text.contains("2 个"))
    #expect(site.get("/projects/3/parts").text.contains("自己不能再拆分"))
    #expect(site.post("/projects/3/parts", ["do": "in", "parts": "5"]).status == 422)
    #expect(site.post("/projects/2/parts", ["do": "in", "parts": " "]).status == 422)
    #expect(site.post("/projects/2/parts", ["do": "out"]).status == 422)
    #expect(site.post("/projects/2/parts", ["do": "out", "part": "3"]).status == 303)
    #expect(try site.operations.show("3").project.record.text(.package) == nil)
    #expect(try site.operations.show("4").project.record.text(.package) == name)
    #expect(try site.operations.standing().revision == before + 2)
  }
}
