import Foundation
import Ledger
import Operations

/// The sample lists that ship beside the program: what a new ledger can be looked at with.
enum Samples {
  private static let imports = "Imports"

  /// Whether they lie where the program runs.
  static var areThere: Bool {
    FileManager.default.fileExists(atPath: imports + "/" + LedgerOperations.samplesFolder)
  }

  /// Takes in all lists of the folder, samples included, into a ledger without projects.
  static func takeIn(_ context: PageContext) throws -> WebResponse {
    guard areThere, try context.operations.standing().projects == 0 else {
      return .seeOther(Address())
    }
    var last: Int64 = 0
    try context.operations.takeIn(
      RefreshOptions(imports: imports, exports: "", readsSamples: true)
    ) { step in
      if case .imported(let entry, _) = step.outcome { last = entry.number }
    }
    return .seeOther(Address(query: ["done": String(last)]))
  }
}
