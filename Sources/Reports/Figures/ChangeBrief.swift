package import Ledger
package import Storage

/// What happened to the projects of a filter between two revisions: arrivals, departures, stage changes, and changed
/// values.
///
/// A project arrives when the filter finds it now and did not before, and departs the other way round: a brief of one
/// chain reports a project that was added to it.
package struct ChangeBrief: Sendable {
  package let before: BookSource
  package let after: BookSource
  private let differences: [ProjectID: [Difference]]

  package init(
    before: BookSource, after: BookSource, differences: [ProjectID: [Difference]]
  ) {
    self.before = before
    self.after = after
    self.differences = differences
  }

  /// A project with one thing that happened to it.
  package struct Event: Sendable {
    package let project: ProjectFigures
    /// Nil if no act on the project itself caused it.
    package let difference: Difference?

    /// Whether it is a figure or progress text for a period that was not reported before.
    var isFirstReport: Bool {
      guard let difference, difference.before == nil, difference.key.period != nil else {
        return false
      }
      return [.done, .funds, .monthlyProgress].contains(difference.key.field)
    }
  }

  /// What kind of adjustment it is, in the order in which they are told.
  enum Adjustment: String, CaseIterable {
    case corrected = "更正"
    case filledIn = "补填"
    case told = "进展、问题等文字"

    fileprivate init(_ difference: Difference) {
      switch difference.key.field {
      case .progress, .monthlyProgress, .problems, .nextStep, .remark, .otherNames: self = .told
      default: self = difference.before == nil ? .filledIn : .corrected
      }
    }
  }

  /// The corrections of a kind.
  func corrections(_ kind: Adjustment) -> [Event] {
    corrections.filter { event in event.difference.map { Adjustment($0) == kind } ?? false }
  }

  /// Projects the filter finds now and did not before.
  package var arrivals: [Event] {
    let known = Set(before.projects.map(\.id))
    return after.figures.filter { !known.contains($0.id) }.map { project in
      Event(
        project: project, difference: self[project.id, FieldKey(.name)] ?? cause(project.id))
    }
  }

  /// Projects the filter found before and does not now.
  package var departures: [Event] {
    let known = Set(after.projects.map(\.id))
    return before.figures.filter { !known.contains($0.id) }.map { project in
      let condition = self[project.id, FieldKey(.condition)]
      return Event(project: project, difference: condition ?? cause(project.id))
    }
  }

  /// Projects that moved from one stage to another.
  package var moves: [Event] {
    staying.compactMap { project in
      self[project.id, FieldKey(.stage)].map { Event(project: project, difference: $0) }
    }
  }

  /// Values other than stages that are others now; what is sensitive is not told.
  package var adjustments: [Event] {
    let untold = after.edition.untold
    return staying.flatMap { project in
      (differences[project.id] ?? [])
        .filter { $0.key != FieldKey(.stage) && !untold.contains($0.key.field) }
        .map { Event(project: project, difference: $0) }
    }
  }

  /// Changed values that had been reported before.
  package var corrections: [Event] { adjustments.filter { !$0.isFirstReport } }

  /// Figures and progress of months that nobody had reported before.
  package var firstReports: [Event] { adjustments.filter(\.isFirstReport) }

  /// The number of projects to which something happened.
  package var touched: Int {
    Set((arrivals + departures + moves + adjustments).map(\.project.id)).count
  }

  private var staying: [ProjectFigures] {
    let known = Set(before.projects.map(\.id))
    return after.figures.filter { known.contains($0.id) }
  }

  private subscript(project: ProjectID, key: FieldKey) -> Difference? {
    differences[project]?.first { $0.key == key }
  }

  private func cause(_ project: ProjectID) -> Difference? { differences[project]?.first }
}
