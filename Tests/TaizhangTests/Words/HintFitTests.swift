import Foundation
import Ledger
import Testing
import Wording

@testable import taizhang

/// A hint names no option that the verb which was run does not have.
@Suite struct HintFitTests {
  private static let hints: [Hint] = [
    .see(.books), .see(.decisions), .see(.entries), .see(.imports), .see(.items(kind: nil)),
    .see(.items(kind: "chain")), .see(.project(1)), .see(.projects), .see(.putOffPairs),
    .see(.setting("light")), .see(.queue), .see(.sortKeys), .see(.columns), .retry(.answers),
    .retry(.spelling), .retry(.mendedCells), .retry(.preview), .retry(.stalePreview),
    .state(.beginning), .state(.document), .state(.dueDay), .state(.format(["xlsx"])),
    .state(.journalEnd), .state(.ledgerFile), .state(.listYear),
    .state(.writableCopy(withLog: true)), .state(.writableCopy(withLog: false)),
    .state(.plannedDay), .state(.reason), .allow(.clock), .allow(.loss),
    .allow(.newItem(nearest: ["甲"])), .allow(.writing), .act(.edit(1)), .act(.giveBackAnswers),
    .act(.giveBackLayout), .act(.giveBackQueue), .act(.answerQueue), .act(.answerByFile),
    .act(.verifyBook), .act(.exportBook), .act(.firstImport),
    .act(.release(part: 1, package: "甲")), .act(.releaseAll(package: 1)), .act(.releasePart),
    .act(.releaseName("甲", kind: "unit", code: "drc")), .act(.setTarget(code: nil)),
    .act(.setTarget(code: "a")), .act(.undo(entry: 1)), .act(.undoAll(entries: [1, 2])),
    .act(.restore(undoing: 1)), .act(.verify), .act(.verifyAndRestore), .act(.nothing),
  ]

  @Test func `每个命令的每条办法，只写这个命令有的选项`() throws {
    for verb in try Verbs.names() {
      let help = try Program().shell("\"$0\" \"$@\"", verb + ["--help"]).output
      let options = VerbOptions(help: help)
      for hint in Self.hints {
        guard let words = hint.words(for: options) else { continue }
        let own = words.replacing(#/taizhang [^，。：；]*/#, with: "")
        for option in own.matches(of: #/--[a-z-]+/#) {
          #expect(
            help.contains("  \(option.output)") || help.contains(", \(option.output)"),
            "\(verb): \(words)")
        }
      }
    }
  }

  @Test func `用得上的那一半留着`() throws {
    func words(_ hint: Hint, _ verb: String...) throws -> String? {
      hint.words(
        for: VerbOptions(help: try Program().shell("\"$0\" \"$@\"", verb + ["--help"]).output))
    }
    #expect(try words(.allow(.writing), "import")?.contains("--plan") == true)
    #expect(try words(.allow(.writing), "undo") == "加 --yes 直接写入。")
    #expect(try words(.allow(.writing), "queue") == nil)
    #expect(try words(.state(.format(["xlsx"])), "publish") == "可写成 xlsx：改扩展名。")
  }
}
