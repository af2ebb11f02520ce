import Ledger
import Spreadsheet

/// Rows that every book has.
extension ReportSheet {
  /// The row below the title: date of the data on the left, the unit on the right.
  mutating func addNotes(_ source: BookSource, unit: String) {
    let last = widths.count - 1
    let split = max(1, last / 2)
    var cells = [ReportCell](repeating: ReportCell(.blank, .noteLeft), count: last + 1)
    cells[0] = .text(source.note, .noteLeft)
    cells[split] = .text("单位：\(unit)", .noteRight)
    merges += [
      Merge(row: rows.count, lastRow: rows.count, columns: 0...(split - 1)),
      Merge(row: rows.count, lastRow: rows.count, columns: split...last),
    ]
    add(cells, height: 20)
  }

  /// 口径说明: what the numbers are about and how they are counted.
  mutating func addCaptions(_ source: BookSource, _ more: [String] = []) {
    let basis =
      "\(source.scope)；数据截至\(source.year)年\(source.month)月底，台账第\(source.revision)版"
    for (index, caption) in ([basis] + more).enumerated() {
      addMerged((index == 0 ? "口径说明：" : "　　　　　") + caption + "。", .caption, height: 30)
    }
  }

  /// A total over the first columns, with sums as formulas that leave subtotals out.
  mutating func addTotal(
    _ label: String, labelColumns: ClosedRange<Int>, sums: [(column: Int, sum: Money?)],
    rate: (column: Int, rate: Double?), rows summed: ClosedRange<Int>, _ family: StyleFamily
  ) {
    var cells = [ReportCell](repeating: ReportCell(.blank, family.text), count: widths.count)
    cells[labelColumns.lowerBound] = .text(label, family.text)
    for (column, sum) in sums {
      guard let sum else { continue }
      let letters = CellReference.letters(column)
      let range = "\(letters)\(summed.lowerBound + 1):\(letters)\(summed.upperBound + 1)"
      cells[column] = ReportCell(
        .formula("=SUBTOTAL(9,\(range))", sum.double(in: .wanYuan)), family.wan)
    }
    cells[rate.column] = .number(rate.rate, family.rate)
    merges.append(Merge(row: rows.count, lastRow: rows.count, columns: labelColumns))
    add(cells, height: 24)
  }
}

/// Styles that belong together: a section's or a total's.
enum StyleFamily {
  case section
  case total

  var text: ReportStyle { self == .section ? .sectionText : .totalText }
  var wan: ReportStyle { self == .section ? .sectionWan : .totalWan }
  var rate: ReportStyle { self == .section ? .sectionRate : .totalRate }
}

/// A light as a cell: a coloured mark and always a word.
enum LightCell {
  static func cell(_ light: ProjectLight?, _ rule: LightRule) -> ReportCell {
    guard let light else { return ReportCell(.blank, .centred) }
    let style: ReportStyle =
      switch light.light {
      case .normal: .normal
      case .lagging: .lagging
      case .serious: .serious
      }
    return .text("● " + rule.word(light.light), style)
  }
}
