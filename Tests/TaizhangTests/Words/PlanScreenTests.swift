import Foundation
import Testing

/// What a clerk sees before anything is written.
@Suite struct PlanScreenTests {
  @Test func `分组给下面各行什么，要认定的词在哪一列，屏幕上都说`() throws {
    let program = try Program()
    let rows = [
      "序号,项目名称,项目业主,总投资（万元）,状态,项目阶段",
      ",柳城县人民政府,2个,35000,,",
      "1,柳城示例电池厂项目,广西示例电池有限公司,15000,手续不全,投产",
      "2,柳城示例道路项目,柳城示例投资公司,20000,正常,在建",
      "一,示例专班项目,1个,8000,,", "3,柳北示例厂房项目,柳北示例公司,8000,停工,在建",
    ]
    try Data(rows.joined(separator: "\n").utf8).write(
      to: program.folder.appending(path: "清单.csv"))
    let screen = try program.run("import", "清单.csv", "--dry-run", "--sender", "示例局").output
    #expect(screen.contains("第 2 行「柳城县人民政府」：牵头单位 柳城县人民政府"), "\(screen)")
    #expect(screen.contains("第 5 行「示例专班项目」：只分组，不给下面的行赋值"), "\(screen)")
    #expect(screen.contains("“手续不全”：状态 1 处"), "\(screen)")
  }
}
