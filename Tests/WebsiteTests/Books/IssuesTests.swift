import Foundation
import Intake
import Ledger
import Storage
import TestSupport
import Testing

@testable import Operations
@testable import Website

/// 发一期 and 核对一份报表 on the pages of books.
@Suite struct IssuesTests {
  private let site: TestSite

  init() throws { site = try TestSite() }

  private func publish(_ form: Query, as caller: Caller? = nil) -> WebResponse {
    site.ask("/books/publish", as: caller ?? site.caller, method: "POST", form: form)
  }

  /// Holds a workbook against the ledger as somebody's browser does.
  private func check(_ bytes: [UInt8], as caller: Caller? = nil) throws -> WebResponse {
    let caller = caller ?? site.caller
    var request = WebRequest(method: "POST", path: ["books", "check"])
    request.source.host = "127.0.0.1:\(TestSite.port)"
    request.source.fetchSite = "same-origin"
    let upload = try site.site.importing(caller).receive("领导汇总.xlsx")
    try upload.append(bytes)
    request.files = [SentFile(field: "files", upload: upload)]
    return site.site.answer(request, from: caller)
  }

  private static func main(of html: String) -> String {
    html.components(separatedBy: "<main").last ?? ""
  }

  private func link(to name: String, in html: String) throws -> String {
    try #require(
      html.components(separatedBy: "<a href=\"").first { $0.contains(">\(name)</a>") }?
        .components(separatedBy: "\"")[0])
  }

  @Test func `发一期：写出、登记、随时再取，台账的版次不变`() throws {
    let before = try site.operations.standing().revision
    let sent = publish([
      "book": "leaders", "annex": "附件1", "month": "2026-02", "reviewer": "测试审核",
    ])
    #expect(sent.status == 303 && sent["Location"] == "/books/issued/1")
    #expect(try site.operations.standing().revision == before)
    let known = try #require(try site.operations.publications(limit: 9).first)
    #expect(known.number == 1 && known.book == "leaders")
    #expect(known.filter.contains("month=2026-02"))
    let page = site.get("/books/issued/1")
    #expect(page.text.contains(known.file) && page.text.contains(known.sha256))
    #expect(page.text.contains("说明.txt") && page.text.contains(".docx"))
    #expect(site.get("/books").text.contains("/books/issued/1"))
    let taken = site.get(try link(to: known.file, in: page.text))
    #expect(taken.status == 200, "\(Self.main(of: taken.text))")
    let file = taken.content
    #expect(ReceivedFile(name: "", bytes: file).sha256 == known.sha256)
    #expect(try check(file).text.contains("与导出时一致"))
  }

  @Test func `期号和备注发的时候写、发了以后改，登记不变，别人的不给改`() throws {
    _ = publish(["book": "leaders", "number": "第3期", "remark": "发至各县区<b>"])
    let before = try site.operations.issued(1)
    #expect(before.note?.number == "第3期" && before.note?.by == "测试员")
    let page = site.get("/books/issued/1").text
    #expect(page.contains("第3期") && page.contains("发至各县区&lt;b&gt;"))
    #expect(site.get("/books").text.contains("发至各县区&lt;b&gt;"))
    let long = String(repeating: "长", count: 900)
    #expect(site.post("/books/issued/1", ["number": "", "remark": "一行\n" + long]).status == 303)
    let after = try site.operations.issued(1)
    #expect(after.publication == before.publication && after.files == before.files)
    #expect(after.note?.number == nil)
    #expect(after.note?.remark?.count == IssueNote.longest)
    #expect(after.note?.remark?.contains("\n") == false)
    let reader = try #require(TestPeople.everyRole["reader"])
    #expect(
      site.ask("/books/issued/1", as: reader, method: "POST", form: ["remark": "改"]).status == 403)
    #expect(!site.ask("/books/issued/1", as: reader).text.contains("<form class=\"block\""))
    #expect(try site.operations.issued(1).note == after.note)
  }

  @Test func `没有可比的上一期，说没有发，其余照发；一份都发不了就什么都不登记`() throws {
    let sent = publish(["book": "leaders", "since": "上一期", "book": "changes"])
    #expect(sent["Location"] == "/books/issued/1?left=changes")
    #expect(site.get("/books/issued/1?left=changes").text.contains("没有发重大项目变化简报"))
    #expect(!site.get("/books/issued/1?left=不是报表&failed=骗人").text.contains("没有写出骗人"))
    #expect(publish(["book": "changes"]).status == 422)
    #expect(publish([:]).status == 422)
    #expect(publish(["book": "nothing"]).status == 400)
    #expect(publish(["book": "leaders", "month": "不是月份"]).status == 400)
    #expect(try site.operations.publications(limit: 9).count == 1)
    #expect(
      try FileManager.default.contentsOfDirectory(
        atPath: IssuesFolder(beside: site.operations.path).path)
        == ["1"])
  }

  @Test func `留着的文件后来被改过，就说不在了，不给`() throws {
    _ = publish(["book": "leaders"])
    let issued = try site.operations.issued(1)
    let name = issued.publication.file
    let path = try site.operations.file(name, of: issued)
    try Data("别的".utf8).write(to: URL(filePath: path))
    #expect(site.get("/books/issued/1").text.contains("文件不在服务器上"))
    let address = Address("books", "issued", "1", name).text
    #expect(site.get(address).status == 404)
    #expect(site.get("/books/issued/1/..%2F..%2Fledger.sqlite").status == 404)
    #expect(site.get("/books/issued/2").status == 404)
  }

  @Test func `核对：改过的说改了哪里，台账变了的说变了几张凭证`() throws {
    _ = publish(["book": "leaders"])
    let issued = try site.operations.issued(1)
    let path = try site.operations.file(issued.publication.file, of: issued)
    let book = Array(try Data(contentsOf: URL(filePath: path)))
    _ = try site.operations.edit("1", [Assignment(field: "总投资", text: "9亿元")], reason: "测试")
    let later = try check(book).text
    #expect(
      later.contains("与导出时一致") && later.contains("此后有 1 张凭证"), "\(Self.main(of: later))")
    let altered = site.folder.appending(path: "altered.xlsx").path
    // One text more in the first sheet; what the workbook says of itself stays.
    _ = try Command.output([
      "/usr/bin/python3", "-c",
      "import sys, zipfile; old = zipfile.ZipFile(sys.argv[1]); "
        + "new = zipfile.ZipFile(sys.argv[2], 'w'); "
        + "[new.writestr(n, old.read(n).replace(b'</t>', sys.argv[3].encode() + b'</t>', 1)"
        + " if n in ('xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml') else old.read(n)) for n in old.namelist()]; new.close()",
      path, altered, "改过的标题",
    ])
    let found = try check(Array(try Data(contentsOf: URL(filePath: altered)))).text
    #expect(
      found.contains(">改过</span>") && found.contains("改过的标题"), "\(Self.main(of: found))")
    // Whoever looks keeps nothing.
    #expect(try site.operations.drafts().isEmpty)
  }

  @Test func `不是台账的报表说明白，没有选文件也说明白`() throws {
    let other = try check(Array("项目名称\n测试".utf8))
    #expect(other.status == 422)
    #expect(other.text.contains("不是台账导出的报表"))
    #expect(site.post("/books/check").status == 422)
  }

  @Test func `发布、取走、核对各看权限，看不到的一个字也不说`() throws {
    _ = publish(["book": "raw", "book": "leaders"])
    let people = TestPeople.everyRole
    for (role, may) in [
      ("promotion", true), ("planning", true), ("inspection", false), ("lead", false),
      ("county", false), ("leader", false), ("reader", false),
    ] {
      let caller = try #require(people[role])
      #expect((site.ask("/books/publish", as: caller).status == 200) == may, "\(role)")
      #expect(site.ask("/books", as: caller).text.contains("/books/publish") == may, "\(role)")
      #expect((publish([:], as: caller).status == 403) == !may, "\(role)")
    }
    let leaders = try site.operations.issued(2)
    let raw = try site.operations.issued(1)
    func taken(_ issued: IssuedBook, _ role: String) throws -> Int {
      let number = String(issued.publication.number ?? 0)
      return site.ask(
        Address("books", "issued", number, issued.publication.file).text,
        as: try #require(people[role])
      ).status
    }
    #expect(try taken(leaders, "leader") == 200 && taken(raw, "leader") == 403)
    #expect(try taken(raw, "inspection") == 200)
    #expect(try taken(leaders, "reader") == 403)
    let page = site.ask("/books/issued/2", as: try #require(people["reader"])).text
    #expect(!page.contains("href=\"/books/issued/2/"))
    // What was sent out counts projects that they do not see: it is as if it had not been.
    for role in ["county", "lead"] {
      let caller = try #require(people[role])
      #expect(try taken(leaders, role) == 404, "\(role)")
      #expect(site.ask("/books/issued/2", as: caller).status == 404, "\(role)")
      let list = site.ask("/books", as: caller).text
      #expect(
        !list.contains("/books/issued/") && !list.contains(leaders.publication.file), "\(role)")
    }
    let book = site.get(Address("books", "issued", "1", raw.publication.file).text).content
    #expect(try check(book, as: people["reader"]).text.contains("与导出时一致"))
    _ = try site.operations.edit("1", [Assignment(field: "备注", text: "别家的事")], reason: "别家的事由")
    let foreign = try check(book, as: people["county"]).text
    #expect(foreign.contains("看得到的项目和您不同"))
    #expect(!foreign.contains("别家的事由") && !foreign.contains("测试员 ·"))
    #expect(try check(book, as: people["auditor"]).status == 403)
  }
}
