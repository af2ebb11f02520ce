package import Ledger
package import Storage
import Wording

/// Measures the year's targets: from the ledger where possible, otherwise from reported figures.
package struct TargetReader: Sendable {
  private let source: TargetSource
  private let counts: [Measure: Measured]
  private let measured: @Sendable (Measure) -> Measured

  /// The year and month of the targets.
  package struct TargetSource: Sendable {
    package let catalogue: Catalogue
    package let year: Int
    package let month: Int?
    /// Whether all projects of the city are counted.
    package let isOfAll: Bool

    package init(_ edition: BookEdition) {
      isOfAll = edition.isOfAll
      catalogue = edition.catalogue
      year = edition.year
      month = edition.month
    }

    /// The last day of the month: later signings belong to other months.
    fileprivate var end: Int? { month.map { PlannedWorks.end(ofMonth: $0, year: year) } }
  }

  /// The projects that count for a measure.
  struct Measured {
    let count: Int
    let undecided: Int
    let sum: Money?
    /// Empty if they were only counted.
    var projects: [ProjectFigures] = []
  }

  /// Measures by the projects of a book.
  package init(_ source: BookSource) {
    let target = TargetSource(source.edition)
    let (figures, industries) = (source.figures, Industries(source.catalogue))
    self.source = target
    counts = [:]
    measured = { measure in
      let (counted, undecided) = measure.choose(from: figures, industries, through: target.end)
      return Measured(
        count: counted.count, undecided: undecided, sum: measure.sum(counted), projects: counted)
    }
  }

  /// Measures by projects counted elsewhere: `tallies` is called once for all measures.
  package init(
    _ edition: BookEdition,
    tallies: (ProjectJudgement, _ summing: [Field?]) throws -> [ProjectJudgement.Tally]
  ) rethrows {
    let target = TargetSource(edition)
    source = target
    let measures = Self.measures(target)
    let industries = Industries(target.catalogue)
    let judgement = ProjectJudgement(
      key: "targets \(target.year) \(target.month ?? 0) \(edition.later.key)",
      fields: measures.reduce(into: []) { $0.formUnion($1.fields) },
      answers: { project in
        let record = edition.asOfMonth(project).record
        return measures.map { $0.answer(for: record, industries, through: target.end) }
      })
    let counted = try tallies(judgement, measures.map(\.field))
    counts = Dictionary(
      zip(measures, counted).map { measure, tally in
        (
          measure,
          Measured(count: tally.counted, undecided: tally.undecided, sum: tally.sum)
        )
      }
    ) { one, _ in one }
    measured = { _ in Measured(count: 0, undecided: 0, sum: nil) }
  }

  /// The distinct measures of a year's targets.
  private static func measures(_ source: TargetSource) -> [Measure] {
    var measures: [Measure] = []
    for target in source.catalogue.targets(of: source.year) {
      let own = Measure(target.measure)
      let whole = target.measure["whole"]?.text
        .flatMap { source.catalogue.target($0, inOrDraftedFor: target.year) }
        .map { Measure($0.measure) }
      let asked = own.method == "ratio" ? [own.part.map(Measure.init) ?? own, whole] : [own]
      for measure in asked.compactMap({ $0 }) where own.method != "reported" {
        if !measures.contains(measure) { measures.append(measure) }
      }
    }
    return measures
  }

  private func chosen(_ measure: Measure) -> Measured { counts[measure] ?? measured(measure) }

  /// The progress of the targets of the book's year; empty before they are set.
  package var all: [TargetProgress] { source.catalogue.targets(of: source.year).map(progress) }

  /// The projects that count for a target in the book's year, and the rule: the year's own, else a draft from the
  /// latest earlier year.
  func progress(of code: String) -> TargetProgress? {
    source.catalogue.target(code, inOrDraftedFor: source.year).map(progress)
  }

  /// The progress of one target.
  func progress(_ target: Target) -> TargetProgress {
    let measure = Measure(target.measure)
    return switch measure.method {
    case "count": count(target, measure)
    case "sum": sum(target, measure)
    case "ratio": ratio(target, measure)
    case "growth": growth(target, measure)
    default: reported(target)
    }
  }

  private func count(_ target: Target, _ measure: Measure) -> TargetProgress {
    let counted = chosen(measure)
    return made(
      target, Double(counted.count), "\(measure.words(source.catalogue))数", counted)
  }

  private func sum(_ target: Target, _ measure: Measure) -> TargetProgress {
    let counted = chosen(measure)
    return made(
      target, counted.sum.flatMap { value($0, in: target.unit) },
      "\(measure.words(source.catalogue))\(label(measure))之和", counted)
  }

  /// One sum as a share of another target's.
  private func ratio(_ target: Target, _ measure: Measure) -> TargetProgress {
    let part = measure.part.map(Measure.init) ?? measure
    let whole = target.measure["whole"]?.text
      .flatMap { source.catalogue.target($0, inOrDraftedFor: target.year) }
      .map { Measure($0.measure) }
    let counted = chosen(part)
    let all = whole.flatMap { chosen($0).sum }
    // Without any figure of the part, the share of a known whole is zero only if no industry is unknown.
    let own = counted.sum ?? (counted.undecided == 0 && all != nil ? .zero : nil)
    let share = own.flatMap { own in
      all.flatMap { $0.fen > 0 ? Double(own.fen) / Double($0.fen) * 100 : nil }
    }
    return made(
      target, share,
      "\(part.words(source.catalogue))\(label(part))，占\(whole?.words(source.catalogue) ?? "全部")的比重",
      counted)
  }

  /// The year's sum compared with the same months of the base year, whose sum is reported.
  private func growth(_ target: Target, _ measure: Measure) -> TargetProgress {
    let counted = chosen(measure)
    let year = measure.baseYear ?? source.year - 1
    let span = source.month.flatMap { $0 == 12 ? nil : Period.months(year, 1, $0) }
    let base = source.catalogue.figures(of: target.code).last { figure in
      span.map { figure.period == $0 } ?? (figure.period == Period.year(year))
    }
    let now = counted.sum
    let rate = base?.money.flatMap { base in
      now.flatMap { base.fen > 0 ? Double($0.fen - base.fen) * 100 / Double(base.fen) : nil }
    }
    let words = base.map { "\($0.value)\($0.unit)（\($0.basis)）" } ?? "未报"
    let months = span.map { $0.isMonth ? "1月" : "1-\($0.lastMonth)月" } ?? "全年"
    return made(
      target, rate,
      "\(measure.words(source.catalogue))\(label(measure))之和，比\(year)年\(months)基数（\(words)）增长",
      counted)
  }

  /// The latest figure reported for the year, up to the book's month.
  private func reported(_ target: Target) -> TargetProgress {
    let figure = source.catalogue.figures(of: target.code).last { figure in
      Int(figure.period.year) == target.year
        && (figure.period.isYear || Int(figure.period.lastMonth) <= source.month ?? 12)
    }
    let reach = figure.flatMap { $0.period.isYear ? nil : Int($0.period.lastMonth) }
    return TargetProgress(
      target,
      value: figure.flatMap { figure in
        figure.unit == target.unit
          ? figure.number : figure.money.flatMap { value($0, in: target.unit) }
      },
      source: figure.map { "上报（\($0.period.words)，\($0.basis)）" } ?? "未报",
      rule: "由牵头单位上报", month: reach ?? source.month, projects: [])
  }

  private func made(
    _ target: Target, _ value: Double?, _ rule: String, _ counted: Measured
  ) -> TargetProgress {
    let doubt = counted.undecided == 0 ? "" : "；另有\(counted.undecided)项未填所需字段，未计入"
    return TargetProgress(
      target, value: value, source: source.isOfAll ? "台账计算" : "台账计算（所选项目）",
      rule: rule + doubt, month: source.month, projects: counted.projects,
      isOfChoice: !source.isOfAll)
  }

  private func value(_ money: Money, in unit: String) -> Double? {
    MoneyUnit(rawValue: unit).map { money.double(in: $0) }
  }

  private func label(_ measure: Measure) -> String {
    measure.field == .done ? "\(source.year)年完成投资" : measure.field?.label ?? ""
  }
}
