import Foundation
import Testing

@testable import taizhang

/// Every verb fits a terminal of 80 by 24 and one of 120 by 40 (测试数据).
@Suite struct ScreenWidthTests {
  private static let runs = """
    --help
    export --help
    catalogue set --help
    list
    list --columns 名称,总投资,牵头单位,项目业主,形象进度,计划,完成率,灯号
    list --sort -总投资 --limit 1
    list --没有的选项
    facets
    funnel
    matrix
    show 1
    show 没有这个名称很长很长很长很长很长很长很长很长很长很长很长很长很长的项目
    queue
    queue --answer
    duplicates
    same 1 2
    edit 1 总投资=没有数
    move 1 投产
    import 2.csv --sender 测试县 --dry-run
    entries
    receipt 2
    verify
    doctor
    decisions
    recipes
    confirm
    task
    report
    catalogue list setting
    undo 2
    undo 999
    """

  private func write(_ name: String, _ rows: String, in program: Program) throws {
    let text = "项目名称,业主,县区,总投资（万元）,建设规模及主要内容,所属产业链\n\(rows)\n"
    try Data(text.utf8).write(to: program.folder.appending(path: name))
  }

  @Test func `每条命令在80列和120列的终端里都放得下`() throws {
    let program = try Program()
    let works = "建设智能穿戴终端生产基地，建筑面积约51000平方米，购置设备174台（套），形成年产智能穿戴终端20万套的生产能力"
    try write(
      "1.csv",
      """
      测试岭陶瓷釉料及配套标准厂房生产线建设项目,测试岭高新技术产业园区开发建设有限公司,柳北区,8000,\(works),轴瓦制造
      测试岭陶瓷釉料及配套标准厂房生产线建设项目（一期）,测试岭高新技术产业园区开发建设有限公司,柳北区,8000,\(works)一,新能源
      """, in: program)
    try write(
      "2.csv", "测试岭陶瓷釉料及配套标准厂房生产线建设项目二期,测试岭高新技术产业园区开发建设有限公司,柳北区,9000,\(works),新能源", in: program)
    for list in ["1.csv", "2.csv"] {
      #expect(
        try program.run("import", list, "--yes", "--sender", "测试县项目建设指挥部办公室").status < 2)
    }
    try Data(Self.runs.utf8).write(to: program.folder.appending(path: "runs.txt"))
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Support/widths.py").standardized.path
    let outcome = try program.shell("/usr/bin/python3 -B '\(script)' \"$0\" < runs.txt", [])
    #expect(outcome.status == 0, "\(outcome.notes)")
    #expect(outcome.output == "")
  }

  @Test func `折行不拆词、不拆数，标点不到行首，接着写的对齐`() {
    let text = "末笔凭证 10，校验 10:86207002c5f926aa1f864ebd12ddf5f6ff5，共 1553 项，完成。"
    for width in 12...60 {
      let lines = TextTable.folded(text, to: width)
      #expect(lines.allSatisfy { TextTable.width(of: $0) <= width }, "\(width): \(lines)")
      // A word that no line holds is parted anywhere.
      if width > 40 {
        #expect(lines.dropFirst().allSatisfy { !"，。、）：".contains($0.first ?? "，") })
      }
      let blanks = { (text: String) in text.filter { $0 != " " } }
      #expect(blanks(lines.joined()) == blanks(text))
    }
    #expect(
      TextTable.lines(of: "  12  测试岭陶瓷釉料生产线项目", within: 20)
        == ["  12  测试岭陶瓷釉料", "      生产线项目"])
    #expect(
      TextTable.lines(of: "  共 1553 项，总投资 3961.92 亿元", within: 20)
        == ["  共 1553 项，总投资", "    3961.92 亿元"])
  }
}
