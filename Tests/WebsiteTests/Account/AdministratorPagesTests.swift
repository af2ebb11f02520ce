import Foundation
import Intake
import Ledger
import Operations
import Spreadsheet
import Storage
import Testing

@testable import Access
@testable import Website

/// The pages of the three administrators, each of whom may do a third.
@Suite struct AdministratorPagesTests {
  private func site() throws -> (AccountSite, [String: String]) {
    let site = try AccountSite()
    for (login, role) in [("xi", "system"), ("an", "security"), ("shen", "auditor")] {
      try site.person(login, Grant(role: role, scope: .everything))
    }
    try site.person("wei", Grant(role: "promotion", scope: .everything))
    var cookies: [String: String] = [:]
    for login in ["xi", "an", "shen", "wei"] { cookies[login] = try site.signIn(login) }
    return (site, cookies)
  }

  @Test func `每页只给该看的人`() throws {
    let (site, cookies) = try site()
    for (target, allowed) in [
      ("/accounts", ["xi", "an"]), ("/accounts/wei", ["xi", "an"]), ("/audit", ["shen"]),
      ("/audit.csv", ["shen"]), ("/account", ["xi", "an", "shen", "wei"]), ("/projects", ["wei"]),
    ] {
      for (login, cookie) in cookies {
        let status = site.get(target, cookie: cookie).status
        #expect(status == (allowed.contains(login) ? 200 : 403), "\(login) \(target)")
      }
    }
  }

  @Test func `系统管理员建账户，安全管理员授权，各做各的`() throws {
    let (site, cookies) = try site()
    let form: Query = ["login": "li", "name": "李某", "unit": "", "kind": "person"]
    #expect(site.post("/accounts", form, cookie: cookies["an"]).status == 403)
    let made = site.post("/accounts", form, cookie: cookies["xi"])
    #expect(made.status == 200)
    #expect(made.text.contains("30 分钟"))
    let grant: Query = ["act": "grant", "role": "查阅", "scope": "everything"]
    #expect(site.post("/accounts/li", grant, cookie: cookies["xi"]).status == 403)
    #expect(site.post("/accounts/li", grant, cookie: cookies["an"]).status == 303)
    #expect(site.post("/accounts/li", grant, cookie: cookies["an"]).status == 422)
    #expect(site.get("/accounts/li", cookie: cookies["an"]).text.contains("查阅"))
    let own: Query = ["act": "grant", "role": "查阅", "scope": "everything"]
    #expect(site.post("/accounts/an", own, cookie: cookies["an"]).status == 422)
    let second: Query = ["act": "grant", "role": "审计管理员", "scope": "everything"]
    #expect(site.post("/accounts/li", second, cookie: cookies["an"]).status == 422)
    #expect(site.post("/accounts/wei", ["act": "disable"], cookie: cookies["xi"]).status == 403)
    #expect(site.post("/accounts/wei", ["act": "disable"], cookie: cookies["an"]).status == 303)
    #expect(site.get("/projects", cookie: cookies["wei"]).status == 303)
    #expect(try site.audit().contains { $0.hasPrefix("refused grants") })
  }

  @Test(arguments: [
    ["scope": "chain", "named": "新能源"], ["scope": "weird"], [:],
    ["scope": "everything", "named": "新能源"], ["scope": "chains", "named": ""],
    ["scope": "units", "named": "没有这个单位"], ["scope": "areas", "named": "月球"],
  ])
  func `范围没写对的授权不给，也留一行`(scope: [String: String]) throws {
    let (site, cookies) = try site()
    var form: Query = ["act": "grant", "role": "查阅"]
    for (name, value) in scope { form = form.setting(name, to: value) }
    let count = try site.audit().count
    #expect(site.post("/accounts/wei", form, cookie: cookies["an"]).status == 422)
    #expect(try site.access.heldGrants(of: "wei").count == 1)
    #expect(try site.audit(after: count).contains { $0.hasPrefix("refused grant") })
  }

  @Test func `只剩一个的管理员停用不了，角色也收不回；另有一个就可以`() throws {
    let (site, cookies) = try site()
    let held = try site.access.heldGrants(of: "shen")[0].id
    let revoke: Query = ["act": "revoke", "grant": String(held)]
    #expect(site.post("/accounts/shen", ["act": "disable"], cookie: cookies["an"]).status == 422)
    #expect(site.post("/accounts/shen", revoke, cookie: cookies["an"]).status == 422)
    try site.person("shen2", Grant(role: "auditor", scope: .everything))
    #expect(site.post("/accounts/shen", revoke, cookie: cookies["an"]).status == 303)
  }

