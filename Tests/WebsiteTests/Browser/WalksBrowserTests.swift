import Foundation
import Intake
import Ledger
import Matching
import Testing

@testable import Access
@testable import Operations
@testable import Website

/// Walks through the site as people go, in a real browser (`walks.py`), where chromium and selenium are there.
@Suite(.serialized) struct WalksBrowserTests {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "walks.py").path

  /// What a walk saw; nil where no browser is installed, which the output of the tests says.
  private static func seen(_ walk: String, _ arguments: [String]) throws -> [String: Any]? {
    let seen = try ServerScript.seen(script, [walk] + arguments)
    if let absent = seen["absent"] {
      print("WalksBrowserTests did not run: \(absent) is not installed")
      return nil
    }
    #expect(seen["failed"] == nil, "\(seen["failed"] ?? "")")
    #expect(seen["too wide"] == nil, "\(seen["too wide"] ?? "")")
    return seen
  }

  @Test func `催报到已报：只用键盘、没有脚本都走得通，没存的填数刷新还在`() async throws {
    let site = try TestSite()
    // Three that have a plan and no figure of the month yet.
    for name in ["甲", "乙", "丙"] {
      let values = [
        "项目名称": "测试待报\(name)厂", "阶段": "开工", "2026年计划投资": "1000", "done.2026-01..02": "100",
      ]
      _ = try site.operations.add(
        values.map { Assignment(field: $0.key, text: $0.value) }, reason: "测试")
    }
    try await RunningServer.with(site) { port in
      guard let seen = try Self.seen("report", [String(port)]) else { return }
      #expect(seen["keyboard"] as? Bool == true)
      #expect(seen["keyboard focus"] as? Bool == true)
      #expect(seen["left"] as? Bool == true, "\(seen)")
      #expect(seen["without scripts"] as? Bool == true)
      #expect(seen["kept"] as? String == "99")
    }
  }

  @Test func `领导在手机上一页看完；发改从总览走到一条链的分册`() async throws {
    try await RunningServer.with(try TestSite()) { port in
      guard let seen = try Self.seen("look", [String(port)]) else { return }
      #expect(seen["sentence"] as? Bool == true)
      #expect(seen["counts"] as? Int == 4)
      #expect(seen["matrix"] as? Bool == false)
      #expect((seen["touch"] as? Double ?? 0) >= 44)
      #expect(seen["book"] as? Bool == true)
      #expect(Int(seen["total"] as? String ?? "") ?? 0 > 0)
      #expect(seen["about"] as? Bool == true)
      // A workbook is a zip archive: PK.
      #expect(seen["file"] as? [AnyHashable] == [200, "80 75"])
    }
  }

  @Test func `两个人改一个项目只问真冲突；一个人的清单另一个人接着写完`() async throws {
    let site = try TestSite()
    let people = ["wei", "li"]
    let access = try AccessFile.open(
      beside: site.operations.path,
      hasher: PasswordHasher(cost: PasswordHasher.Cost(rounds: 4, block: 8, lanes: 1)),
      beginning: { 0 })
    _ = try site.operations.setItem(
      .setting, code: "second_factor", isNew: false, [(path: "of", text: "nobody")], reason: "测试")
    let rules = AccessRules(try site.operations.catalogue())
    for login in people { try access.settle(login, AccountSite.password, rules) }
    try access.close()
    let lists = site.folder.appending(path: "walks")
    try FileManager.default.createDirectory(at: lists, withIntermediateDirectories: true)
    let operations = LedgerOperations(path: site.operations.path, actor: "测试员")
    try await RunningServer.with(operations) { port in
      let arguments = [String(port), lists.path]
      let secrets = people.flatMap { [$0, AccountSite.password] }
      guard let seen = try Self.seen("people", arguments + secrets) else { return }
      #expect(seen["clashes"] as? Int == 1)
      let clash = seen["clash"] as? String ?? ""
      for words in ["打开时", "现在 桩基施工", "测试wei", "用我填的：主体封顶"] {
        #expect(clash.contains(words), "\(clash)")
      }
      #expect(seen["merged"] as? Bool == true)
      #expect((seen["holder"] as? String)?.contains("测试wei") == true)
      #expect(seen["receipt"] as? Bool == true)
      #expect((seen["actor"] as? String)?.contains("测试li") == true)
    }
  }
}
