import Ledger
import Machine

/// The marks of a name that make two projects different if they differ: phases, periods, lots; each kind as a hash, 0
/// if the name has none.
struct DistinguishingMarks: Hashable, Sendable {
  private var phases: UInt64
  private var periods: UInt64
  private var lots: UInt64

  init(_ name: NameReading) {
    phases = Self.short(name.phases.map(String.init))
    periods = Self.short(Array(name.periods))
    lots = Self.short(Array(name.lots))
  }

  private static func short(_ marks: [String]) -> UInt64 {
    marks.isEmpty ? 0 : ByteHash.of(marks.sorted().joined(separator: "\n")) | 1
  }

  /// Whether no kind of marks separates two names.
  func allows(_ other: DistinguishingMarks) -> Bool {
    func allows(_ one: UInt64, _ other: UInt64) -> Bool { one == 0 || other == 0 || one == other }
    return allows(phases, other.phases) && allows(periods, other.periods)
      && allows(lots, other.lots)
  }

  /// Whether it has marks of every kind that another has.
  fileprivate func covers(_ other: DistinguishingMarks) -> Bool {
    func covers(_ one: UInt64, _ other: UInt64) -> Bool { one != 0 || other == 0 }
    return covers(phases, other.phases) && covers(periods, other.periods)
      && covers(lots, other.lots)
  }

  /// Combines the marks of both, for `covers`.
  fileprivate mutating func note(_ other: DistinguishingMarks) {
    phases |= other.phases
    periods |= other.periods
    lots |= other.lots
  }

  /// The marks compatible with these: for each kind the same or none.
  fileprivate var allowed: Set<DistinguishingMarks> {
    let kinds: [WritableKeyPath<DistinguishingMarks, UInt64>] = [\.phases, \.periods, \.lots]
    return kinds.reduce([self]) { choices, kind in
      choices.union(
        choices.map { choice in
          var choice = choice
          choice[keyPath: kind] = 0
          return choice
        })
    }
  }
}

/// Names with one core, grouped by their marks.
struct NamesByMarks: Sendable {
  private var all: [(marks: DistinguishingMarks, place: Int32)] = []
  /// The names by their marks, if there are many.
  private var byMarks: [DistinguishingMarks: [Int32]] = [:]
  /// The kinds of marks that any of them has.
  private var kinds: DistinguishingMarks?

  /// With more names than this they are looked up by their marks.
  private static let limit = 16

  mutating func add(_ place: Int32, _ marks: DistinguishingMarks) {
    kinds?.note(marks)
    kinds = kinds ?? marks
    all.append((marks, place))
    if all.count <= Self.limit { return }
    for (marks, place) in byMarks.isEmpty ? all : [(marks, place)] {
      byMarks[marks, default: []].append(place)
    }
  }

  /// Calls `body` for each name with the same marks.
  func forEach(with marks: DistinguishingMarks, _ body: (Int32) -> Void) {
    if byMarks.isEmpty {
      for (other, place) in all where other == marks { body(place) }
    } else {
      byMarks[marks]?.forEach(body)
    }
  }

  /// Calls `body` for each name with other but compatible marks, until it returns false.
  func forEach(besides marks: DistinguishingMarks, _ body: (Int32) -> Bool) {
    if !byMarks.isEmpty, let kinds, marks.covers(kinds) {
      for choice in marks.allowed where choice != marks {
        for place in byMarks[choice] ?? [] where !body(place) { return }
      }
    } else {
      // A name without marks of a kind is compatible with any.
      for (other, place) in all where other != marks && other.allows(marks) {
        if !body(place) { return }
      }
    }
  }
}
