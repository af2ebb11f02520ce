/// The order of a list of projects. It always ends in the project's id, so that pages never overlap.
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
    /// The sum done in the filter's year.
    case done
    /// Done as a share of the plan.
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

  /// Up or down.
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

  /// What a list is ordered by; the last term is the id.
  package let terms: [Term]

  /// Of a repeated key the first counts; the id is added when it is missing, and nothing follows it.
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

  /// The written form: `chain,-investment`; the id goes without saying.
  package var text: String {
    terms.filter { $0 != Term(.id, .ascending) }
      .map { ($0.direction == .descending ? "-" : "") + $0.key.rawValue }
      .joined(separator: ",")
  }

  /// Reads the written form, with the names that people have for keys; nil when a key is unknown.
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
  /// The most rows; nil is all.
  package let limit: Int?
  /// How many rows come before it.
  package let offset: Int
  /// Where the rows before it end: they are not counted, so that none comes twice or is passed over when rows
  /// come and go between two pages.
  package let after: SortPlace?

  /// Nil when a number is negative.
  package init?(limit: Int?, offset: Int, after: SortPlace? = nil) {
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

  /// Everything.
  package static let all = Page(all: ())
}
