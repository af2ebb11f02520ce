import Foundation
import Testing

/// Acts that replace or take back say beforehand what they would do (测试数据).
@Suite struct CarefulActTests {
  private let program: Program

  init() throws {
    program = try Program()
    #expect(try program.run("add", "name=测试数据甲电池厂").status == 0)
  }

  private func backUp(_ name: String) throws {
    #expect(try program.run("backup", name).status == 0)
  }

  @Test func `恢复：旧的一份说明会失去几笔，加了 --replace 才换；新的一份说明多出几笔`() throws {
    try backUp("旧.sqlite")
    for name in ["乙", "丙"] { _ = try program.run("add", "name=测试数据\(name)厂") }
    try backUp("新.sqlite")
    let refused = try program.run("restore", "旧.sqlite", "--yes")
    #expect(refused.status == 65)
    #expect(refused.notes.contains("失去后面的 2 笔（第 3 至 4 号）"), "\(refused.notes)")
    #expect(refused.notes.contains("--replace"))
    #expect(try program.entries() == 4)
    let older = try program.run("restore", "旧.sqlite", "--yes", "--replace")
    #expect(older.status == 0)
    #expect(older.notes.contains("失去后面的 2 笔（第 3 至 4 号）"))
    #expect(older.notes.contains("台账现为第 2 版"))
    let newer = try program.run("restore", "新.sqlite", "--yes")
    #expect(newer.status == 0)
    #expect(newer.notes.contains("多 2 笔凭证（第 3 至 4 号），没有凭证会失去"), "\(newer.notes)")
    #expect(try program.entries() == 4)
  }

  @Test func `恢复：另一本台账的备份，加了 --replace 才换`() throws {
    _ = try program.run("add", "name=测试数据别处的厂", "--database", "别处.sqlite")
    _ = try program.run("backup", "别处的备份.sqlite", "--database", "别处.sqlite")
    let refused = try program.run("restore", "别处的备份.sqlite", "--yes")
    #expect(refused.status == 65)
    #expect(refused.notes.contains("另一本台账"))
    #expect(refused.notes.contains("2 笔"))
    #expect(try program.run("list", "--csv").output.contains("甲电池厂"))
    #expect(try program.run("restore", "别处的备份.sqlite", "--yes", "--replace").status == 0)
    #expect(try program.run("list", "--csv").output.contains("别处的厂"))
  }

  @Test func `恢复：没有确认就什么都不做；拷了一半的备份就说不完整`() throws {
    try backUp("备份.sqlite")
    #expect(try program.run("restore", "备份.sqlite").status == 64)
    let whole = try Data(contentsOf: program.folder.appending(path: "备份.sqlite"))
    for part in [0, 99, whole.count / 3, whole.count - 1] {
      try whole.prefix(part).write(to: program.folder.appending(path: "半.sqlite"))
      let outcome = try program.run("restore", "半.sqlite", "--yes", "--replace")
      #expect(outcome.status == 65)
      #expect(outcome.notes.contains("不完整"), "\(part): \(outcome.notes)")
    }
    #expect(try program.entries() == 2)
  }

  @Test func `撤销：列不完的说另有几个，--all 全部列出`() throws {
    let rows = (1...13).map { "测试数据第\($0)厂,\($0 * 100)" }.joined(separator: "\n")
    try Data("项目名称,总投资（万元）\n\(rows)\n".utf8)
      .write(to: program.folder.appending(path: "十三个.csv"))
    #expect(try program.run("import", "十三个.csv", "--yes", "--sender", "测试局").status == 0)
    let short = try program.run("undo", "3", "--dry-run")
    #expect(short.output.contains("可撤销 13 个项目"), "\(short.output)")
    #expect(short.output.contains("另有 3 个没有列出，加 --all 全部列出"))
    #expect((1...13).count { short.output.contains("第\($0)厂") } == 10)
    let whole = try program.run("undo", "3", "--dry-run", "--all")
    #expect((1...13).allSatisfy { whole.output.contains("第\($0)厂") })
    #expect(!whole.output.contains("另有"))
  }

  @Test func `目录：写错的代码问要不要新增`() throws {
    let outcome = try program.run("catalogue", "set", "chain", "ai-robt", "name=机器人")
    #expect(outcome.status == 66)
    #expect(outcome.notes.contains("ai-robot"))
    #expect(outcome.notes.contains("--new"))
    #expect(try program.entries() == 2)
  }

  @Test func `目录：-alias= 去掉一个别名，后面还可以写事由；写错的选项照样不收`() throws {
    let added = try program.run("catalogue", "set", "unit", "commerce", "alias=测试商务口")
    #expect(added.status == 0, "\(added.notes)")
    let taken = try program.run(
      "catalogue", "set", "unit", "commerce", "-alias=测试商务口", "--reason", "测试数据")
    #expect(taken.status == 0, "\(taken.notes)")
    let shown = try program.run("catalogue", "show", "unit", "commerce")
    #expect(!shown.output.contains("测试商务口"))
    #expect(
      try program.run("catalogue", "set", "unit", "commerce", "--reson", "测试").status == 64)
  }
}
