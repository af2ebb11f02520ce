package import Ledger
import Wording

/// The items of the queue as JSON.
package enum QueueJSON {
  package static func json(_ items: [PendingItem], _ catalogue: Catalogue) -> JSON {
    .object([("items", .array(items.map { item($0, catalogue) }))])
  }

  private static func item(_ item: PendingItem, _ catalogue: Catalogue) -> JSON {
    let names = item.names
    return .object([
      ("id", .string(item.id.text)), ("kind", .string(item.id.kind.rawValue)),
      ("sender", .string(item.sender)), ("entry", .optional(item.entry)),
      ("file", .optional(item.file)), ("sheet", .optional(item.sheet)),
      ("row", .optional(item.row.map { Int64($0) })),
      ("project", .optional(item.project)), ("name", .string(item.name)),
      ("field", .optional(item.key?.text)),
      ("reason", .string(item.reason(catalogue) { names[$0] })),
      ("sides", .array(item.sides.map { side($0, catalogue) })),
    ])
  }

  private static func side(_ side: PendingItem.Side, _ catalogue: Catalogue) -> JSON {
    var members: [(String, JSON)] =
      switch side.party {
      case .list: [("who", .string("list"))]
      case .ledger: [("who", .string("ledger"))]
      case .project(let project): [("who", .string("project")), ("project", .integer(project))]
      }
    members.append(("says", .object(ProjectJSON.members(of: side.says, catalogue))))
    return .object(members)
  }
}

extension PendingItem {
  /// The names of the projects among its sides.
  package var names: [ProjectID: String] {
    var names: [ProjectID: String] = [:]
    for side in sides {
      if case .project(let project) = side.party { names[project] = side.says.text(.name) }
    }
    return names
  }
}
