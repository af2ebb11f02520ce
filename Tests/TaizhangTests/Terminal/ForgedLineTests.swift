import Foundation
import Testing

/// What people, lists and file names say stands on its line and commands no terminal.
@Suite struct ForgedLineTests {
  /// Ends a line, forges an entry, colours the screen, turns the direction of writing.
  private static let nasty = "王某\n  9  2026-01-01 00:00:00  市长\u{1B}[2J\u{9B}31m\r\u{202E}电\u{7F}"

  @Test func `经办人、事由、文件名、项目名里的换行和控制符，屏幕上都看得见而不起作用`() throws {
    let program = try Program()
    let list = try program.writeList("清单\n\u{1B}[31m.csv")
    let nasty = Self.nasty
    func check(_ arguments: [String], status: Int32 = 0) throws -> Program.Outcome {
      let outcome = try program.shell("\"$0\" \"$@\"", arguments, actor: nasty)
      #expect(outcome.status == status, "\(arguments): \(outcome.notes)")
      for text in [outcome.output, outcome.notes] {
        let strange = text.unicodeScalars.filter {
          $0 != "\n" && [.control, .format].contains($0.properties.generalCategory)
        }
        #expect(strange.isEmpty, "\(arguments): \(strange.map(\.value))")
      }
      return outcome
    }
    _ = try check(["import", list, "--dry-run"])
    _ = try check(["import", list, "--yes", "--sender", "测试局", "--reason", nasty])
    _ = try check(["edit", "1", "总投资=7万元", "--reason", nasty])
    _ = try check(["problem", "1", nasty, "--due", "2026-01-31"])
    let entries = try check(["entries"])
    #expect(entries.lines.count == 2 + 4)
    #expect(entries.output.contains("王某␊  9"))
    for arguments in [
      ["show", "1", "--history"], ["receipt", "2"], ["undo", "2", "--dry-run"], ["problem"],
      ["list"],
      ["recipes"], ["decisions"],
    ] { _ = try check(arguments) }
    _ = try check(["import", "没有\u{1B}[31m这个文件\n.csv", "--yes"], status: 66)
    _ = try check(["import", "--没有\u{1B}[31m这个选项"], status: 64)
    _ = try check(["show", nasty], status: 66)
  }
}
