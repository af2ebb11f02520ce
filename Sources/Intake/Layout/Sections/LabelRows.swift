import Ledger

/// Decides the kinds of a table's label rows, from the rows around them.
///
/// A memo line (其中：…, or a part of a total named below it) is no project and sets no context; a
/// heading sets one; any other row keeps the kind it has alone.
struct LabelRows {
  private let labels: [LabelRow]
  private let hasSerialColumn: Bool
  /// What follows each label, blank rows skipped.
  private var next: [Next]
  /// The labels right below a total, and those before a repeated header.
  private var belowTotal: Set<Int> = []
  private var beforeHeader: Set<Int> = []
  private var lastProject = 0

  private enum Next: Equatable {
    case nothing, project, label(Int), other
  }

  /// `kinds` holds the kinds of all other rows.
  init(_ labels: [LabelRow], among kinds: RowKinds, hasSerialColumn: Bool) {
    self.labels = labels
    self.hasSerialColumn = hasSerialColumn
    next = Array(repeating: .nothing, count: labels.count)
    if !labels.isEmpty { lookAround(kinds) }
  }

  private mutating func lookAround(_ kinds: RowKinds) {
    var following = Next.nothing
    var isBeforeHeader = false
    var label = labels.count - 1
    let lowest = min(kinds.numbers.lowerBound, labels[0].row)
    let highest = max(kinds.numbers.upperBound, labels[labels.count - 1].row + 1)
    for row in (lowest..<highest).reversed() {
      if label >= 0, labels[label].row == row {
        next[label] = following
        if isBeforeHeader { beforeHeader.insert(label) }
        following = .label(label)
        label -= 1
        continue
      }
      guard let kind = kinds[row], kind != .hidden else { continue }
      if kind == .total, case .label(let index) = following { belowTotal.insert(index) }
      if kind == .project {
        lastProject = max(lastProject, row)
        isBeforeHeader = false
      } else if kind == .repeatedHeader {
        isBeforeHeader = true
      }
      following = kind == .project ? .project : .other
    }
  }

  /// The kind of each label row, and the sections of those that are headings. `ties` returns whether
  /// the sums in a row equal the totals of the projects from there to another row.
  func settled(
    ties: (_ row: Int, _ end: Int) -> Bool
  ) -> (kinds: [(row: Int, kind: RowKind?)], sections: [Int: SectionReader.Section]) {
    var kinds: [RowKind?] = []
    var isInRun: Set<Int> = belowTotal
    for index in labels.indices {
      let kind = kind(of: index, isInRun: isInRun.contains(index), ties: ties)
      if kind == .memo, case .label(let below) = next[index] { isInRun.insert(below) }
      kinds.append(kind)
    }
    return (zip(labels, kinds).map { ($0.row, $1) }, sections(kinds))
  }

  private func kind(
    of index: Int, isInRun: Bool, ties: (_ row: Int, _ end: Int) -> Bool
  ) -> RowKind? {
    let label = labels[index]
    if label.isOfWhich { return .memo }
    if isInRun, isPart(label) {
      guard isFollowedByContent(index) else { return .memo }
      return belowTotal.contains(index) || ties(label.row, endOfSection(index)) ? .section : .memo
    }
    if !label.context.isEmpty { return .section }
    // At the foot of a table a numbered line is one of several notes.
    guard label.statesFigures || lastProject > label.row else { return label.otherwise }
    let isHeading =
      label.number != nil || label.mayLackSerial && !beforeHeader.contains(index)
    return isHeading ? .section : label.otherwise
  }

  /// Whether it is a label with figures, in a table whose projects have serial numbers.
  private func isPart(_ label: LabelRow) -> Bool {
    hasSerialColumn && label.number == nil && !label.namesUnitBeside && label.statesFigures
  }

  /// Whether a project or a numbered heading follows, and not another part of the total.
  private func isFollowedByContent(_ index: Int) -> Bool {
    switch next[index] {
    case .project: true
    case .label(let below): labels[below].number != nil
    default: false
    }
  }

  /// The last row of the section if this label without number is its heading.
  private func endOfSection(_ index: Int) -> Int {
    let isOutermost = next[index] != .project
    var below = index + 1
    while below < labels.count,
      isOutermost && labels[below].number != nil || labels[below].isOfWhich
    {
      below += 1
    }
    return below < labels.count ? labels[below].row - 1 : Int.max
  }

  // MARK: Levels

  private func sections(_ kinds: [RowKind?]) -> [Int: SectionReader.Section] {
    let headings = labels.indices.filter { kinds[$0] == .section }
    let first = headings.compactMap { labels[$0].number?.rawValue }.min()
    var sections: [Int: SectionReader.Section] = [:]
    for index in headings {
      let label = labels[index]
      var level = label.number.map { SectionLevel($0) } ?? .innermost
      if label.number == nil, let first, case .label(let below) = next[index],
        labels[below].number?.rawValue == first
      {
        level = .outermost
      }
      sections[label.row] = SectionReader.Section(
        level: level, words: label.words, context: label.context,
        mayBeProject: label.number == nil && label.context.isEmpty)
    }
    return sections
  }
}

/// The nesting level of a section, one for each form of heading number.
struct SectionLevel: Comparable {
  private let depth: Int

  init(_ number: HeadingNumber) { depth = number.rawValue }

  private init(depth: Int) { self.depth = depth }

  /// A heading without number above the first numbered headings.
  static let outermost = SectionLevel(depth: -1)
  /// Any other heading without number.
  static let innermost = SectionLevel(depth: .max)

  static func < (one: SectionLevel, other: SectionLevel) -> Bool { one.depth < other.depth }
}
