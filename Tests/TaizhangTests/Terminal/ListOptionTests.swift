import Foundation
import Testing

/// How a list is asked for on the command line (测试数据).
@Suite struct ListOptionTests {
  private let program: Program

  init() throws {
    program = try Program()
    let rows = (1...60).map { "测试数据\($0)号厂,\($0)," }
    let text = (["项目名称,总投资（万元）,联系人"] + rows).joined(separator: "\n")
    try text.write(
      to: program.folder.appending(path: "清单.csv"), atomically: true, encoding: .utf8)
    #expect(try program.run("import", "清单.csv", "--yes", "--sender", "测试局").status == 0)
  }

  @Test(arguments: [
    ["--sort", "-总投资"], ["--sort=-总投资"], ["--sort", "-investment"], ["--sort", "－总投资,编号"],
  ])
  func `降序的减号写在哪里都认`(sort: [String]) throws {
    let answer = try program.shell("\"$0\" \"$@\"", ["list", "--columns", "项目名称"] + sort)
    #expect(answer.status == 0, "\(answer.notes)")
    #expect(answer.lines.dropFirst(2).first == "测试数据60号厂")
  }

  private func records(_ arguments: String...) throws -> Int {
    let answer = try program.shell("\"$0\" \"$@\"", arguments)
    return answer.output.utf8.count { $0 == UInt8(ascii: "\n") }
  }

  @Test func `到期的问法各命令都有，节点和问题的期限照旧`() throws {
    for verb in ["list", "facets", "funnel", "matrix"] {
      #expect(try program.run(verb, "--due", "2026-06").status == 0)
    }
    #expect(try program.run("milestone", "1", "封顶", "--due", "2026-06-30").status == 0)
    #expect(try program.run("milestone", "--leader", "张三").status == 0)
  }

  @Test func `表格文件是全部的行，屏幕上是前五十项，写了几项就是几项`() throws {
    #expect(try records("list", "--csv") == 61)
    #expect(try records("list", "--csv", "--limit", "7") == 8)
    #expect(try program.run("list").output.contains("本页 50 项"))
  }

  @Test func `排序键和列名写错了说有哪些`() throws {
    let sort = try program.run("list", "--sort", "颜色")
    #expect(sort.status == 64 && sort.notes.contains("总投资（investment）"))
    let column = try program.run("list", "--columns", "完成律")
    #expect(column.status == 64 && column.notes.contains("是不是“完成率”"))
  }

  @Test func `只有终止的项目符合时提示怎么看`() throws {
    #expect(try program.run("edit", "3", "推进状态=终止", "--reason", "测试").status == 0)
    let answer = try program.run("list", "-q", "数据3号厂")
    #expect(answer.output.contains("有 1 项符合，加 --ended 查看"))
    #expect(try program.run("list", "-q", "数据3号厂", "--ended").output.contains("共 1 项"))
  }
}
