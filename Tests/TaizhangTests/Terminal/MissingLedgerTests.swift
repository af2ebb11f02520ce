import Foundation
import Testing

/// A mistyped path is no empty ledger: who asks there is told, and nothing appears (测试数据).
@Suite struct MissingLedgerTests {
  private let program: Program

  init() throws { program = try Program() }

  /// What stands in the folder, links and hidden files too.
  private func content() throws -> Set<String> {
    let names = FileManager.default.enumerator(atPath: program.folder.path)?.allObjects ?? []
    return Set(names.compactMap { $0 as? String }).subtracting([".out", ".err"])
  }

  /// Verbs that may begin a ledger, those that know none, and one that takes a word of three (`ways` has it).
  private static let others: Set<String> = [
    "refresh", "import", "add", "restore", "inspect", "help", "serve", "grant",
  ]

  /// What a verb needs although the parser does not say so.
  private static let further = [
    "split": ["2"], "publish": ["--to", "发送"], "backup": ["备份.sqlite"],
  ]

  /// Further ways to say a verb.
  private static let ways = [
    ["list", "--json"], ["list", "--as-of", "2026-01-31"], ["show", "1", "--history"],
    ["export", "units", "--to", "核对表/"], ["export", "leaders", "-o", "."],
    ["export", "raw", "-o", "明细.csv"], ["export", "journal", "-o", "凭证.jsonl"],
    ["publish", "--to", "发送/三月"], ["publish", "--list"], ["verify", "--json"],
    ["backup", "--to", "备份", "--keep", "3"], ["undo", "1", "--yes"], ["same", "1", "2", "--yes"],
    ["split", "1", "2"],
    ["milestone", "1", "主体封顶", "--due", "2026-06-30"], ["problem", "1", "征地", "--close"],
    ["receipt", "1", "-o", "回执.xlsx"], ["grant", "甲", "--as", "reader"],
    ["catalogue", "set", "chain", "新的", "name=新", "--new"],
  ]

  @Test(arguments: ["没有的文件夹/再一层/台账.sqlite", "断了的链接.sqlite"])
  func `台账路径写错：凡不该新建台账的命令都以 66 结束，什么都不生成`(path: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: program.folder.appending(path: "断了的链接.sqlite").path,
      withDestinationPath: "不在.sqlite")
    let verbs = try Verbs.commandLines().filter { !Self.others.contains($0[0]) }
      .map { $0 + (Self.further[$0[0]] ?? []) }
    #expect(verbs.count > 25)
    let before = try content()
    for line in verbs + Self.ways {
      let outcome = try program.shell("\"$0\" \"$@\"", line + ["--database", path])
      #expect(outcome.status == 66, "\(line): \(outcome.notes)")
      #expect(outcome.notes.contains("还没有台账文件「\(path)」"), "\(line): \(outcome.notes)")
      #expect(outcome.output.isEmpty, "\(line)")
      #expect(try content() == before, "\(line)")
    }
  }

  @Test func `写了一半就停下的空台账也不算台账，不去改它`() throws {
    // What a writer leaves that was killed before the first entry: an empty file.
    try Data().write(to: program.folder.appending(path: "空.sqlite"))
    let before = try content()
    for line in [["list"], ["edit", "1", "总投资=1亿元"], ["verify"], ["entries"]] {
      let outcome = try program.shell("\"$0\" \"$@\"", line + ["--database", "空.sqlite"])
      #expect(outcome.status == 66, "\(line): \(outcome.notes)")
      #expect(try content() == before, "\(line)")
    }
    #expect(try program.run("add", "name=测试数据甲", "--database", "空.sqlite").status == 0)
    #expect(try program.run("list", "--database", "空.sqlite").status == 0)
  }

  @Test func `第一份清单：看方案、不确认、读不了，都不留下台账；写入才新建`() throws {
    let list = try program.writeList()
    try Data("这不是清单".utf8).write(to: program.folder.appending(path: "信.txt"))
    let before = try content()
    let plan = try program.run("import", list, "--sender", "测试局", "--dry-run", "--json")
    #expect(plan.status == 0, "\(plan.notes)")
    #expect(try program.run("import", list, "--sender", "测试局").status == 64)
    #expect(try program.run("import", "信.txt", "--yes").status == 65)
    #expect(try program.run("import", "没有.xlsx", "--yes").status == 66)
    #expect(try content() == before)
    // The plan that was looked at is the one that is written.
    struct Plan: Decodable { let plan: String }
    let fingerprint = try JSONDecoder().decode(Plan.self, from: Data(plan.output.utf8)).plan
    let written = try program.run(
      "import", list, "--sender", "测试局", "--plan", fingerprint, "--database", "新/台账.sqlite")
    #expect(written.status == 0, "\(written.notes)")
    let listed = try program.run("list", "--csv", "--database", "新/台账.sqlite").output
    #expect(listed.contains("测试数据丙产业园"))
  }

  @Test func `会新建台账的四个命令，连文件夹一起新建`() throws {
    let list = try program.writeList()
    try FileManager.default.createDirectory(
      at: program.folder.appending(path: "Imports"), withIntermediateDirectories: true)
    #expect(try program.run("add", "name=测试数据甲", "--database", "一/账.sqlite").status == 0)
    #expect(try program.run("refresh", "--database", "二/账.sqlite").status == 0)
    #expect(
      try program.run("import", list, "--yes", "--sender", "测试局", "--database", "三/账.sqlite")
        .status == 0)
    #expect(try program.run("backup", "备份.sqlite", "--database", "三/账.sqlite").status == 0)
    let restored = try program.run("restore", "备份.sqlite", "--yes", "--database", "四/账.sqlite")
    #expect(restored.status == 0, "\(restored.notes)")
    for folder in ["一", "二", "三", "四"] {
      #expect(try program.run("verify", "--database", folder + "/账.sqlite").status == 0)
    }
  }
}
