import Foundation
import Ledger
import Operations

/// Where a page of projects ended, as text: the order, what the last project is sorted by, and its number.
struct ProjectCursor {
  let place: PageCursor
  let sort: ProjectSort

  /// Opaque to programs: a JSON array in base64 for addresses.
  var text: String {
    let keys = place.keys.map { key -> JSON in
      switch key {
      case .none: .null
      case .integer(let integer): .integer(integer)
      case .text(let text): .string(text)
      case .item(let code): .array([.string(code)])
      }
    }
    let bytes = JSON.array([.string(sort.text), .array(keys), .integer(place.id)]).bytes(.stamps)
    return Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }

  init(_ place: PageCursor, _ sort: ProjectSort) { (self.place, self.sort) = (place, sort) }

  /// Nil for what is no cursor of the order.
  init?(_ text: String, _ sort: ProjectSort) {
    let usual = text.replacing("-", with: "+").replacing("_", with: "/")
    let padded = usual + String(repeating: "=", count: (4 - usual.count % 4) % 4)
    guard let data = Data(base64Encoded: padded), case .array(let parts)? = JSON([UInt8](data)),
      parts.count == 3, parts[0].string == sort.text, case .array(let texts) = parts[1],
      case .integer(let id) = parts[2],
      texts.count == sort.terms.count(where: { $0.key != .id })
    else { return nil }
    var keys: [PageCursor.Key] = []
    for text in texts {
      switch text {
      case .null: keys.append(.none)
      case .integer(let integer): keys.append(.integer(integer))
      case .string(let text): keys.append(.text(text))
      case .array(let items): keys.append(.item(code: items.first?.string ?? ""))
      default: return nil
      }
    }
    self.init(PageCursor(keys: keys, id: id), sort)
  }
}
