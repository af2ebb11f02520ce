/// The order of stages, and where construction and production begin.
package struct StageOrder: Hashable, Sendable {
  private let stages: [Stage]
  private let orders: [String: Int]
  /// The order of the stage whose date is `start_actual`.
  package let start: Int
  /// The order of the stage whose date is `production_date`.
  package let produce: Int

  package init(_ catalogue: Catalogue) {
    stages = catalogue.stages
    orders = Dictionary(stages.map { ($0.code, $0.order) }) { first, _ in first }
    start = stages.first { $0.dateField == .startActual }?.order ?? .max
    produce = stages.first { $0.dateField == .productionDate }?.order ?? .max
  }

  /// The order of a stage, from 1; 0 for none.
  package func order(of stage: String?) -> Int { stage.flatMap { orders[$0] } ?? 0 }

  /// The stage of a project at the end of a day `yyyymmdd`, derived from its dates: the last stage entered
  /// by then, below the first one entered later. Nil if it was in another stage than now, but no date tells
  /// which. Without later dates it is the current stage.
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
