import Ledger
import Spreadsheet

/// Recognition by content of columns with an unknown header or none: project codes, credit codes or telephone
/// numbers.
enum ColumnContent {
  /// The columns with those recognised by their cells, and a finding at the header of each.
  static func known(
    _ columns: [TableColumn], _ kinds: RowKinds, _ band: HeaderBand, in grid: Grid
  ) -> ([TableColumn], [Finding]) {
    let named = columns.count
    var columns = columns + unnamed(beside: columns, kinds, in: grid)
    let open = columns.indices.filter {
      columns[$0].isUnknown && ($0 >= named || !columns[$0].path.isEmpty)
    }
    if open.isEmpty { return (columns, []) }
    var findings: [Finding] = []
    var taken = Set(columns.flatMap { $0.meaning.wholeFields })
    for (index, counts) in zip(open, counts(of: open.map { columns[$0].index }, kinds, in: grid)) {
      guard let field = counts.field, taken.insert(field).inserted else { continue }
      columns[index].meaning = .field(field)
      columns[index].isUnknown = false
      let (cell, label) = band.leaf(ofColumn: columns[index].index, in: grid)
      findings.append(
        Finding(
          .columnByContent, sheet: grid.sheet.name, cell: cell, raw: label, field: FieldKey(field)))
    }
    // A column without header whose content is not recognised is not part of the table.
    let kept = columns.prefix(named) + columns.dropFirst(named).filter { !$0.isUnknown }
    return (kept.sorted { $0.index < $1.index }, findings)
  }

  /// The visible columns without header that have content in the first 40 project rows.
  private static func unnamed(
    beside columns: [TableColumn], _ kinds: RowKinds, in grid: Grid
  ) -> [TableColumn] {
    let named = Set(columns.map(\.index))
    var unnamed: Set<Int> = []
    for row in grid.sheet.passedRows.lazy.filter({ kinds[$0.number] == .project }).prefix(40) {
      let stated = row.cells.indices.map { row.cells.column(at: $0) }
      unnamed.formUnion(stated.filter { !named.contains($0) })
    }
    return unnamed.filter { index in !grid.sheet.hiddenColumns.contains { $0.contains(index) } }
      .sorted().map { index in
        TableColumn(
          index: index, path: [], meaning: .unmapped, unit: nil, isForeignCurrency: false,
          isHidden: false, isUnknown: true)
      }
  }

  /// The number of cells of a column with content, and how many of them are numbers of each kind.
  private struct Counts {
    var stated = 0
    var codes = 0
    var creditCodes = 0
    var phones = 0

    /// Whether enough cells were read to give up on a column.
    var isHopeless: Bool { stated >= 40 && max(codes, creditCodes, phones) * 2 < stated }

    /// The field that at least three cells and four of five match.
    var field: Field? {
      [(codes, Field.code), (creditCodes, .ownerUSCC), (phones, .phone)].first { count, _ in
        count >= 3 && count * 5 >= stated * 4
      }?.1
    }

    mutating func add(_ text: String) {
      stated += 1
      if ProjectCode(text).canonical != nil {
        codes += 1
      } else if CreditCode(text).isValid {
        creditCodes += 1
      } else if PhoneNumber.isOne(text) {
        phones += 1
      }
    }
  }

  private static func counts(of columns: [Int], _ kinds: RowKinds, in grid: Grid) -> [Counts] {
    var counts = columns.map { _ in Counts() }
    var open = Array(columns.indices)
    for row in grid.sheet.passedRows where kinds[row.number] == .project {
      for index in open {
        guard let value = row[column: columns[index]] else { continue }
        let text = CellText.raw(of: value)
        if !CellText.isBlank(text) { counts[index].add(text) }
      }
      open.removeAll { counts[$0].isHopeless }
      if open.isEmpty { break }
    }
    return counts
  }
}

/// Telephone numbers.
enum PhoneNumber {
  /// Whether a text is a mobile number or one with its area code, or several of them.
  static func isOne(_ text: String) -> Bool {
    let numbers = TextFolding.halfWidth(text).split { "、,;/".contains($0) }
    return !numbers.isEmpty
      && numbers.allSatisfy { number in
        var digits = number.filter { !"-() —".contains($0) }
        if digits.hasPrefix("+86") { digits.removeFirst(3) }
        guard digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return false }
        let isMobile =
          digits.count == 11 && digits.hasPrefix("1") && digits.dropFirst().first ?? "0" > "2"
        return isMobile || digits.hasPrefix("0") && (10...12).contains(digits.count)
      }
  }
}

extension ColumnMeaning {
  /// The fields that the column fills.
  fileprivate var wholeFields: [Field] {
    switch self {
    case .field(let field): [field]
    case .contactAndPhone: [.contact, .phone]
    case .nameAndCode: [.name, .code]
    case .nameAndContent: [.name, .content]
    default: []
    }
  }
}

extension HeaderBand {
  /// The cell and text of a column's leaf label; of a merged label the first cell.
  func leaf(ofColumn column: Int, in grid: Grid) -> (cell: String, text: String) {
    let merges = grid.merges(in: rows)
    for row in rows.reversed() {
      let merge = merges.first { $0.contains(row: row, column: column) }
      let place = (row: merge?.firstRow ?? row, column: merge?.firstColumn ?? column)
      let text = grid.text(row: place.row, column: place.column)
      if text.isEmpty || HeaderLabel(text).isUnitOnly { continue }
      return (CellReference.name(row: place.row, column: place.column), text)
    }
    return (CellReference.name(row: rows.upperBound, column: column), "")
  }

  /// Findings for labels that contain Unicode noncharacters.
  func findings(in grid: Grid) -> [Finding] {
    rows.flatMap { row in
      (grid.row(row)?.cells ?? []).compactMap { cell in
        guard case .text(let text) = cell.value else { return nil }
        let unified = UnifiedText(text)
        return unified.hadNoncharacters
          ? Finding(
            .textCharacters, sheet: grid.sheet.name,
            cell: CellReference.name(row: row, column: cell.column), raw: unified.text) : nil
      }
    }
  }
}