  @Test func `系统管理员改不了角色：那是改别人能做什么`() throws {
    let (site, cookies) = try site()
    for (code, path, text) in [
      ("system", "rights", "accounts, settings, backup, see, contacts"),
      ("system", "scope", "everything"), ("reader", "rights", "see, contacts"),
    ] {
      let form: Query = ["path": path, "text": text, "reason": "测试"]
      #expect(site.post("/catalogue/role/\(code)", form, cookie: cookies["xi"]).status == 403)
    }
    #expect(site.get("/projects", cookie: cookies["xi"]).status == 403)
    #expect(site.get("/", cookie: cookies["xi"]).status == 403)
    #expect(site.get("/accounts", cookie: cookies["xi"]).text.contains("href=\"/account\">台账"))
  }

  @Test func `再登录一次，原来的会话就结束`() throws {
    let (site, cookies) = try site()
    let again = site.post("/sign-in", site.signInForm("wei"), cookie: cookies["wei"])
    #expect(again.status == 303)
    #expect(site.get("/projects", cookie: AccountSite.cookie(of: again)).status == 200)
    #expect(site.get("/projects", cookie: cookies["wei"]).status == 303)
  }

  @Test func `联系方式显示出来就有一行：列表的列、修改页`() throws {
    let (site, cookies) = try site()
    let edit = try site.base.operations.edit(
      "1", [Assignment(field: "联系电话", text: "13800001111")], reason: "测试")
    #expect(edit.entry != nil)
    for target in ["/projects?cols=编号,项目名称,联系电话", "/projects/1/edit"] {
      let count = try site.audit().count
      let text =
        WebRequest(method: "GET", target: target) == nil
        ? "/projects?cols=%E7%BC%96%E5%8F%B7,%E8%81%94%E7%B3%BB%E7%94%B5%E8%AF%9D" : target
      #expect(site.get(text, cookie: cookies["wei"]).text.contains("13800001111"))
      #expect(try site.audit(after: count).contains { $0.hasPrefix("contacts done") }, "\(target)")
    }
  }

  @Test func `程序读到联系方式也有一行：历史、凭证、改晚了看到的现值`() throws {
    let (site, _) = try site()
    let token = try site.machine("bot", Grant(role: "promotion", scope: .everything))
    let edit = try site.base.operations.edit(
      "1", [Assignment(field: "联系电话", text: "13800001111")], reason: "测试")
    let entry = try #require(edit.entry)
    for target in ["projects/1/history", "entries/\(entry.number)"] {
      let count = try site.audit().count
      let answer = site.get("/api/v1/" + target) { $0.source.authorization = "Bearer " + token }
      #expect(answer.text.contains("13800001111"), "\(target)")
      #expect(try site.audit(after: count).contains { $0.hasPrefix("contacts done") }, "\(target)")
    }
    let count = try site.audit().count
    var request = WebRequest(method: "PATCH", path: ["api", "v1", "projects", "1"])
    request.source.host = "127.0.0.1:\(TestSite.port)"
    request.source.authorization = "Bearer " + token
    request.terms = WebRequest.Terms(
      contentType: "application/json", ifMatch: "\"1-0000000000000000\"")
    request.document = Array(#"{"phone": "13900002222"}"#.utf8)
    let answer = site.site.answer(request)
    #expect(answer.status == 412 && answer.text.contains("13800001111"))
    #expect(try site.audit(after: count).contains { $0.hasPrefix("contacts done") })
  }

  @Test func `查看审计、导出文件、被拒绝、凭证都有一行`() throws {
    let (site, cookies) = try site()
    let count = try site.audit().count
    _ = site.get("/audit?q=wei", cookie: cookies["shen"])
    _ = site.get("/projects.csv", cookie: cookies["wei"])
    _ = site.get("/audit", cookie: cookies["wei"])
    let edit = site.get("/projects/1/edit", cookie: cookies["wei"])
    #expect(edit.status == 200)
    let step: Query = ["step": "督办", "note": "测试"]
    _ = site.post("/tasks/2.1", step, cookie: cookies["wei"])
    let lines = try site.audit(after: count)
    #expect(lines.contains("audit done q=wei"))
    #expect(lines.contains("file done 项目清单_测试wei（wei）.csv GET /projects.csv"))
    #expect(lines.contains { $0.hasPrefix("refused audit") })
    let text = site.get("/audit", cookie: cookies["shen"]).text
    #expect(text.contains("项目清单_测试wei（wei）.csv"))
    #expect(site.get("/audit?verify=yes", cookie: cookies["shen"]).text.contains("链完整"))
    #expect(site.get("/audit.csv", cookie: cookies["shen"]).text.hasPrefix("\u{FEFF}行,时间"))
  }

  @Test func `审计里没有项目名称：按名称来的先转到编号，进不来的不写名称`() throws {
    let (site, cookies) = try site()
    try site.person("du", Grant(role: "reader", scope: .everything))
    let reader = try site.signIn("du")
    let name = try #require(try site.base.operations.show("1").project.record.text(.name))
    let place = Address("projects", name, "edit").text
    let count = try site.audit().count
    let moved = site.get(place, cookie: cookies["wei"])
    #expect(moved.status == 308 && moved["Location"] == "/projects/1/edit")
    #expect(site.get("/projects/1/edit", cookie: cookies["wei"]).status == 200)
    #expect(site.get(place, cookie: reader).status == 403)
    let lines = try site.audit(after: count)
    #expect(lines.contains("refused edit GET /projects/?/edit"))
    #expect(!lines.contains { $0.contains(name) }, "\(lines)")
  }

  @Test func `读不了的文件、太大的文件，收的时候拒了都有一行`() throws {
    let (site, _) = try site()
    let token = try site.machine("bot", Grant(role: "promotion", scope: .everything))
    let person = try site.access.person(ofToken: token).person
    let upload = try site.site.importing(Caller(person)).receive("不是清单.xlsx")
    try upload.append([0x50, 0x4B, 0x03, 0x04] + Array(repeating: 0x41, count: 200))
    var request = WebRequest(
      method: "POST", path: ["api", "v1", "imports"], query: ["name": "不是清单.xlsx"])
    request.source.host = "127.0.0.1:\(TestSite.port)"
    request.source.authorization = "Bearer " + token
    request.terms = WebRequest.Terms(contentType: "application/octet-stream")
    request.files = [SentFile(field: "", upload: upload)]
    let count = try site.audit().count
    #expect(site.site.answer(request).status == 202)
    site.site.imports.wait(for: 1, milliseconds: 20_000)
    #expect(try site.audit(after: count) == ["refused file 不是清单.xlsx"])
    let route = try #require(site.site.route(of: request))
    let answer = site.site.refusal(
      ofBody: Failure.tooLarge, request, by: route, Caller(person))
    #expect(answer.status == 413)
    #expect(try site.audit(after: count).last == "refused file POST /api/v1/imports")
  }

  @Test func `拿走的每个文件都写着是谁拿的`() throws {
    let (site, cookies) = try site()
    let token = try site.machine("bot", Grant(role: "planning", scope: .everything))
    for (target, login) in [
      ("/projects.csv", "wei"), ("/audit.csv", "shen"), ("/api/v1/projects.csv", "bot"),
      ("/api/v1/projects.jsonl", "bot"), ("/api/v1/journal", "bot"),
    ] {
      let answer = site.get(target, cookie: cookies[login]) { request in
        if login == "bot" { request.source.authorization = "Bearer " + token }
      }
      #expect(answer.status == 200, "\(target)")
      let name = answer["Content-Disposition"]?.removingPercentEncoding ?? ""
      #expect(name.contains("测试\(login)（\(login)）"), "\(target): \(name)")
    }
    let list = try #require(
      (1...4).first { site.get("/receipts/\($0)", cookie: cookies["wei"]).status == 200 })
    for target in ["/projects.xlsx", "/entries/\(list)/receipt", "/receipts/\(list)/book.xlsx"] {
      let answer = site.get(target, cookie: cookies["wei"])
      #expect(answer.status == 200, "\(target)")
      let properties = try Workbook.read(answer.content).properties
      #expect(properties.values.contains("测试wei（wei）"), "\(target)")
    }
  }

