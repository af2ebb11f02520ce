import Ledger
import Machine

/// The marks of a name of which two that differ make two projects: phases, periods, lots; each kind in
/// short, 0 where the name has none.
struct PartingMarks: Hashable, Sendable {
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

  /// Whether no kind of marks parts two names.
  func allows(_ other: PartingMarks) -> Bool {
    func allows(_ one: UInt64, _ other: UInt64) -> Bool { one == 0 || other == 0 || one == other }
    return allows(phases, other.phases) && allows(periods, other.periods)
      && allows(lots, other.lots)
  }

  /// Whether it has marks of every kind of which another has some.
  fileprivate func covers(_ other: PartingMarks) -> Bool {
    func covers(_ one: UInt64, _ other: UInt64) -> Bool { one != 0 || other == 0 }
    return covers(phases, other.phases) && covers(periods, other.periods)
      && covers(lots, other.lots)
  }

  /// All marks of both, for `covers`.
  fileprivate mutating func note(_ other: PartingMarks) {
    phases |= other.phases
    periods |= other.periods
    lots |= other.lots
  }

  /// The marks that are allowed beside these: of each kind the same or none.
  fileprivate var allowed: Set<PartingMarks> {
    let kinds: [WritableKeyPath<PartingMarks, UInt64>] = [\.phases, \.periods, \.lots]
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

/// Names with one core, by the marks that part them.
struct PartedNames: Sendable {
  private var all: [(marks: PartingMarks, place: Int32)] = []
  /// The same by their marks, where there are many.
  private var byMarks: [PartingMarks: [Int32]] = [:]
  /// The kinds of marks that any of them has.
  private var kinds: PartingMarks?

  /// More names than this are looked up by their marks.
  private static let limit = 16

  mutating func add(_ place: Int32, _ marks: PartingMarks) {
    kinds?.note(marks)
    kinds = kinds ?? marks
    all.append((marks, place))
    if all.count <= Self.limit { return }
    for (marks, place) in byMarks.isEmpty ? all : [(marks, place)] {
      byMarks[marks, default: []].append(place)
    }
  }

  /// Tells the names with a name's own marks.
  func forEach(with marks: PartingMarks, _ body: (Int32) -> Void) {
    if byMarks.isEmpty {
      for (other, place) in all where other == marks { body(place) }
    } else {
      byMarks[marks]?.forEach(body)
    }
  }

  /// Tells the names of which one has marks that the other lacks, and none that part them; until `body`
  /// wants no more.
  func forEach(besides marks: PartingMarks, _ body: (Int32) -> Bool) {
    if !byMarks.isEmpty, let kinds, marks.covers(kinds) {
      for choice in marks.allowed where choice != marks {
        for place in byMarks[choice] ?? [] where !body(place) { return }
      }
    } else {
      // Beside a name without marks of a kind stand those with any.
      for (other, place) in all where other != marks && other.allows(marks) {
        if !body(place) { return }
      }
    }
  }
}
