import Ledger

/// A figure before and after, of two days or of two months.
struct ComparedFigure {
  let label: String
  let before: Double?
  let after: Double?
  let style: ReportStyle

  static func count(_ label: String, _ before: Int, _ after: Int) -> ComparedFigure {
    ComparedFigure(label: label, before: Double(before), after: Double(after), style: .count)
  }

  /// Sums in 亿元.
  static func yi(_ label: String, _ before: Money?, _ after: Money?) -> ComparedFigure {
    ComparedFigure(
      label: label, before: before?.double(in: .yiYuan), after: after?.double(in: .yiYuan),
      style: .yi)
  }

  /// The table of such figures, with their difference; blank if neither side states one.
  static func table(_ before: String, _ after: String) -> ReportTable<ComparedFigure> {
    ReportTable(columns: [
      .text("指标", 28...34) { $0.label },
      .cell(before, 16...18) { .number($0.before, $0.style) },
      .cell(after, 16...18) { .number($0.after, $0.style) },
      .cell("增减", 16...18) { figure in
        figure.before == nil && figure.after == nil
          ? .text(nil) : .number((figure.after ?? 0) - (figure.before ?? 0), figure.style)
      },
    ])
  }
}