  @Test func `写下的每张凭证在回答之前都有一行，写明谁从哪里`() throws {
    let (site, cookies) = try site()
    let page = site.get("/projects/1/edit", cookie: cookies["wei"])
    let revision = site.base.hidden("revision", in: page)
    let before = try site.access.lines(AuditQuestion(limit: 1)).first?.number ?? 0
    let answer = site.post(
      "/projects/1/edit",
      ["revision": revision, "field.progress_note": "测试", "progress": "主体封顶", "reason": "测试"],
      cookie: cookies["wei"])
    #expect([200, 303, 409, 422].contains(answer.status))
    let report = site.post(
      "/projects/2/matters",
      ["field": "problem", "summary": "测试数据问题", "act": "add"], cookie: cookies["wei"])
    #expect(report.status < 500)
    var question = AuditQuestion(limit: 100)
    question.act = .entry
    for record in try site.access.lines(question) where record.number > before {
      #expect(record.line.login == "wei")
      #expect(record.line.address == AccountSite.address)
      #expect(record.line.entry != nil)
    }
    let revisionNow = try site.base.operations.reading { store, _ in try store.revision }
    let made = try site.access.entriesWithoutLine(upTo: revisionNow)
    // What the operations of the test wrote itself, without a site.
    #expect(made.allSatisfy { $0 <= 6 })
  }

  @Test func `应急恢复管理员都看得到，直到审计管理员记下`() throws {
    let (site, cookies) = try site()
    _ = try site.access.rescue("wei", reason: "手机丢失", by: AccountSite.terminal)
    #expect(site.get("/accounts", cookie: cookies["xi"]).text.contains("手机丢失"))
    #expect(site.get("/audit", cookie: cookies["shen"]).text.contains("手机丢失"))
    #expect(site.post("/rescues/1", cookie: cookies["xi"]).status == 403)
    #expect(site.post("/rescues/1", cookie: cookies["shen"]).status == 303)
    #expect(!site.get("/accounts", cookie: cookies["xi"]).text.contains("手机丢失"))
  }
}
