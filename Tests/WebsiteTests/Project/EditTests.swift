import Intake
import Ledger
import Matching
import Operations
import Storage
import Testing

@testable import Website

/// A project edited on its page.
@Suite struct EditTests {
  private let site: TestSite

  init() throws { site = try TestSite() }

  private func value(_ field: Field, of project: String = "2") throws -> String? {
    try site.operations.show(project).project.record[FieldKey(field)]?.canonical
  }

  @Test func `改一个字段记一张凭证，没改的不动，再存一次没有变动`() throws {
    let form: Query = [
      "v.progress": "桩基施工", "o.progress": "", "v.nature": "", "o.nature": "", "reason": "测试",
    ]
    let before = try site.operations.standing().revision
    let response = site.post("/projects/2/edit", form)
    #expect(response.status == 303)
    #expect(response["Location"] == "/projects/2?done=\(before + 1)")
    #expect(try value(.progress) == "桩基施工")
    #expect(site.post("/projects/2/edit", form)["Location"] == "/projects/2?done=0")
    #expect(try site.operations.standing().revision == before + 1)
  }

  @Test func `要看一眼的，看过才写；存完再说一次，只对填的人说`() throws {
    let form: Query = [
      "v.total_investment": "100", "o.total_investment": "20000", "v.plan.2026": "5000",
      "o.plan.2026": "4000",
    ]
    let before = try site.operations.standing().revision
    let asked = site.post("/projects/2/edit", form)
    #expect(asked.status == 200 && asked.text.contains("2026 年度计划投资“5000”大于总投资"))
    #expect(asked.text.contains("核对过了，保存修改") && asked.text.contains("value=\"5000\""))
    #expect(try site.operations.standing().revision == before)
    let looked = asked.text.matches(of: /name="looked" value="([^"]*)"/).map {
      Query.Item(name: "looked", value: PageTags.plain(String($0.1)))
    }
    let done = site.post("/projects/2/edit", form + Query(looked))
    #expect(done.status == 303)
    let address = try #require(done["Location"])
    #expect(site.get(address).text.contains("请核对：2026 年度计划投资“5000”大于总投资"))
    #expect(!site.get(address, from: Caller(name: "别人")).text.contains("请核对："))
    #expect(!site.get("/projects/2").text.contains("请核对："))
  }

  @Test(arguments: [
    ("code", "乱写的代码"), ("total_investment", "很多钱"), ("name", ""),
  ]) func `不能采用的值，话说在它自己那一格`(field: String, text: String) throws {
    let record = try site.operations.show("2").project.record
    let opened =
      field == "total_investment" ? "20000" : record.text(field == "name" ? .name : .code) ?? ""
    let page = site.post(
      "/projects/2/edit",
      ["v.\(field)": text, "o.\(field)": opened, "v.remark": "备注", "o.remark": ""])
    #expect(page.status == 422)
    #expect(page.text.contains("id=\"v.\(field)\" name=\"v.\(field)\""))
    #expect(page.text.contains("href=\"#v.\(field)\""))
    #expect(page.text.contains("value=\"备注\"") && page.text.contains(">✗ "))
    #expect(!page.text.contains("name=项目名称"))
  }

  @Test func `别的项目已有的代码，看过才写`() throws {
    let code = "2503-450200-04-01-668899"
    _ = try site.operations.edit("3", [Assignment(field: "code", text: code)], reason: nil)
    let own = try site.operations.show("2").project.record.text(.code) ?? ""
    let page = site.post("/projects/2/edit", ["v.code": code, "o.code": own])
    #expect(page.status == 200 && page.text.contains("这个项目代码已是编号 3 的项目的"))
  }

  @Test func `别人同时改了别的字段，自动合并`() throws {
    _ = site.post("/projects/2/edit", ["v.progress": "甲", "o.progress": ""])
    _ = site.post(
      "/projects/2/edit", ["v.remark": "乙", "o.remark": "", "v.progress": "", "o.progress": ""])
    #expect(try value(.progress) == "甲")
    #expect(try value(.remark) == "乙")
  }

  @Test func `两个人改了同一个字段，问过才写`() throws {
    _ = site.post("/projects/2/edit", ["v.progress": "甲", "o.progress": ""])
    let before = try site.operations.standing().revision
    let mine: Query = ["v.progress": "乙", "o.progress": ""]
    let asked = site.post("/projects/2/edit", mine)
    #expect(asked.status == 200)
    #expect(asked.text.contains("现在 甲"))
    #expect(try site.operations.standing().revision == before)
    _ = site.post("/projects/2/edit", mine + ["c.progress": "now", "n.progress": "甲"])
    #expect(try value(.progress) == "甲")
    _ = site.post("/projects/2/edit", mine + ["c.progress": "mine", "n.progress": "甲"])
    #expect(try value(.progress) == "乙")
    // Neither: something else, which has to be said.
    let third: Query = ["v.progress": "丙", "o.progress": ""]
    let empty = site.post(
      "/projects/2/edit", third + ["c.progress": "other", "x.progress": "", "n.progress": "乙"])
    #expect(empty.status == 200)
    #expect(empty.text.contains("value=\"other\" checked"))
    #expect(try value(.progress) == "乙")
    _ = site.post(
      "/projects/2/edit", third + ["c.progress": "other", "x.progress": "丁", "n.progress": "乙"])
    #expect(try value(.progress) == "丁")
  }

  @Test func `读不懂的值不写，填的内容留在页面上`() throws {
    let before = try site.operations.standing().revision
    let response = site.post(
      "/projects/2/edit", ["v.total_investment": "很多钱", "o.total_investment": "20000"])
    #expect(response.status == 422)
    #expect(response.text.contains("value=\"很多钱\""))
    #expect(try site.operations.standing().revision == before)
  }

  @Test func `每个字段在页面上有且只有一个位置`() {
    let shown = FieldGroups.all.flatMap(\.fields)
    #expect(Set(shown).count == shown.count)
    #expect(Set(shown).union(FieldGroups.followed) == Set(Field.allCases))
  }

  @Test func `看以前的台账时没有能写的控件`() {
    for target in [
      "/projects/2", "/", "/due", "/due/市工业和信息化局", "/targets", "/decisions", "/entries/2",
    ] {
      let address = Address(
        path: target.split(separator: "/").map(String.init), query: ["as-of": "2026-03-21"])
      let text = site.get(address.text).text
      #expect(text.contains("不是今天"), "\(target)")
      #expect(!text.contains("method=\"post\""), "\(target)")
      #expect(!text.contains("/edit\""), "\(target)")
    }
  }
}
