import Ledger
import Machine
import Spreadsheet

/// Classifies each row below a header; the first matching kind wins.
struct RowClassifier {
  let grid: Grid
  let band: HeaderBand
  let columns: [TableColumn]
  private let serialColumn: Int?
  private let nameColumn: Int?
  private let mapped: Set<Int>
  private let labels: LabelRowReader
  private let serials: SerialColumn?

  /// A row taken alone: its kind, nil for a blank row, or a label that the rows around it decide.
  enum Outcome {
    case kind(RowKind?)
    case label(LabelRow)
  }

  /// `rows` are the rows below the header.
  init(
    grid: Grid, band: HeaderBand, rows: [Row], columns: [TableColumn], sections: SectionReader
  ) {
    self.grid = grid
    self.band = band
    self.columns = columns
    serialColumn = columns.first { $0.meaning == .sequence }?.index
    nameColumn = columns.first { $0.meaning.namesProjects }?.index
    mapped = Set(columns.filter { $0.meaning != .unmapped && $0.meaning != .sequence }.map(\.index))
    // A 核对表 has no section headings: a row added below its rows is a new project.
    let isOwnBook = columns.contains { $0.meaning == .mark }
    serials =
      isOwnBook ? nil : SerialColumn(rows: rows, serial: serialColumn, name: nameColumn)
    labels = LabelRowReader(
      sections: sections, columns: columns, firstColumn: columns.map(\.index).min(),
      serialColumn: serialColumn, nameColumn: nameColumn)
  }

  var hasSerialColumn: Bool { serialColumn != nil }

  /// The outcome of a row that is not blank.
  func outcome(of row: Row) -> Outcome {
    if row.isHidden { return .kind(.hidden) }
    if isPlainProject(row) { return .kind(.project) }
    if band.isRepeated(by: row, in: grid) { return .kind(.repeatedHeader) }
    let texts: [LabelRowReader.Stated] = row.cells
      .map { ($0.column, $0.value, CellText.raw(of: $0.value)) }
      .filter { !$0.2.isEmpty }
    guard let first = texts.first else { return .kind(.note) }
    if isColumnNumbers(texts.map(\.text)) { return .kind(.columnNumbers) }
    if Self.isExample(first.text) { return .kind(.example) }
    func text(in column: Int?) -> String? {
      guard let column else { return nil }
      return texts.first { $0.column == column }?.text ?? textFromAbove(row.number, column)
    }
    let serial = text(in: serialColumn)
    let name = text(in: nameColumn)
    if let kind = totalKind([serial, name, first.text]) { return .kind(kind) }
    let hasSerial = isSerialNumber(serial)
    let isNote = FootnoteWords.areFootnote(first.text) || isFiller(texts)
    let otherwise = isNote ? .footnote : plainKind(row, texts, serial: serial, name: name)
    if !hasSerial,
      let label = labels.read(
        row.number, texts,
        mayLackSerial: !isNote && !isPartOfMerge(row) && serials?.isUsual ?? false,
        otherwise: otherwise)
    {
      return .label(label)
    }
    return .kind(otherwise)
  }

  /// The kind of a row whose words make it neither heading nor note: nil for a bare serial number, or one with
  /// blank marks only.
  private func plainKind(
    _ row: Row, _ texts: [LabelRowReader.Stated], serial: String?, name: String?
  ) -> RowKind? {
    let hasSerial = isSerialNumber(serial)
    if texts.count == 1 {
      if texts[0].column == serialColumn, hasSerial, !isPartOfMerge(row) { return nil }
      if !hasSerial, mapped.count > 1, !isPartOfMerge(row) { return .footnote }
    }
    // 1 | 无 | / means that a section has no projects.
    let isSaid = texts.contains { $0.column != serialColumn && !CellText.isBlank($0.text) }
    if !isSaid { return nil }
    if name != nil { return .project }
    let others = texts.count { mapped.contains($0.column) }
    return hasSerial && others >= 2 ? .project : .footnote
  }

  // MARK: Kinds

  /// Whether the row is a usual project, decided without reading all cells: its serial cell has a
  /// number, and its name is not a total's.
  private func isPlainProject(_ row: Row) -> Bool {
    guard let serialColumn, let nameColumn, !row.cells.isEmpty,
      row.cells.column(at: 0) == serialColumn, isPlainNumber(row.cells, at: 0),
      let position = row.cells.position(of: nameColumn)
    else { return false }
    return row.cells.withText(at: position) { isPlainName($0, alone: row.cells.count <= 2) }
      ?? false
  }

  /// Whether a name is no column mark, no filler beside a bare serial number, not blank and no total.
  private func isPlainName(_ name: Span<UInt8>, alone: Bool) -> Bool {
    guard name.count >= 3, name[0] > 0xE3,
      !Self.columnMarks.contains(Self.firstThree(of: name)),
      !alone || !Self.fillerMarks.contains(Self.firstThree(of: name)),
      name.count > 12 || !CellText.isBlank(String(decoding: name))
    else { return false }
    return !Self.sumMark.isPart(of: name)
      || totalKind([CellText.unified(String(decoding: name))]) == nil
  }

