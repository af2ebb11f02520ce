import Foundation
import Ledger
import Operations

/// The sample lists shipped with the program, for trying out a new ledger.
enum Samples {
  private static let imports = "Imports"

  /// Whether the sample folder exists in the working directory.
  static var areThere: Bool {
    FileManager.default.fileExists(atPath: imports + "/" + LedgerOperations.samplesFolder)
  }

  /// Imports all lists of the folder, including samples, into a ledger without projects.
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
