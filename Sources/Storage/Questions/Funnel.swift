package import Ledger

/// The number of projects at each stage, from the first to the last.
package struct Funnel: Sendable {
  package let steps: [Step]
  package let totals: Totals

  /// The projects at one stage.
  package struct Step: Hashable, Sendable {
    /// Nil for projects without a stage.
    package let stage: String?
    package let totals: Totals
    /// The number of projects at this or a later stage.
    package let reached: Int
  }
}

extension Funnel {
  /// Creates a funnel from the stages of a matrix.
  package init(_ matrix: Matrix) {
    var reached = 0
    var steps: [Funnel.Step] = []
    for stage in matrix.stages.reversed() {
      let totals = matrix.byStage[stage] ?? Totals()
      if stage != nil { reached += totals.count }
      steps.append(
        Funnel.Step(
          stage: stage, totals: totals, reached: stage == nil ? totals.count : reached))
    }
    self.init(steps: steps.reversed(), totals: matrix.totals)
  }
}

extension LedgerStore {
  /// The projects of a filter by stage.
  package func funnel(_ filter: ProjectFilter) throws -> Funnel { Funnel(try matrix(filter)) }
}