  /// Whether a cell is a number or a text of digits only.
  private func isPlainNumber(_ cells: Cells, at position: Int) -> Bool {
    let isDigits = cells.withText(at: position) { text in
      for index in text.indices where !(0x30...0x39).contains(text[index]) { return false }
      return !text.isEmpty
    }
    if let isDigits { return isDigits }
    if case .number = cells[position].value { return true }
    return false
  }

  /// Whether there are four or more cells with 1, 2, 3 … or 甲, 乙 …, perhaps after 栏次; a column may
  /// be missing or state its formula (5=3+4).
  private func isColumnNumbers(_ texts: [String]) -> Bool {
    let lead = texts.first.map { ["栏次", "列次", "栏号", "列号", "序号"].contains($0) } ?? false
    let numbers = lead ? texts.dropFirst() : texts[...]
    guard numbers.count >= 4 else { return false }
    // Any order counts: a column may have been moved with its number.
    var seen: Set<Int> = []
    for text in numbers {
      let bare = TextFolding.halfWidth(text).trimming { "()".contains($0) }
      if "甲乙丙丁戊己庚辛".contains(bare), bare.count == 1 { continue }
      guard let number = Int(bare.prefix { $0 != "=" }),
        (1...max(columns.count, 1)).contains(number),
        seen.insert(number).inserted
      else { return false }
    }
    return seen.isEmpty || seen.contains(1)
  }

  /// Whether a text is 例, 示例, 样例 alone, numbered, or before a colon; 示例产业园项目 is a project's name.
  private static func isExample(_ text: String) -> Bool {
    let folded = TextFolding.halfWidth(text).filter { !$0.isWhitespace }.trimming {
      "()".contains($0)
    }
    for word in ["例", "示例", "样例", "填写示例", "填报示例"] where folded.hasPrefix(word) {
      let rest = folded.dropFirst(word.count)
      if rest.first == ":" || rest.allSatisfy({ "0123456789一二三四五、.".contains($0) }) { return true }
    }
    return false
  }

  /// The kind of a total row: 合计 and similar words begin a total; 小计 begins or ends a subtotal.
  private func totalKind(_ labels: [String?]) -> RowKind? { Self.totalKind(labels) }

  /// The kind of a total row with one of these labels, wherever they are.
  static func totalKind(_ labels: [String?]) -> RowKind? {
    for label in labels {
      // Every word for a sum contains this character, and few names do.
      guard let label, sumMark.isPart(of: label) else { continue }
      let text = label.filter { !$0.isWhitespace }
      if ["合计", "总计", "共计", "全市合计", "全市总计"].contains(where: { text.hasPrefix($0) }) {
        return .total
      }
      let bare = text.prefix { !"（(:：".contains($0) }
      if text.hasPrefix("小计") || bare.hasSuffix("小计") { return .subtotal }
    }
    return nil
  }

  /// 甲, 乙 …, which mark columns.
  private static let columnMarks = firstThree(ofEach: "甲乙丙丁戊己庚辛")

  /// The beginnings of 以下空白, 此页无正文 and their bracketed forms.
  private static let fillerMarks = firstThree(ofEach: "以此（")

  private static func firstThree(ofEach marks: String) -> [UInt32] {
    marks.map { firstThree(of: Array($0.utf8).span) }
  }

  /// The first three bytes of a text as one number.
  private static func firstThree(of text: Span<UInt8>) -> UInt32 {
    UInt32(text[0]) << 16 | UInt32(text[1]) << 8 | UInt32(text[2])
  }

  private static let sumMark = WordList(["计"])

  /// Whether a row is 以下空白 beside a bare serial number.
  private func isFiller(_ texts: [LabelRowReader.Stated]) -> Bool {
    texts.count == 2 && texts[0].column == serialColumn && texts[1].column == nameColumn
      && FootnoteWords.areFiller(texts[1].text)
  }

  /// Whether a tall merge of a mapped column, begun above, reaches into this row.
  private func isPartOfMerge(_ row: Row) -> Bool {
    grid.hasTallMerges && mapped.contains { grid.tallMerge(row: row.number, column: $0) != nil }
  }

  /// The text of a cell merged down into a row.
  private func textFromAbove(_ row: Int, _ column: Int) -> String? {
    guard grid.hasTallMerges, let merge = grid.tallMerge(row: row, column: column) else {
      return nil
    }
    let text = grid.text(row: merge.firstRow, column: merge.firstColumn)
    return text.isEmpty ? nil : text
  }

  /// Whether a text is a serial number; 一, 二, 三 count if the rows have no others.
  private func isSerialNumber(_ text: String?) -> Bool {
    guard let text else { return false }
    return Self.isSerial(text)
      || HeadingNumber.alone(text) == .chinese && serials?.isChinese ?? false
  }

  /// Whether a text looks like 1, 12, 3-1, 3.2, 4、, （5）.
  static func isSerial(_ text: String?) -> Bool {
    guard let text else { return false }
    let bare = TextFolding.halfWidth(text).trimming { "()、 ".contains($0) }
    guard let first = bare.first, first.isASCII, first.isNumber else { return false }
    return bare.allSatisfy { ($0.isASCII && $0.isNumber) || "-.—–".contains($0) }
  }
}
