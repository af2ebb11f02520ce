import Engine
import Ledger

/// The status light of each project.
final class LightColumn: KeptColumn, @unchecked Sendable {
  /// The index of the light among all, from 1; 0 for none.
  @exclusivity(unchecked) private(set) var lights: [UInt8]
  private let measure: LightMeasure
  private var figures: FigureReader
  private var judge: LightJudge?

  init(_ measure: LightMeasure, _ figures: FigureReader, count: Int) {
    (self.measure, self.figures) = (measure, figures)
    lights = Array(repeating: 0, count: count)
  }

  private init(_ measure: LightMeasure, _ figures: FigureReader, lights: [UInt8]) {
    (self.measure, self.figures, self.lights) = (measure, figures, lights)
  }

  static func number(of light: LightRule.Light) -> UInt8 {
    UInt8((LightRule.Light.allCases.firstIndex(of: light) ?? -1) + 1)
  }

  override func prepare(
    _ context: FacetContext, among: SQLCondition?, _ query: inout ScanQuery
  ) throws {
    judge = LightJudge([], measure, &query)
  }

  override func read(_ row: any Statement, at place: Int) throws {
    lights[place] = try judge?.light(row, &figures).map(Self.number) ?? 0
  }

  override func moved(_ move: RowMove) -> KeptColumn {
    LightColumn(measure, figures, lights: move(lights, blank: 0))
  }

  override func holds(_ place: Int, as later: KeptColumn, _ other: Int) -> Bool {
    (later as? LightColumn).map { $0.lights[other] == lights[place] } ?? false
  }
}
