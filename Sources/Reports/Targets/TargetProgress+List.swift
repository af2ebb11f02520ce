package import Ledger

extension TargetProgress {
  /// What asks for the projects that count, of a target that counts projects; nil where a list cannot be asked for
  /// them, so that no number leads to others than those it counts.
  package func list(_ catalogue: Catalogue) -> ProjectFilter? {
    let measure = Measure(target.measure)
    guard measure.method == "count", let register = measure.register else { return nil }
    var filter = ProjectFilter()
    filter.registers = [
      RegisterClause(
        register: register, year: measure.registerYear, state: measure.registerState)
    ]
    // A list leaves out by itself what has ended.
    let ended = Set(catalogue.endedConditions.map(\.code))
    for clause in measure.clauses {
      switch (clause.field, clause.comparison) {
      case (Field.isIndustrial.id, "eq") where clause.values == ["true"]: filter.isIndustrial = true
      case (Field.condition.id, "not_in") where Set(clause.values) == ended: continue
      default: return nil
      }
    }
    return filter
  }
}
