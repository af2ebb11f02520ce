import Foundation
import Testing

/// An answer that nobody could read is no success, and what became of the act is said as it is.
@Suite struct LostAnswerTests {
  private let program: Program

  init() throws {
    program = try Program()
    let list = try program.writeList()
    #expect(try program.run("import", list, "--yes", "--sender", "测试局").status == 0)
  }

  @Test(arguments: [
    ["entries"], ["list"], ["list", "--json"], ["list", "--csv"], ["facets"], ["funnel"],
    ["matrix"],
    ["show", "1"], ["show", "1", "--history", "--json"], ["receipt", "2"],
    ["receipt", "2", "--json"], ["catalogue", "list"], ["catalogue", "show", "chain", "ai-robot"],
    ["doctor"],
    ["verify"], ["duplicates"], ["decisions"], ["recipes"], ["milestone"],
    ["inspect", "清单.csv", "--json"],
    ["inspect", "清单.csv", "--count"], ["help", "import"], ["--version"],
  ])
  func `写满的磁盘、关掉的管道上，查询不算完成`(question: [String]) throws {
    for target in ["> /dev/full", "| true"] {
      let outcome = try program.shell(
        "trap '' PIPE; \"$0\" \"$@\" \(target); exit ${PIPESTATUS[0]}", question)
      // A short answer may reach the pipe before its reader is gone.
      if target == "| true", outcome.status == 0 { continue }
      #expect(outcome.status == 74, "\(question) \(target): \(outcome.notes)")
      #expect(outcome.notes.contains("结果没有输出完"))
    }
  }

  @Test(arguments: [
    ["import", "另一份.csv", "--yes"], ["import", "另一份.csv", "--yes", "--json"],
    ["undo", "2", "--yes"], ["same", "1", "2", "--yes"],
  ])
  func `方案没能显示就不写入，并说没有写入`(act: [String]) throws {
    try Data("项目名称\n测试数据丁\n".utf8).write(to: program.folder.appending(path: "另一份.csv"))
    let before = try program.entries()
    let outcome = try program.shell("\"$0\" \"$@\" > /dev/full", act)
    #expect(outcome.status == 74)
    #expect(outcome.notes.contains("没有写入台账"))
    #expect(try program.entries() == before)
  }

  @Test(arguments: [
    ["edit", "1", "总投资=5亿元"], ["add", "项目名称=测试数据戊"], ["move", "1", "洽谈", "--reason", "测试"],
    ["milestone", "1", "封顶", "--due", "2026-06-30"], ["problem", "1", "征地"],
    ["different", "1", "2"], ["split", "1", "2"],
    ["report", "汽车产值", "460亿元", "--period", "2026-01..03", "--basis", "测试"],
    ["task", "2.6", "--state", "落实"],
  ])
  func `已经写入而结果没能显示，照实说已写入第几号凭证`(act: [String]) throws {
    let before = try program.entries()
    let outcome = try program.shell("\"$0\" \"$@\" > /dev/full", act)
    #expect(outcome.status == 74, "\(outcome.notes)")
    #expect(outcome.notes.contains("已经写入台账，凭证第 \(before + 1) 号"), "\(outcome.notes)")
    #expect(try program.entries() == before + 1)
  }

  @Test func `标准错误写不出时，照常做完`() throws {
    let outcome = try program.shell(
      "trap '' PIPE; \"$0\" \"$@\" 2> /dev/full", ["undo", "2", "--yes"])
    #expect(outcome.status == 0)
    #expect(try program.entries() == 3)
  }
}
