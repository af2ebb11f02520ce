import Intake
import Ledger
import Operations
import Testing

@testable import Website

/// A field that the setting `sensitive` adds is treated as contacts are. 测试数据
@Suite struct SensitiveFieldsTests {
  @Test func `设置加进来的敏感字段，和联系方式一样点了才显示，历史、凭证、合并页上不写`() throws {
    let site = try TestSite()
    _ = try site.operations.setItem(
      .setting, code: "sensitive", isNew: false, [(path: "fields", text: "remark")], reason: "测试")
    var entry: Int64 = 0
    for text in ["先前不便公开的备注", "现在不便公开的备注"] {
      let edit = try site.operations.edit(
        "1", [Assignment(field: "remark", text: text)], reason: nil)
      entry = try #require(edit.entry).number
    }
    for target in [
      "/projects/1", "/projects/1?field=remark", "/entries/\(entry)", "/projects/1/merge?with=2",
    ] {
      let page = site.get(target)
      #expect(page.status == 200, "\(target)")
      #expect(!page.text.contains("不便公开"), "\(target)")
    }
    let shown = site.get("/projects/1?contacts=show").text
    #expect(shown.contains("现在不便公开的备注"))
    #expect(!shown.contains("先前不便公开的备注"))
  }
}
