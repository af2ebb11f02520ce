import Foundation
import Testing

/// What a clerk sees of what waits (测试数据).
@Suite struct QueueScreenTests {
  private let program: Program

  init() throws {
    program = try Program()
    try write("1.csv", "测试岭标准厂房,测试园区公司,柳北区,8000")
    try write("2.csv", "测试岭标准厂房二期,测试园区公司,柳北区,9000")
    #expect(try program.run("import", "1.csv", "--yes", "--sender", "测试县").status == 0)
  }

  private func write(_ name: String, _ row: String) throws {
    let text = "项目名称,业主,县区,总投资（万元）\n\(row)\n"
    try Data(text.utf8).write(to: program.folder.appending(path: name))
  }

  private func hold() throws -> Program.Outcome {
    try program.run("import", "2.csv", "--yes", "--sender", "测试县")
  }

  @Test func `有行等着的导入以 1 结束，说有几行、怎么处理`() throws {
    let outcome = try hold()
    #expect(outcome.status == 1)
    #expect(outcome.notes.contains("有 1 行等人核定"), "\(outcome.notes)")
    #expect(outcome.notes.contains("taizhang queue"), "\(outcome.notes)")
    let again = try hold()
    #expect(again.status == 1 && again.notes.contains("没有需要写入的内容"), "\(again.notes)")
  }

  @Test func `待办列出来处、原因和各方的说法，答了就没有了`() throws {
    _ = try hold()
    let screen = try program.run("queue").output
    for words in [
      "等人处理 1 项：待核的行 1", "测试岭标准厂房二期", "测试县，2.csv，第 2 行", "可能就是台账里的 1「测试岭标准厂房」",
      "清单：测试岭标准厂房二期", "总投资 9000 万元", "项目 1：测试岭标准厂房", "编号 row:3:0:2",
    ] { #expect(screen.contains(words), "\(words): \(screen)") }
    #expect(try program.run("queue", "--kind", "未到的清单").output.contains("没有等人处理的事项"))
    let other = try program.run("queue", "--sender", "测试区")
    #expect(other.status == 64 && other.notes.contains("台账里没有「测试区」报的清单"), "\(other.notes)")
    let answer = try program.run("different", "1", "row:3:0:2")
    #expect(answer.status == 0 && answer.output.contains("凭证第 4 号"), "\(answer)")
    #expect(try program.run("queue").output.contains("没有等人处理的事项"))
    #expect(try program.run("show", "2").output.contains("2.csv"))
  }

  @Test func `refresh 也以 1 结束，直到处理完；示例的行不算`() throws {
    let folder = program.folder.appending(path: "Imports/示例")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write("Imports/示例/2.csv", "测试岭标准厂房二期,测试园区公司,柳北区,9000")
    #expect(try program.run("refresh").status == 0)
    try write("Imports/3.csv", "测试岭标准厂房三期,测试园区公司,柳北区,9000")
    let outcome = try program.run("refresh")
    #expect(outcome.status == 1 && outcome.notes.contains("有 1 行等人核定"), "\(outcome.notes)")
    #expect(try program.run("refresh").status == 1)
    let id = try #require(
      try program.run("queue", "--kind", "row").lines.last { $0.contains("row:") })
    let row = try #require(id.split(separator: " ").last.map(String.init))
    #expect(try program.run("different", "1", row).status == 0)
    #expect(try program.run("refresh").status == 0)
  }

  @Test func `same 把等着的行写到项目上`() throws {
    _ = try hold()
    let answer = try program.run("same", "1", "row:3:0:2", "--reason", "业主已核实")
    #expect(answer.status == 0, "\(answer)")
    #expect(try program.run("list", "--json").output.contains("9000"))
    #expect(try program.run("same", "1", "row:3:0:2").status == 66)
  }

  @Test func `写成文件，填好交回；类别写错、几个选项一起写，都说明`() throws {
    _ = try hold()
    #expect(try program.run("queue", "--asks", "待办.yaml").status == 0)
    let file = program.folder.appending(path: "待办.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let filled = text.replacing("canonical:", with: "canonical: 新项目")
    try Data(filled.utf8).write(to: file)
    let outcome = try program.run("queue", "--decide", "待办.yaml")
    #expect(outcome.status == 0 && outcome.output.contains("已处理"), "\(outcome)")
    #expect(try program.run("queue", "--asks", "待办2.yaml").notes.contains("没有要问的"))
    #expect(try program.run("queue", "--kind", "什么").status == 64)
    #expect(try program.run("queue", "--answer", "--asks", "x.yaml").status == 64)
    #expect(try program.run("queue", "--answer").status == 64)
  }

  @Test func `凭证和回执说出待核几行、问题几处、为什么`() throws {
    _ = try hold()
    let entries = try program.run("entries", "--json").output
    #expect(entries.contains("\"review\":1"), "\(entries)")
    let receipt = try program.run("receipt", "3").output
    #expect(receipt.contains("可能就是台账里的项目 1"), "\(receipt)")
    let json = try program.run("receipt", "3", "--json").output
    for member in ["issues", "unread_columns", "ignored_rows", "not_in_file", "conflicts"] {
      #expect(json.contains("\"\(member)\":"), "\(member)")
    }
    #expect(json.contains("测试岭标准厂房二期") && json.contains("测试岭标准厂房"))
  }
}
