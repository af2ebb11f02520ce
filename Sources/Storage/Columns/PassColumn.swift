import Engine
import Ledger

/// Whether each project satisfies a condition of a filter besides facets.
final class PassColumn: KeptColumn, @unchecked Sendable {
  @exclusivity(unchecked) private(set) var passes: [Bool]
  private let restriction: FilterRestriction
  private let measure: LightMeasure
  private var figures: FigureReader
  private var judge: (any RowJudge)?

  init(
    _ restriction: FilterRestriction, _ measure: LightMeasure, _ figures: FigureReader, count: Int
  ) {
    (self.restriction, self.measure, self.figures) = (restriction, measure, figures)
    passes = Array(repeating: false, count: count)
  }

  private init(
    _ restriction: FilterRestriction, _ measure: LightMeasure, _ figures: FigureReader,
    passes: [Bool]
  ) {
    (self.restriction, self.measure, self.figures) = (restriction, measure, figures)
    self.passes = passes
  }

  override var isAlone: Bool { true }

  override func prepare(
    _ context: FacetContext, among: SQLCondition?, _ query: inout ScanQuery
  ) throws {
    query = try ScanQuery([restriction], context.session)
    judge = restriction.judge(measure, year: figures.year, &query)
  }

  override func read(_ row: any Statement, at place: Int) throws {
    passes[place] = try judge?.passes(row, &figures) ?? true
  }

  override func holds(_ place: Int, as later: KeptColumn, _ other: Int) -> Bool {
    passes[place] == (later as? PassColumn)?.passes[other]
  }

  override func moved(_ move: RowMove) -> KeptColumn {
    PassColumn(restriction, measure, figures, passes: move(passes, blank: false))
  }
}
