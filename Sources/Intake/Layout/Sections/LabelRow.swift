import Ledger
import Spreadsheet

/// A row with a label and otherwise only sums, counts and dashes: a heading, a memo line, a note,
/// or a project. The rows around it decide.
struct LabelRow {
  let row: Int
  /// The number before the label, in its cell or the previous one.
  let number: HeadingNumber?
  /// The label without its number.
  let words: String
  /// The context that the label sets.
  let context: SectionReader.Context
  /// Whether the label or a cell beside it has a sum or a count.
  let statesFigures: Bool
  /// Whether a unit is beside the label: 由市商务局牵头.
  let namesUnitBeside: Bool
  /// Whether it begins with 其中.
  let isOfWhich: Bool
  /// Whether a missing serial number makes it a heading: the table numbers its projects, and nothing
  /// else speaks against a heading.
  let mayLackSerial: Bool
  /// The row's kind if it is neither heading nor memo; nil for a blank row.
  let otherwise: RowKind?
}

/// Recognises label rows.
struct LabelRowReader {
  let sections: SectionReader
  let columns: [TableColumn]
  let firstColumn: Int?
  let serialColumn: Int?
  let nameColumn: Int?

  /// A cell that is not empty.
  typealias Stated = (column: Int, value: CellValue, text: String)

  /// The label row; nil for a row with more content. The row's serial cell holds no serial number.
  func read(
    _ row: Int, _ cells: [Stated], mayLackSerial: Bool, otherwise: RowKind?
  ) -> LabelRow? {
    var rest = cells.filter { !CellText.isBlank($0.text) }[...]
    guard var label = rest.popFirst(), !Self.isFigure(label) else { return nil }
    var (number, words) = HeadingNumber.split(label.text)
    if number != nil, words.isEmpty {
      if label.column == serialColumn, number?.mayBeSerial ?? false { return nil }
      guard let next = rest.popFirst(), !Self.isFigure(next) else { return nil }
      label = next
      words = HeadingNumber.split("一、" + next.text).words
    } else {
      guard [firstColumn, serialColumn, nameColumn].contains(label.column) else { return nil }
      if number?.mayBeSerial ?? false, serialColumn == nil { (number, words) = (nil, label.text) }
      if words == "其中", let next = rest.first, !Self.isFigure(next) {
        rest.removeFirst()
        words += next.text
      }
    }
    var statesFigures = SectionReader.count(in: words) != nil
    var units: [String] = []
    for cell in rest {
      if Self.isFigure(cell) || SectionReader.isCountAlone(cell.text) {
        statesFigures = true
      } else {
        units.append(cell.text)
      }
    }
    // Most rows are projects, and end here; the context of their names is looked up last.
    guard units.count <= 1, units.allSatisfy(sections.isUnit) else { return nil }
    let context = sections.context(of: words)
    guard units.isEmpty || number != nil || !context.isEmpty else { return nil }
    return LabelRow(
      row: row, number: number, words: words, context: context, statesFigures: statesFigures,
      namesUnitBeside: !units.isEmpty, isOfWhich: number == nil && words.hasPrefix("其中"),
      mayLackSerial: mayLackSerial && units.isEmpty, otherwise: otherwise)
  }

  /// Whether a cell is a number, perhaps with a unit, or an error.
  private static func isFigure(_ cell: Stated) -> Bool {
    switch cell.value {
    case .number, .shown, .uncalculated, .error: return true
    case .date, .boolean: return false
    case .text: break
    }
    var bare = TextFolding.halfWidth(cell.text).filter { $0 != "," && $0 != " " && $0 != "%" }
    if ScaledInteger.parse(bare) != nil || CellText.isErrorLiteral(cell.text) { return true }
    bare = bare.trimmingSuffixes(of: ["亿元", "万元", "千元", "元", "亩", "公顷", "人"])
    return ScaledInteger.parse(bare) != nil
  }
}
