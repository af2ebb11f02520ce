import Foundation
import Ledger
import Testing

@testable import Operations
@testable import Website

/// A form that was refused shows itself again. 测试数据
@Suite struct FormAgainTests {
  private static let page = """
    <main id="main" tabindex="-1">
    <form method="post" action="/a"><input type="hidden" name="id" value="1"><input name="x" value="老"></form>
    <details class="menu"><summary>改</summary><form method="post" action="/a"><input type="hidden" name="id" value="2">
    <label>值 <input name="x" value="老"></label><input type="checkbox" name="k" value="1" checked>
    <input type="radio" name="r" value="a" checked><input type="radio" name="r" value="b">
    <select name="s"><option value="1" selected>一</option><option value="2">二</option></select>
    <textarea name="t">老文</textarea><button type="submit">存</button></form></details>
    </main>
    """

  private func again(_ failure: Failure, _ form: Query) -> String {
    String(
      decoding: FormAgain(failure, of: form, sentTo: ["a"]).page(Array(Self.page.utf8)),
      as: UTF8.self)
  }

  @Test func `填的都还在，错在哪一格说在哪一格`() {
    var failure = Failure(422, "有一处不对。", "改好再交。")
    failure.fields = [FieldFault(field: "x", sentence: "不是数")]
    let text = again(
      failure, ["id": "2", "x": "\"<很多>", "r": "b", "s": "2", "t": "新<文>"])
    let halves = text.components(separatedBy: "<details")
    #expect(halves.count == 2 && halves[0].contains("name=\"x\" value=\"老\""))
    #expect(
      halves[0].contains("role=\"alert\"") && halves[0].contains("href=\"#at-fault-1\">不是数</a>"))
    let form = halves[1]
    #expect(form.contains(" open>"))
    #expect(form.contains("value=\"&quot;&lt;很多&gt;\" id=\"at-fault-1\" aria-invalid=\"true\""))
    #expect(form.contains("id=\"fault-1\">✗ 不是数</span>"))
    #expect(form.contains("name=\"k\" value=\"1\">"))
    #expect(form.contains("name=\"r\" value=\"a\">") && form.contains("value=\"b\" checked>"))
    #expect(form.contains("<option value=\"1\">") && form.contains("<option value=\"2\" selected>"))
    #expect(form.contains(">新&lt;文&gt;</textarea>"))
  }

  @Test func `句子里引的值，就指到填它的那一格`() {
    let text = again(Failure(400, "「很多」不是数。", ""), ["id": "1", "x": "很多"])
    #expect(text.contains("value=\"很多\" id=\"at-fault-1\" aria-invalid"))
    #expect(text.contains("href=\"#at-fault-1\""))
  }

  @Test func `那张表单已经不在了，话还是要说`() {
    let text = again(Failure(409, "已经处理过。", ""), ["id": "9", "x": "很多"])
    #expect(text.contains("✗ 已经处理过。") && !text.contains("很多"))
  }

  /// Where a form is sent, what it says, and what of it is to be seen again.
  static let refused: [(target: String, form: Query, kept: String)] = [
    ("/projects/2/move", ["stage": "没有的阶段", "evidence": "某某批文"], "某某批文"),
    (
      "/projects/2/matters",
      ["kind": "milestone", "name": "封顶测试", "due": "某日", "unit": "没有的单位局"], "封顶测试"
    ),
    ("/projects/2/parts", ["do": "in", "parts": "9999"], "9999"),
    ("/projects/2/edit", ["v.total_investment": "很多钱", "o.total_investment": "20000"], "很多钱"),
    ("/books/publish", ["book": "leaders", "month": "不是月份", "reason": "给某某会用"], "给某某会用"),
    ("/views", ["name": String(repeating: "长", count: 41), "asks": ""], "长长长"),
    ("/catalogue/setting/reporting", ["path": "day", "text": "很多", "reason": "某某会议定"], "某某会议定"),
  ]

  @Test(arguments: refused)
  func `每个写的页面，拒绝时都是原来那张表单`(target: String, form: Query, kept: String) throws {
    let site = try TestSite()
    let before = try site.operations.standing().revision
    let answer = site.post(target, form)
    #expect([400, 404, 409, 422].contains(answer.status), "\(answer.status)")
    #expect(answer.text.contains("class=\"faults\" role=\"alert\""))
    #expect(!answer.text.contains("没有完成"))
    #expect(answer.text.contains(kept), "\(target)")
    #expect(try site.operations.standing().revision == before)
  }

  @Test func `设置的错说在它自己那一格，写明能写什么`() throws {
    let site = try TestSite()
    let answer = site.post(
      "/catalogue/setting/reporting", ["path": "day", "text": "很多", "reason": "会议"])
    #expect(answer.text.contains("可写：1 到 28 的整数。"))
    #expect(answer.text.contains("value=\"很多\" id=\"at-fault-1\" aria-invalid"))
  }
}
