import Foundation
import Intake
import Ledger
import Testing

@testable import Operations

/// What a newcomer's first refresh takes in.
@Suite struct ShippedListsTests {
  private static let imports = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Imports").path

  @Test func `随附的清单都能导入，只有说不清期次的行要人认定`() throws {
    let scratch = try ScratchLedger()
    var questions: [Judgement.Reason] = []
    var rejected = 0
    let options = RefreshOptions(
      imports: Self.imports, exports: scratch.folder.path, readsSamples: true)
    try scratch.desk.takeIn(options) { step in
      guard case .imported(_, let prepared) = step.outcome else {
        Issue.record("\(step.name)")
        return
      }
      rejected += prepared.plan.count(.rejected)
      for row in prepared.plan.rows where row.action == .review {
        if case .possibly(_, let reason) = row.match {
          questions.append(reason)
        } else {
          rejected += 1
        }
      }
    }
    #expect(rejected == 0)
    #expect(Set(questions) == [.phaseOnOneSide])
    #expect(try scratch.snapshot().count > 1_100)
  }
}
