import Ledger
import Spreadsheet
import SpreadsheetWriting
import Wording

/// Rows common to all books.
extension ReportSheet {
  /// The title across the whole table, with marks above it: 密级, 附件1.
  mutating func addTitle(_ title: String, below marks: [String] = []) {
    for mark in marks { addMerged(mark, .annex, height: 28) }
    addMerged(title, .title, height: 38)
  }

  /// The row below the title: date of the data on the left, the unit on the right.
  mutating func addNotes(_ edition: BookEdition, unit: String) {
    let last = widths.count - 1
    var cells = [ReportCell](repeating: ReportCell(.blank, .noteLeft), count: last + 1)
    cells[0] = .text(edition.note, .noteLeft)
    cells[last] = .text(unit.isEmpty ? nil : "单位：\(unit)", .noteRight)
    add(cells, height: 20)
    settleNotes(of: rows.count - 1, to: last)
  }

  /// Divides the columns up to `last` between the two notes of a row.
  mutating func settleNotes(of row: Int, to last: Int) {
    guard case .text(let note) = rows[row].cells[0].content,
      let right = rows[row].cells.lastIndex(where: { $0.style == .noteRight })
    else { return }
    // Half of the table, or as much as the note needs at 12 points.
    let need = Double(ColumnWidth.units(note) + 2) * 12 / 10.5
    var split = max(1, last / 2)
    while split < last, widths[..<split].reduce(0, +) < need { split += 1 }
    merges.removeAll { $0.row == row }
    merges += [
      Merge(row: row, lastRow: row, columns: 0...(split - 1)),
      Merge(row: row, lastRow: row, columns: split...last),
    ]
    rows[row].cells.swapAt(split, right)
  }

  /// 口径说明: what the numbers are about and how they are counted, numbered.
  ///
  /// Call it once the columns have their widths, because captions get the height they need.
  mutating func addCaptions(_ edition: BookEdition, _ more: [String] = []) {
    if let signature = edition.making.imprint.signature {
      addMerged(signature, .noteRight, height: 28)
    }
    let held = edition.held.map { [$0.caption] } ?? []
    let rounding = hasRoundingGap ? ["数字按显示的位数四舍五入，合计与各项之和的差是尾差"] : []
    let captions = ([edition.basis] + more + held + rounding).enumerated().map {
      "\($0 + 1)．\($1.withoutSpacesAtDigits)。"
    }
    let heading = "口径说明："
    let leading = 1.45
    func height(_ text: String) -> Double { mergedHeight(text, fontSize: 10.5, leading: leading) }
    // Indented under one another, unless a wrapped line would begin left of them.
    let areShort = captions.allSatisfy { height(heading + $0) < 2 * 10.5 * leading }
    for (index, caption) in captions.enumerated() {
      let text = (index == 0 ? heading : areShort ? "　　　　　" : "") + caption
      addMerged(text, .caption, height: height(text))
    }
  }

  /// A row stating that there is nothing to list.
  mutating func addNothing(_ text: String) {
    nothing = text
    addMerged(text, .nothing, height: 30)
  }

  /// A total labelled across the first columns, with sums as formulas that skip subtotals.
  mutating func addTotal(
    _ label: String, labelColumns: ClosedRange<Int>, sums: [(column: Int, sum: Money?)],
    rate: (column: Int, rate: Double?, done: Int, plan: Int), rows summed: ClosedRange<Int>,
    _ family: StyleFamily
  ) {
    var cells = [ReportCell](repeating: ReportCell(.blank, family.text), count: widths.count)
    cells[labelColumns.lowerBound] = .text(label, family.text)
    for (column, sum) in sums {
      cells[column] = .subtotal(sum?.double(in: .wanYuan), column, summed, family.wan)
    }
    cells[rate.column] = .rate(
      rate.rate, rate.column, of: rate.done, in: rate.plan, summed, family.rate)
    merges.append(Merge(row: rows.count, lastRow: rows.count, columns: labelColumns))
    add(cells, height: 24)
  }
}

extension ReportCell {
  /// The sum of the rows of a column, as a formula that follows a filter; blank if unknown.
  static func subtotal(
    _ sum: Double?, _ column: Int, _ rows: ClosedRange<Int>, _ style: ReportStyle
  ) -> ReportCell {
    guard let sum else { return ReportCell(.blank, style) }
    let letters = CellReference.letters(column)
    let range = "\(letters)\(rows.lowerBound + 1):\(letters)\(rows.upperBound + 1)"
    return ReportCell(.formula("=SUBTOTAL(9,\(range))", sum), style)
  }

  /// One column's share of another over the rows that have a rate of their own, as a formula that follows a filter;
  /// blank if unknown. Rows of projects are numbered in the first column, rows of sections are not.
  static func rate(
    _ rate: Double?, _ column: Int, of part: Int, in whole: Int, _ rows: ClosedRange<Int>,
    _ style: ReportStyle
  ) -> ReportCell {
    guard let rate else { return ReportCell(.blank, style) }
    func range(_ column: Int) -> String {
      let letters = CellReference.letters(column)
      return "\(letters)\(rows.lowerBound + 1):\(letters)\(rows.upperBound + 1)"
    }
    let first = "\(CellReference.letters(column))\(rows.lowerBound + 1)"
    let isShown = "SUBTOTAL(3,OFFSET(\(first),ROW(\(range(column)))-ROW(\(first)),0))"
    let sums = [part, whole].map {
      "SUMPRODUCT(\(isShown)*ISNUMBER(\(range(0))),\(range($0)))"
    }
    return ReportCell(
      .formula("=IFERROR(\(sums.joined(separator: "/")),\"\")", rate), style)
  }

  /// A count; blank if zero.
  static func countOrBlank(_ count: Int, _ style: ReportStyle = .count) -> ReportCell {
    count == 0 ? ReportCell(.blank, style) : .count(count, style)
  }
}

/// Related styles: a section's or a total's.
enum StyleFamily {
  case section
  case total

  var text: ReportStyle { self == .section ? .sectionText : .totalText }
  var wan: ReportStyle { self == .section ? .sectionWan : .totalWan }
  var rate: ReportStyle { self == .section ? .sectionRate : .totalRate }
}

extension String {
  /// The text as printed tables write it: 按1项计, without a space between a number and a word.
  package var withoutSpacesAtDigits: String {
    let characters = Array(self)
    return String(
      characters.indices.filter { index in
        guard characters[index] == " ", index > 0, index + 1 < characters.count else { return true }
        let (before, after) = (characters[index - 1], characters[index + 1])
        return !(before.isASCIIDigit && after.isWide || before.isWide && after.isASCIIDigit)
      }.map { characters[$0] })
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
  fileprivate var isWide: Bool { ColumnWidth.units(String(self)) == 2 }
}
