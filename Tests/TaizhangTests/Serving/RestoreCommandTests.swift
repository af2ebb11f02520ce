import Foundation
import Testing

/// `restore` at the terminal: a pair in its place, an entry's ledger beside it.
@Suite struct RestoreCommandTests {
  @Test func `另存某张凭证后的台账是一本新台账，现在的不动，已有的文件不覆盖`() throws {
    let program = try Program()
    _ = try program.run("import", program.writeList(), "--yes", "--sender", "测试局")
    #expect(try program.run("add", "name=测试数据后来的项目").status == 0)
    let before = try program.entries()
    let made = try program.run("restore", "--through", String(before - 1), "--to", "旧.sqlite")
    #expect(made.status == 0 && made.notes.contains("核验通过"), "\(made.notes)")
    #expect(try program.entries() == before)
    #expect(try !program.run("list", "--database", "旧.sqlite").output.contains("后来的项目"))
    #expect(try program.run("verify", "--database", "旧.sqlite").status == 0)
    #expect(try program.run("restore", "--through", "1", "--to", "旧.sqlite").status == 73)
    #expect(try program.run("restore", "--through", "99", "--to", "新.sqlite").status == 66)
    for wrong in [["--through", "1"], ["--to", "新.sqlite"], []] {
      #expect(try program.shell("\"$0\" restore \"$@\"", wrong).status == 64)
    }
  }
}
