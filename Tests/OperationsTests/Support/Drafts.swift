import Foundation
import Intake
import Ledger
import Matching

@testable import Operations

extension ScratchLedger {
  /// The same ledger with somebody else at it, as of another process: nothing is shared but the files.
  func operations(of person: String) -> LedgerOperations {
    LedgerOperations(path: operations.path, actor: person) { [clock] in clock.tick() }
  }

  /// Receives a list as it would come from a browser.
  func receive(
    _ bytes: [UInt8], named name: String = "清单.csv", sender: String? = "示例局",
    by person: String = "测试"
  ) throws -> ImportDraft {
    let upload = try operations(of: person).receive(name)
    for start in stride(from: 0, to: bytes.count, by: 7) {
      try upload.append(Array(bytes[start..<min(start + 7, bytes.count)]))
    }
    var options = ImportDraft.Options()
    options.year = 2026
    options.sender = sender
    return try upload.finish(options)
  }

  func receive(
    _ rows: [String], named name: String = "清单.csv", sender: String? = "示例局",
    by person: String = "测试"
  ) throws -> ImportDraft {
    let head = "项目名称,业主单位,县区,总投资（万元）,项目阶段"
    return try receive(
      Array(([head] + rows).joined(separator: "\n").utf8), named: name, sender: sender, by: person)
  }

  /// Makes a draft's plan and looks at it; the fingerprint of what was seen.
  @discardableResult
  func look(at draft: ImportDraft, by person: String = "测试") throws -> String {
    let plan = try operations(of: person).plan(draft: draft.number)
    if plan.moved != nil { try operations(of: person).note(seen: plan.prepared, of: draft.number) }
    return try operations.draft(draft.number).seen ?? ""
  }

  /// Where drafts lie.
  var draftsFolder: URL { folder.appending(path: "drafts") }

  /// All that lies in the drafts' folder, in order.
  func draftFiles() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: draftsFolder.path).sorted()
  }
}

extension DraftOutcome {
  var entry: Entry? { if case .written(let entry) = self { entry } else { nil } }
  var moved: MovedPlan? { if case .moved(let moved) = self { moved } else { nil } }
}
