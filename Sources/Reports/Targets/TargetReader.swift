import Ledger

/// Measures the year's targets: from the ledger where it can, from reported figures where it must.
package struct TargetReader {
  private let source: BookSource
  private let figures: [ProjectFigures]
  private let industries: Industries
  /// The end of the book's month: what was signed later is another month's.
  private let end: Int?

  package init(_ source: BookSource) {
    self.source = source
    figures = source.figures
    industries = Industries(source.catalogue)
    end = source.month.map { PlannedWorks.end(ofMonth: $0, year: source.year) }
  }

  /// Those of the book's year; none before they are handed down.
  package var all: [TargetProgress] { source.catalogue.targets(of: source.year).map(progress) }

  /// The projects that count for a target in the book's year, and by which rule: as it is handed down, else
  /// as it was measured before.
  func progress(of code: String) -> TargetProgress? {
    source.catalogue.target(code, inOrDraftedFor: source.year).map(progress)
  }

  /// How far one target has come.
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
    let (counted, undecided) = measure.choose(from: figures, industries, through: end)
    return made(
      target, Double(counted.count), "\(measure.words(source.catalogue))数", undecided, counted)
  }

  private func sum(_ target: Target, _ measure: Measure) -> TargetProgress {
    let (counted, undecided) = measure.choose(from: figures, industries, through: end)
    return made(
      target, measure.sum(counted).flatMap { value($0, in: target.unit) },
      "\(measure.words(source.catalogue))\(label(measure))之和", undecided, counted)
  }

  /// One sum as a share of another target's.
  private func ratio(_ target: Target, _ measure: Measure) -> TargetProgress {
    let part = measure.part.map(Measure.init) ?? measure
    let whole = target.measure["whole"]?.text
      .flatMap { source.catalogue.target($0, inOrDraftedFor: target.year) }
      .map { Measure($0.measure) }
    let (counted, undecided) = part.choose(from: figures, industries, through: end)
    let all = whole.flatMap { $0.sum($0.choose(from: figures, industries, through: end).counted) }
    // Nobody's figure of the part beside a known whole is no zero while industries are unknown.
    let own = part.sum(counted) ?? (undecided == 0 && all != nil ? .zero : nil)
    let share = own.flatMap { own in
      all.flatMap { $0.fen > 0 ? Double(own.fen) / Double($0.fen) * 100 : nil }
    }
    return made(
      target, share,
      "\(part.words(source.catalogue))\(label(part))，占\(whole?.words(source.catalogue) ?? "全部")的比重",
      undecided, counted)
  }

  /// The year's sum against the same months of the base year, which somebody reports.
  private func growth(_ target: Target, _ measure: Measure) -> TargetProgress {
    let (counted, undecided) = measure.choose(from: figures, industries, through: end)
    let year = measure.baseYear ?? source.year - 1
    let span = source.month.flatMap { $0 == 12 ? nil : Period.months(year, 1, $0) }
    let base = source.catalogue.figures(of: target.code).last { figure in
      span.map { figure.period == $0 } ?? (figure.period == Period.year(year))
    }
    let now = measure.sum(counted)
    let rate = base?.money.flatMap { base in
      now.flatMap { base.fen > 0 ? Double($0.fen - base.fen) * 100 / Double(base.fen) : nil }
    }
    let words = base.map { "\($0.value)\($0.unit)（\($0.basis)）" } ?? "未报"
    let months = span.map { $0.isMonth ? "1月" : "1-\($0.lastMonth)月" } ?? "全年"
    return made(
      target, rate,
      "\(measure.words(source.catalogue))\(label(measure))之和，比\(year)年\(months)基数（\(words)）增长",
      undecided, counted)
  }

  /// The latest figure reported for the year, not past the book's month.
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
      source: figure.map { "上报（\($0.period.text)，\($0.basis)）" } ?? "未报",
      rule: "由牵头单位上报", month: reach ?? source.month, projects: [])
  }

  private func made(
    _ target: Target, _ value: Double?, _ rule: String, _ undecided: Int,
    _ projects: [ProjectFigures]
  ) -> TargetProgress {
    let doubt = undecided == 0 ? "" : "；另有\(undecided)项未填所需字段，未计入"
    return TargetProgress(
      target, value: value, source: "台账计算", rule: rule + doubt, month: source.month,
      projects: projects)
  }

  private func value(_ money: Money, in unit: String) -> Double? {
    MoneyUnit(rawValue: unit).map { money.double(in: $0) }
  }

  private func label(_ measure: Measure) -> String {
    measure.field == .done ? "\(source.year)年完成投资" : measure.field?.label ?? ""
  }
}
