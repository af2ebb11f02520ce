import Foundation
import Testing

/// What the program says is Chinese: help, wrong arguments, files that are no YAML; and what it advises can be
/// done with the verb that was run. 测试数据
@Suite struct ChineseOnlyTests {
  private let program: Program

  init() throws { program = try Program() }

  /// Three words of English in a row.
  private static func english(_ text: String) -> [String] {
    // What is to be typed is no sentence.
    let lines = text.split(separator: "\n").map {
      String($0).replacing(#/taizhang [ -~]*/#, with: "").replacing("zsh bash fish", with: "")
    }
    return lines.filter {
      $0.contains(#/(?:^|[^-\w.])[A-Za-z]{2,}(?:[ :]+[a-z]{2,}){2}/#)
        || $0.contains(#/USAGE|OVERVIEW|ARGUMENTS|OPTIONS|SUBCOMMANDS|Error|Usage|Help|default/#)
    }
  }

  @Test func `每个命令的说明都是中文`() throws {
    for verb in try Verbs.names() {
      let outcome = try program.shell("\"$0\" \"$@\"", verb + ["--help"])
      #expect(outcome.status == 0)
      #expect(Self.english(outcome.output) == [], "\(verb)")
      #expect(outcome.output.contains("用法："), "\(verb)")
    }
    #expect(Self.english(try program.run("--help").output) == [])
  }

  static let wrong: [[String]] = [
    ["--没有"], ["lst"], ["list", "--limt", "3"], ["list", "--limit"], ["list", "--limit", "许多"],
    ["list", "--json=1"], ["list", "多余"], ["list", "多余", "更多"], ["show"], ["export"], ["-Z"],
    ["export", "leaders"], ["undo", "甲"], ["import"], ["queue", "--kind", "没有这类"],
    ["catalogue", "sow"],
    ["edit"], ["move", "1"], ["--generate-completion-script", "csh"], ["publish", "--没有"],
  ]

  @Test(arguments: wrong) func `写错了的参数，用中文说明`(arguments: [String]) throws {
    let outcome = try program.shell("\"$0\" \"$@\"", arguments)
    #expect(outcome.status == 64, "\(outcome)")
    #expect(Self.english(outcome.notes) == [])
    #expect(outcome.notes.hasPrefix("错误："), "\(outcome.notes)")
  }

  static let yaml = [
    "decisions:\n\t- a: b", "a: b: c", "a: [1, 2", "a: {b: c", "a: \"b", "- a\nb: c", "a: @b",
    "a: %b",
    "a:\n  b\n c: d", "a: \"\\q\"", "--- a\n--- b", "? a", "a: !<x", "a\u{1}b: c",
  ]

  @Test(arguments: yaml) func `不是规范的 YAML，用中文说明`(text: String) throws {
    _ = try program.writeList()
    _ = try program.run("import", "清单.csv", "--yes", "--sender", "测试局")
    try Data(text.utf8).write(to: program.folder.appending(path: "答.yaml"))
    let outcome = try program.run("queue", "--decide", "答.yaml")
    #expect(outcome.status == 65, "\(outcome)")
    #expect(Self.english(outcome.notes) == [])
  }

  @Test func `没有终端时逐项处理，办法是用得上的`() throws {
    _ = try program.writeList()
    _ = try program.run("import", "清单.csv", "--yes", "--sender", "测试局")
    let outcome = try program.run("queue", "--answer")
    #expect(outcome.status == 64 && !outcome.notes.contains("--yes"), "\(outcome.notes)")
    #expect(outcome.notes.contains("taizhang queue --asks 文件"), "\(outcome.notes)")
  }

  @Test func `目录的一条用中文显示，给程序的用 --json`() throws {
    _ = try program.writeList()
    _ = try program.run("import", "清单.csv", "--yes", "--sender", "测试局")
    let shown = try program.run("catalogue", "show", "setting", "authority").output
    #expect(shown.contains("归口单位（owners）：drc"), "\(shown)")
    #expect(!shown.contains("{"))
    #expect(
      try program.run("catalogue", "show", "setting", "authority", "--json").output.hasPrefix("{"))
  }
}
