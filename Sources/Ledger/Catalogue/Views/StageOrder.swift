/// The order of stages, and where works begin and production does.
package struct StageOrder: Hashable, Sendable {
  private let stages: [Stage]
  private let orders: [String: Int]
  /// The order of the stage that `start_actual` dates.
  package let start: Int
  /// The order of the stage that `production_date` dates.
  package let produce: Int

  package init(_ catalogue: Catalogue) {
    stages = catalogue.stages
    orders = Dictionary(stages.map { ($0.code, $0.order) }) { first, _ in first }
    start = stages.first { $0.dateField == .startActual }?.order ?? .max
    produce = stages.first { $0.dateField == .productionDate }?.order ?? .max
  }

  /// From 1; 0 for a project without a stage.
  package func order(of stage: String?) -> Int { stage.flatMap { orders[$0] } ?? 0 }

  /// The stage a project was in by the end of a day `yyyymmdd`, as far as its dates tell: below the first
  /// stage that it entered later, the last one that it entered before. Nil where it was in another than now
  /// and nobody says in which. A stage without a date is taken for the one it is in now.
  package func stage(of record: Record, by day: Int) -> String? {
    let present = record.reference(.stage)
    let passed = stages.filter { $0.order <= order(of: present) }
    func entered(_ stage: Stage) -> Int? {
      guard let field = stage.dateField, case .date(let date) = record[field] else { return nil }
      return date.firstDay
    }
    guard let later = passed.firstIndex(where: { entered($0).map { $0 > day } ?? false })
    else { return present }
    return passed[..<later].last { entered($0) != nil }?.code
  }
}
