import Foundation
import Intake
import Ledger

@testable import Matching

/// Two rows and what a careful clerk says of them.
struct LabelledPair: Decodable, Sendable {
  let a: Row
  let b: Row
  let label: String
  let rule: String

  struct Row: Decodable, Sendable {
    let name: String
    let code: String?
    let owner: String?
    let owner_uscc: String?
    let investor: String?
    let district: String?
    let zone: String?
    let total_investment: String?
    let address: String?
    let content: String?

    func known(_ catalogue: Catalogue) -> KnownProject {
      KnownProject(
        id: 0, code: code, name: name, owner: owner, ownerUSCC: owner_uscc, investor: investor,
        investment: total_investment.flatMap { Money($0) }, district: district,
        zone: zone, site: Site.text(address: address, content: content))
    }
  }

  var words: String { "\(rule) \(a.name) | \(b.name)" }

  /// The pairs of a file of `Tests/Fixtures/Pairs`.
  static func all(_ file: String) throws -> [LabelledPair] {
    let folder = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appending(path: "Fixtures/Pairs/\(file)"))
    return try data.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(LabelledPair.self, from: $0)
    }
  }
}
