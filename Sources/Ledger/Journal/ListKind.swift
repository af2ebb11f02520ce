/// The kind of a list among its sender's lists: a yearly library of projects and a monthly table of works are
/// two kinds, and a project in only one of them is not missing from the other.
///
/// Two lists are of one kind if both or neither report on works (done, funds, progress), and a third of all
/// their columns is common to them. Columns that identify projects are ignored.
package struct ListKind: Hashable, Sendable {
  private let fields: Set<Field>

  /// The kind of a list with these tables.
  package init(_ tables: [SourceTable]) {
    fields = Set(tables.flatMap(\.columns.keys).map(\.field)).subtracting(Self.naming)
  }

  package func isSame(as other: ListKind) -> Bool {
    guard tellsOfWorks == other.tellsOfWorks else { return false }
    let all = fields.union(other.fields)
    return fields.intersection(other.fields).count * 3 >= all.count
  }

  private var tellsOfWorks: Bool { !fields.isDisjoint(with: Self.works) }

  private static let works: Set<Field> = [.done, .funds, .progress, .monthlyProgress]
  private static let naming: Set<Field> = [
    .code, .localNumber, .name, .otherNames, .owner, .ownerUSCC, .district, .zone, .address,
    .remark,
  ]

  /// Groups lists by kind, in order: each is compared with the last list of a kind, because tables grow.
  package static func groups<List>(
    _ lists: some Sequence<List>, _ kind: (List) -> ListKind
  ) -> [[List]] {
    var groups: [[List]] = []
    for list in lists {
      let place = groups.lastIndex { group in
        group.last.map { kind($0).isSame(as: kind(list)) } ?? false
      }
      if let place { groups[place].append(list) } else { groups.append([list]) }
    }
    return groups
  }
}
