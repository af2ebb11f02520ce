/// The order of stages, and where works begin and production does.
package struct StageOrder: Hashable, Sendable {
  private let orders: [String: Int]
  /// The order of the stage that `start_actual` dates.
  package let start: Int
  /// The order of the stage that `production_date` dates.
  package let produce: Int

  package init(_ catalogue: Catalogue) {
    let stages = catalogue.stages
    orders = Dictionary(stages.map { ($0.code, $0.order) }) { first, _ in first }
    start = stages.first { $0.dateField == .startActual }?.order ?? .max
    produce = stages.first { $0.dateField == .productionDate }?.order ?? .max
  }

  /// From 1; 0 for a project without a stage.
  package func order(of stage: String?) -> Int { stage.flatMap { orders[$0] } ?? 0 }
}
