import Foundation
import Ledger
import Operations

/// A page cursor as text: the order, the sort keys of the last project, and its number.
struct ProjectCursor {
  let place: PageCursor
  let sort: ProjectSort

  /// Opaque to clients: a JSON array in URL-safe base64 without padding.
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

  /// Returns nil if the text is not a cursor of this order.
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
