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
  private var few: [(marks: PartingMarks, place: Int32)] = []
  private var many: [PartingMarks: [Int32]] = [:]
  /// The kinds of marks that any of them has.
  private var kinds: PartingMarks?

  /// More names than this are looked up by their marks.
  private static let limit = 16

  mutating func add(_ place: Int32, _ marks: PartingMarks) {
    kinds?.note(marks)
    kinds = kinds ?? marks
    if many.isEmpty {
      few.append((marks, place))
      if few.count <= Self.limit { return }
      for (marks, place) in few { many[marks, default: []].append(place) }
      few = []
    } else {
      many[marks, default: []].append(place)
    }
  }

  /// Tells the names that a name's marks do not part from it.
  func forEach(allowedBeside marks: PartingMarks, _ body: (Int32) -> Void) {
    for (other, place) in few where other.allows(marks) { body(place) }
    if many.isEmpty { return }
    // Beside a name without marks of a kind stand those with any.
    guard let kinds, marks.covers(kinds) else {
      for (other, places) in many where other.allows(marks) { places.forEach(body) }
      return
    }
    for choice in marks.allowed { many[choice]?.forEach(body) }
  }
}
