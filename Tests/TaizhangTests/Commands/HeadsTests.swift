import Foundation
import Testing

/// `heads` at the terminal, and what only a server can do. All of it is invented (测试数据).
@Suite struct HeadsTests {
  private func write(_ text: String, _ program: Program, _ name: String = "末笔.txt") throws {
    try Data(text.utf8).write(to: program.folder.appending(path: name))
  }

  @Test func `记下的末笔逐本对照，对不上的都说出来，退出码是 65`() throws {
    let program = try Program()
    _ = try program.run("import", program.writeList(), "--yes", "--sender", "测试局")
    let heads = try program.run("heads").output
    try write(heads, program)
    #expect(try program.run("heads", "--since", "末笔.txt").output == heads)
    let elsewhere = program.folder.appending(path: "台账.sqlite").path
    #expect(try program.run("heads", "--database", elsewhere, "--since", "末笔.txt").status == 0)
    #expect(try program.run("add", "name=测试数据后来的项目").status == 0)
    #expect(try program.run("heads", "--since", "末笔.txt").status == 0)
    let other = "9:\(String(repeating: "5f", count: 32)) "
    try write(other + "台账.sqlite\n" + other + "别的\n", program)
    let lost = try program.run("heads", "--since", "末笔.txt")
    #expect(lost.status == 65 && lost.output.isEmpty)
    #expect(lost.notes.contains("「台账.sqlite」") && lost.notes.contains("「别的」"), "\(lost.notes)")
    try FileManager.default.removeItem(atPath: elsewhere)
    #expect(try program.run("heads", "--since", "末笔.txt").status == 65)
  }

  @Test(arguments: [("空.txt", 64), ("坏.txt", 64), ("没有.txt", 66), (".", 66)] as [(String, Int32)])
  func `没有可对照的不算对得上`(file: String, status: Int32) throws {
    let program = try Program()
    _ = try program.run("import", program.writeList(), "--yes", "--sender", "测试局")
    try write("", program, "空.txt")
    try Data([0xFF, 0xFE, 0x0A]).write(to: program.folder.appending(path: "坏.txt"))
    let outcome = try program.run("heads", "--since", file)
    #expect(outcome.status == status && outcome.output.isEmpty, "\(outcome.notes)")
  }

  @Test func `台账是文件，给登录名开权限就说它是文件`() throws {
    let program = try Program()
    _ = try program.run("import", program.writeList(), "--yes", "--sender", "测试局")
    let outcome = try program.run("grant", "x", "--as", "reader")
    #expect(outcome.status == 64 && outcome.notes.contains("是文件"), "\(outcome.notes)")
  }
}
