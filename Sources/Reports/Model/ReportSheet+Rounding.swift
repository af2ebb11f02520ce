/// Figures are printed rounded, so an exact total may differ from the sum of the printed figures.
extension ReportSheet {
  /// Whether a printed total differs from the sum of the printed figures above it.
  var hasRoundingGap: Bool {
    rows.contains { row in
      row.cells.enumerated().contains { column, cell in
        guard case .formula(let formula, let total) = cell.content, let scale = cell.style.scale,
          let match = formula.wholeMatch(of: /=SUBTOTAL\(9,[A-Z]+(\d+):[A-Z]+(\d+)\)/),
          let first = Int(match.1), let last = Int(match.2), first <= last
        else { return false }
        let printed = rows[(first - 1)..<last].reduce(0.0) { sum, row in
          guard row.cells.indices.contains(column),
            case .number(let number) = row.cells[column].content
          else { return sum }
          return sum + (number * scale).rounded()
        }
        return printed != (total * scale).rounded()
      }
    }
  }
}

extension ReportStyle {
  /// The number of last printed decimals in one unit; nil if the style is not a sum.
  fileprivate var scale: Double? {
    switch self {
    case .wan, .sectionWan, .totalWan: 1
    case .yi, .sectionYi, .totalYi: 100
    default: nil
    }
  }
}
