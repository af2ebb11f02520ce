import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing

@testable import Operations
@testable import Website

/// 导入, from the list to its receipt and back, asked without a socket. 测试数据
@Suite struct ImportPagesTests {
  let site: TestSite

  init() throws { site = try TestSite() }

  private static let rows = ["示例岭厂房,示例公司,柳南区,1000,谋划", "示例谷仓库,示例公司,柳城县,2000,签约"]

  private func write(_ rows: [String] = rows, name: String = "清单.csv") throws -> (
    String, WebResponse
  ) {
    let plan = site.follow(try site.send([(name, rows)]))
    let number = plan.target.split(separator: "/")[1]
    let answer = site.post(
      "/imports/\(number)/write",
      ["fingerprint": site.hidden("fingerprint", in: plan.page), "reason": "测试"])
    return site.follow(answer)
  }

  @Test func `没有要认定的清单直接到方案，按钮说清全部后果，写完到回执`() throws {
    let (target, plan) = site.follow(try site.send([("清单.csv", Self.rows)]))
    #expect(target == "/imports/1/plan")
    #expect(plan.text.contains("写入：新增 2 项，变更 0 项</button>"))
    #expect(plan.text.contains("aria-current=\"true\">新增 <b>2</b>"))
    let before = try site.operations.entries(limit: 99).count
    let answer = site.post(
      "/imports/1/write", ["fingerprint": site.hidden("fingerprint", in: plan), "reason": "月报"])
    let (receipt, page) = site.follow(answer)
    #expect(receipt.hasPrefix("/receipts/"))
    #expect(page.text.contains("新增 2 行") && page.text.contains("月报"))
    #expect(try site.operations.entries(limit: 99).count == before + 1)
    #expect(!site.get("/imports").text.contains("/imports/1\""))
  }

  @Test func `撤销先看三类，再撤销`() throws {
    let (target, _) = try write()
    let entry = target.split(whereSeparator: { "/?".contains($0) })[1]
    let page = site.get("/entries/\(entry)/undo")
    for heading in ["可撤销 2", "保留 0", "无法撤销 0"] { #expect(page.text.contains(heading)) }
    #expect(page.text.contains("撤销：2 个项目还原</button>"))
    let stale = site.post("/entries/\(entry)/undo", ["effect": "0"])
    #expect(stale.status == 409)
    let undone = site.post("/entries/\(entry)/undo", ["effect": site.hidden("effect", in: page)])
    #expect(undone.status == 303)
    #expect(site.get("/entries/\(entry)/undo").status != 200)
  }

  @Test func `打开的页签是第一个不空的，要人看的在前`() throws {
    let page = site.follow(
      try site.send([("清单.csv", Self.rows + ["示例岭厂房,示例公司,柳南区,1000,谋划"])])
    ).page
    #expect(page.text.contains("aria-current=\"true\">待核 <b>1</b>"))
    #expect(page.text.contains("；1 行不写</button>"))
    let empty = site.get("/imports/1/plan?tab=rejected")
    #expect(empty.text.contains("aria-current=\"true\">待核 <b>1</b>"))
  }

  @Test func `不认识的用语先认定，答了方案就重做，稍后再说也能看方案`() throws {
    let (target, page) = site.follow(
      try site.send([("清单.csv", ["示例岭厂房,示例公司,火星区,1000,谋划"])]))
    #expect(target == "/imports/1/asks")
    #expect(page.text.contains("县区“火星区”"))
    #expect(site.get("/imports/1/plan").text.contains("写入：新增 1 项"))
    let answered = site.follow(
      site.post(
        "/imports/1/asks",
        [
          "w0.text": "火星区", "w0.subject": "area", "w0.choice": "other", "w0.other": "柳南区",
        ]))
    #expect(answered.target == "/imports/1/plan")
    #expect(answered.page.text.contains("县区 柳南区"))
    #expect(site.get("/imports/1/asks").text.contains("火星区” → 柳南区"))
  }

  @Test func `台账在看方案之后动了，碰到的行要先看过`() throws {
    _ = try write()
    let (_, plan) = site.follow(
      try site.send([("4月.csv", ["示例岭厂房,示例公司,柳南区,1500,谋划"])]))
    let fingerprint = site.hidden("fingerprint", in: plan)
    _ = try site.operations.edit("示例岭厂房", [Assignment(field: "总投资", text: "1800")], reason: nil)
    let (target, stale) = site.follow(
      site.post("/imports/2/write", ["fingerprint": fingerprint]))
    #expect(target == "/imports/2/plan")
    #expect(stale.text.contains("受影响 1 行"))
    #expect(!stale.text.contains("class=\"main\" type=\"submit\">写入"))
    let seen = site.follow(
      site.post("/imports/2/seen", ["fingerprint": site.hidden("fingerprint", in: stale)]))
    #expect(seen.page.text.contains(">写入：新增 0 项，变更"))
  }

  @Test func `冲突的两个值都在，选了哪个写哪个`() throws {
    _ = try write()
    _ = try site.operations.edit("示例岭厂房", [Assignment(field: "总投资", text: "1800")], reason: nil)
    let (_, plan) = site.follow(
      try site.send([("4月.csv", ["示例岭厂房,示例公司,柳南区,1500,谋划", Self.rows[1]])]))
    #expect(
      plan.text.contains("两边都改过") && plan.text.contains("1,800") || plan.text.contains("1800"))
    let name = try #require(plan.text.firstMatch(of: /name="(conflict:[^"]+)"/)).1
    let settled = site.follow(
      site.post("/imports/2/conflicts", Query([.init(name: String(name), value: "list")])))
    #expect(settled.page.text.contains("value=\"list\" checked"))
    _ = site.follow(
      site.post(
        "/imports/2/write", ["fingerprint": site.hidden("fingerprint", in: settled.page)]))
    let project = try site.operations.show("示例岭厂房").project
    #expect(project.record.money(.totalInvestment)?.wanYuan == "1500")
  }

