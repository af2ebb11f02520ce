/// The order of a list of projects. Always ends with the project's id, so that pages never overlap.
package struct ProjectSort: Hashable, Sendable {
  /// What projects can be ordered by.
  package enum Key: Hashable, Sendable, CaseIterable {
    case id
    case code
    case name
    case chain
    case stage
    case condition
    case unit
    case district
    case zone
    case owner
    case investment
    /// The plan of the filter's year.
    case plan
    /// The investment completed in the filter's year.
    case done
    /// The completed share of the plan.
    case rate
    case start
    case finish
    case updated
    /// What any other field holds.
    case field(Field)

    /// Those that have names of their own; fields go by theirs.
    package static let allCases: [Key] = [
      .id, .code, .name, .chain, .stage, .condition, .unit, .district, .zone, .owner, .investment,
      .plan, .done, .rate, .start, .finish, .updated,
    ]
  }

  /// A sort direction.
  package enum Direction: String, Hashable, Sendable {
    case ascending
    case descending
  }

  /// A key with its direction.
  package struct Term: Hashable, Sendable {
    package let key: Key
    package let direction: Direction

    package init(_ key: Key, _ direction: Direction) {
      self.key = key
      self.direction = direction
    }
  }

  /// The sort terms; the last one is the id.
  package let terms: [Term]

  /// The first of a repeated key wins; the id is added if missing, and terms after it are dropped.
  package init(_ terms: [Term]) {
    var kept: [Term] = []
    for term in terms where kept.last?.key != .id {
      if !kept.contains(where: { $0.key == term.key }) { kept.append(term) }
    }
    if kept.last?.key != .id { kept.append(Term(.id, .ascending)) }
    self.terms = kept
  }

  /// By id alone.
  package static let byID = ProjectSort([])

  /// The written form: `chain,-investment`, without an ascending id.
  package var text: String {
    terms.filter { $0 != Term(.id, .ascending) }
      .map { ($0.direction == .descending ? "-" : "") + $0.key.rawValue }
      .joined(separator: ",")
  }

  /// Parses the written form, also with Chinese names of keys; nil if a key is unknown.
  package init?(_ text: String) {
    var terms: [Term] = []
    for part in text.split(whereSeparator: { ",，、".contains($0) }) {
      let isDescending = part.first.map { "-－−".contains($0) } ?? false
      guard let key = Key(named: String(isDescending ? part.dropFirst() : part)) else {
        return nil
      }
      terms.append(Term(key, isDescending ? .descending : .ascending))
    }
    self.init(terms)
  }
}

/// A part of a long list.
package struct Page: Hashable, Sendable {
  /// The maximum number of rows; nil for all.
  package let limit: Int?
  /// The number of rows to skip.
  package let offset: Int
  /// The place of the last row before the page. Unlike `offset`, it neither repeats nor skips rows when rows
  /// are added or removed between two pages.
  package let after: PageCursor?

  /// Nil if a number is negative.
  package init?(limit: Int?, offset: Int, after: PageCursor? = nil) {
    guard (limit ?? 0) >= 0, offset >= 0 else { return nil }
    self.limit = limit
    self.offset = offset
    self.after = after
  }

  private init(all: Void) {
    limit = nil
    offset = 0
    after = nil
  }

  /// All rows.
  package static let all = Page(all: ())
}