  @Test func `几份一起传，列在进行中；放弃的没有了`() throws {
    let answer = try site.send([("甲.csv", Self.rows), ("乙.csv", Self.rows)])
    #expect(answer["Location"] == "/imports")
    site.site.imports.wait(for: 2, milliseconds: 20_000)
    let page = site.get("/imports")
    #expect(page.text.contains("甲.csv") && page.text.contains("乙.csv"))
    #expect(site.post("/imports/1/discard").status == 303)
    #expect(!site.get("/imports").text.contains("甲.csv"))
    #expect(site.get("/imports/1").status == 410)
  }

  @Test func `读不了的文件说原因，改了读法再读`() throws {
    let answer = try site.send([("别的.csv", ["随便写的一句话"])], header: "会议通知")
    let (target, page) = site.follow(answer)
    #expect(target == "/imports/1")
    #expect(page.status == 200 && page.text.contains("role=\"alert\""))
    #expect(!page.text.contains(site.folder.path))
  }

  @Test func `标注退回表的行数就是按钮上的数`() throws {
    let rows = ["示例岭厂房,示例公司,柳南区,很多钱,谋划", "示例谷仓库,示例公司,火星区,2000,签约"]
    _ = site.follow(try site.send([("清单.csv", rows)]))
    let plan = site.get("/imports/1/plan")
    #expect(plan.text.contains("标注退回表（2 行）"))
    let book = site.get("/imports/1/annotated.xlsx")
    guard case .file = book.body else { return #expect(Bool(false)) }
    let path = site.folder.path + "/annotated.xlsx"
    try Data(book.content).write(to: URL(filePath: path))
    let output = Process()
    output.executableURL = URL(filePath: "/usr/bin/python3")
    output.arguments = [
      "-c",
      """
      import sys, openpyxl
      sheet = openpyxl.load_workbook(sys.argv[1]).active
      rows = list(sheet.iter_rows(values_only=True))
      print(sum(1 for row in rows[1:] if row[-1]))
      """, path,
    ]
    let pipe = Pipe()
    output.standardOutput = pipe
    try output.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    output.waitUntilExit()
    #expect(text.trimmingCharacters(in: .whitespacesAndNewlines) == "2")
  }

  @Test func `版面改了列，方案就照改过的读`() throws {
    _ = site.follow(try site.send([("清单.csv", Self.rows)]))
    let page = site.get("/imports/1/layout")
    #expect(page.status == 200 && page.text.contains("name=\"column:D\""))
    let told = site.follow(
      site.post(
        "/imports/1/layout",
        [
          "column:D": "remark", "was:D": "total_investment", "header": "1-1", "header-was": "1-1",
        ]))
    #expect(told.page.status == 200)
    #expect(site.get("/imports/1/layout").text.contains("不用改过的版面"))
    #expect(!site.get("/imports/1/plan").text.contains("总投资 1000"))
  }

  @Test(arguments: ["0", "-1", "01", "999", "x", "1%2F..", "99999999999999999999"])
  func `没有的清单是 404，不露路径`(number: String) throws {
    for part in ["", "/plan", "/asks", "/state", "/layout", "/annotated.xlsx"] {
      let page = site.get("/imports/\(number)\(part)")
      #expect(page.status == 404, "\(number)\(part)")
      #expect(!page.text.contains(site.folder.path))
    }
  }

  @Test func `脚本和超长的名称都按字面显示`() throws {
    let evil = "<script>alert(1)</script>" + String(repeating: "长", count: 10_000)
    let (_, plan) = site.follow(
      try site.send([("<img src=x onerror=alert(1)>.csv", ["\(evil),\"<b>\"\"',柳南区,1,谋划"])]))
    #expect(!plan.text.contains("<script>alert") && !plan.text.contains("<img src=x"))
    let list = site.get("/imports").text
    #expect(!list.contains("<img src=x"))
  }

  @Test func `GET 什么都不写`() throws {
    _ = site.follow(try site.send([("清单.csv", Self.rows)]))
    let entries = try site.operations.entries(limit: 99).count
    for target in [
      "/imports", "/imports/1", "/imports/1/plan", "/imports/1/asks", "/imports/1/layout", "/queue",
    ] { _ = site.get(target) }
    #expect(try site.operations.entries(limit: 99).count == entries)
    for target in ["/imports/1/write", "/imports/1/discard", "/imports/1/seen"] {
      #expect(site.get(target).status == 405)
    }
  }
}
