import Ledger
import Spreadsheet

/// Finds the form on a sheet: at least three known labels with values in two or more rows, one of them
/// the project's name, and no second name below.
struct FormFinder {
  let grid: Grid
  let reader: HeaderReader

  /// A text, its cell, and the column where the next cell begins.
  private struct Stated {
    let place: Form.Place
    let end: Int
    let label: HeaderLabel
    let meaning: ColumnMeaning?
    /// The label and the value of a field in this one cell: 总投资：5亿元.
    let both: (label: HeaderLabel, meaning: ColumnMeaning, value: String)?

    /// Whether it is the label of a field.
    var isKnown: Bool { meaning.map { $0 != .unmapped && $0 != .sequence } ?? false }
    /// Whether it is a label known to have no field.
    var isWithoutField: Bool { meaning == .unmapped }
  }

  /// The form; nil if the sheet is not a form.
  func form() -> Form? {
    let rows = grid.sheet.rows
    // Forms never have hundreds of rows, and long lists are not searched.
    guard rows.count <= 150, rows.allSatisfy({ $0.cells.count <= 40 }) else { return nil }
    let shown = rows.filter { !$0.isHidden && !$0.isBlank }
    let numbering = FormNumbering(shown, grid, reader)
    if numbering?.isOfInstructions ?? false { return nil }
    let stated = shown.map { self.stated(numbering?.withoutNumbers($0) ?? $0) }
    guard let nameRow = nameRow(in: stated) else { return nil }
    var used: Set<Form.Place> = []
    var entries: [Form.Entry] = []
    let labelled = stated.indices.filter { stated[$0].contains(where: \.isKnown) }
    guard let first = labelled.first, let last = labelled.last else { return nil }
    for index in stated.indices where first...last ~= index {
      let below = index + 1 < stated.count ? stated[index + 1] : []
      let under = index + 2 < stated.count ? stated[index + 2] : []
      entries += self.entries(in: stated[index], below, under, &used)
    }
    let kept = Self.firstOfEach(besideStages(entries))
    let pairs = kept.filter { $0.meaning != .unmapped && $0.value != nil }
    guard pairs.count >= 3, Set(pairs.map(\.place.row)).count >= 2,
      pairs.contains(where: { $0.meaning == .field(.name) && $0.place.row == nameRow })
    else { return nil }
    let places = kept.flatMap { [$0.place.row] + ($0.value.map { [$0.row] } ?? []) }
    return Form(
      nameRow: nameRow, entries: kept, rows: Set(places),
      besideName: besideName(in: stated.first { $0.contains { $0.place.row == nameRow } } ?? []))
  }

  private func stated(_ row: Row) -> [Stated] {
    let merges = grid.merges(in: row.number...row.number)
    var cells = row.cells.filter { !CellText.raw(of: $0.value).isEmpty }
    if let group = cells.first, headsGroup(group, in: row) { cells.removeFirst() }
    let isOfLabels = cells.count > 2 && cells.allSatisfy { reader.known([label(in: $0)]) != nil }
    var stated: [Stated] = []
    for cell in cells {
      let end = merges.first { $0.firstColumn == cell.column && $0.firstRow == row.number }
      let label = label(in: cell)
      // The text right of a label is its value, whatever its ending, unless it matches a label exactly or
      // the whole row consists of labels.
      let isValue =
        !isOfLabels && !Self.beginsAsLabel(label)
        && stated.last.map { $0.isKnown && $0.end == cell.column } ?? false
      let both = isValue ? nil : both(in: cell)
      let meaning = isValue ? reader.lexicon.meaning(of: label) : reader.known([label])
      stated.append(
        Stated(
          place: Form.Place(row: row.number, column: cell.column),
          end: (end?.lastColumn ?? cell.column) + 1, label: label,
          meaning: label.isEmpty || both != nil ? nil : meaning, both: both))
    }
    return stated
  }

  /// Whether a text begins as only labels do: 其中：固定资产投资, 是否央企.
  private static func beginsAsLabel(_ label: HeaderLabel) -> Bool {
    ["其中", "是否"].contains { label.text.hasPrefix($0) }
  }

  /// Whether a cell is merged downwards beside several rows of labels as their heading: 基本情况, 投资情况.
  private func headsGroup(_ cell: Cell, in row: Row) -> Bool {
    let merge = grid.merges(in: row.number...row.number).first {
      $0.firstRow == row.number && $0.firstColumn == cell.column && $0.lastRow > row.number
    }
    guard let merge else { return false }
    return (merge.firstRow...merge.lastRow).allSatisfy { number in
      guard let next = grid.value(row: number, column: merge.lastColumn + 1), next.isText else {
        return false
      }
      return reader.known([label(in: Cell(column: 0, value: next))]) != nil
    }
  }

  /// The cell's text as a label: empty if the cell is no text, or a text of more than 90 bytes.
  private func label(in cell: Cell) -> HeaderLabel {
    let text = cell.value.isText ? Self.withoutColon(CellText.raw(of: cell.value)) : ""
    return HeaderLabel(text.utf8.count <= 90 ? text : "")
  }

  /// The label before a cell's colon and the value after it.
  private func both(
    in cell: Cell
  ) -> (label: HeaderLabel, meaning: ColumnMeaning, value: String)? {
    guard cell.value.isText else { return nil }
    let text = CellText.raw(of: cell.value)
    guard let colon = text.firstIndex(where: { "：:".contains($0) }) else { return nil }
    let value = CellText.unified(String(text[text.index(after: colon)...]))
    let label = HeaderLabel(String(text[..<colon]))
    guard !value.isEmpty, label.text.utf8.count <= 90, let meaning = reader.known([label]),
      meaning.field != nil
    else { return nil }
    return (label, meaning, value)
  }

  /// A label without its trailing colon: 项目名称：.
  private static func withoutColon(_ text: String) -> String {
    let isLabel = text.last == "：" || text.last == ":"
    return isLabel ? String(text.dropLast()) : text
  }

  /// The row of the only name label. A table's header has more labels right beside it, serial numbers, or
  /// names below it where a form has another label; a row of one text is a caption.
  private func nameRow(in stated: [[Stated]]) -> Int? {
    let names = stated.flatMap { $0 }.filter { $0.meaning == .field(.name) }
    guard names.count == 1, let name = names.first,
      let index = stated.firstIndex(where: { $0.contains { $0.place == name.place } }),
      !stated[...index].contains(where: { $0.contains { $0.meaning == .sequence } })
    else { return nil }
    let below = stated[(index + 1)...].filter { $0.count > 1 || stated[index].count == 1 }
      .compactMap { row in row.first { $0.place.column == name.place.column } }
    let isAmongLabels = zip(stated[index], stated[index].dropFirst())
      .contains { $0.isKnown && $1.isKnown }
    if isAmongLabels || isOfLabels(stated[index]) {
      // A row of labels, a row of values below it, and another row of labels below that.
      guard let value = below.first, !value.isKnown,
        let next = below.dropFirst().first, next.isKnown || next.isWithoutField
      else { return nil }
      return name.place.row
    }
    let hasValueBeside = stated[index].contains { $0.place.column == name.end }
    let next = hasValueBeside ? below.first : below.dropFirst().first
    return next.map { $0.meaning != nil || $0.both != nil } ?? true ? name.place.row : nil
  }

  /// The labels of a row with their values: right of the label, else below it, if above another label or
  /// in a row of values below a row of labels.
  private func entries(
    in row: [Stated], _ below: [Stated], _ under: [Stated], _ used: inout Set<Form.Place>
  ) -> [Form.Entry] {
    var entries: [Form.Entry] = []
    var index = 0
    let isOfLabels = isOfLabels(row)
    // The end column of the previous label, if its value is below it.
    var endOfLabelsAbove: Int?
    // The end column of the previous value: a text right of it belongs to another project and is reported.
    var endOfValue: Int?
    while index < row.count {
      let label = row[index]
      index += 1
      if used.contains(label.place) { continue }
      if let both = label.both {
        entries.append(
          Form.Entry(
            place: label.place, words: both.label.words, meaning: both.meaning, label: both.label,
            value: label.place, valueBehindLabel: both.value))
        endOfValue = label.end
        continue
      }
      var value: Form.Place?
      let endOfSpare = endOfValue
      let right = index < row.count && row[index].place.column == label.end ? row[index] : nil
      let isAmongLabels =
        isOfLabels || endOfLabelsAbove == label.place.column
        || right.map { isLabel($0, for: label) } ?? false
      if let right, !isLabel(right, for: label), !(isOfLabels && right.isWithoutField) {
        value = right.place
        endOfValue = right.end
        index += 1
      } else if label.isKnown || isOfLabels && label.isWithoutField,
        let lower = below.first(where: { $0.place.column == label.place.column }),
        !isLabel(lower, for: label) && !lower.isWithoutField,
        isAmongLabels || under.isEmpty
          || under.contains(where: { $0.place.column == label.place.column && $0.isKnown })
          || isFoot(under)
      {
        endOfLabelsAbove = label.end
        value = lower.place
        used.insert(lower.place)
      }
      let isSpare = endOfSpare == label.place.column && !label.isKnown
      guard label.isKnown || label.isWithoutField || value != nil || isSpare,
        isSpare || !label.label.isEmpty
      else { continue }
      if isSpare { endOfValue = max(endOfValue ?? 0, label.end) }
      entries.append(
        Form.Entry(
          place: label.place,
          words: label.label.isEmpty ? text(at: label.place) : label.label.words,
          meaning: label.isKnown ? label.meaning ?? .unmapped : .unmapped, label: label.label,
          value: value))
    }
    return entries
  }

  /// Whether a row closes the form: 填报人：…, 注：….
  private func isFoot(_ row: [Stated]) -> Bool {
    row.first.map { FootnoteWords.areFootnote(text(at: $0.place)) } ?? false
  }

  /// The texts right of the name's value: the texts below them are no values of a label.
  private func besideName(in row: [Stated]) -> [Form.Place] {
    guard let name = row.firstIndex(where: { $0.meaning == .field(.name) && $0.both == nil })
    else { return [] }
    let beside = row[(name + 1)...]
    guard beside.count > 1, !beside.contains(where: { $0.meaning != nil || $0.both != nil }),
      zip(row[name...], beside).allSatisfy({ $0.end == $1.place.column })
    else { return [] }
    return beside.dropFirst().map(\.place)
  }

  private func text(at place: Form.Place) -> String {
    grid.value(row: place.row, column: place.column).map(CellText.raw) ?? ""
  }

  /// Whether a row consists of several labels, none of them the first one's value: the values are below.
  private func isOfLabels(_ row: [Stated]) -> Bool {
    row.count > 1 && row.allSatisfy { $0.isKnown || $0.isWithoutField }
      && zip(row, row.dropFirst()).contains { $1.isWithoutField || isLabel($1, for: $0) }
  }

  /// Whether a text right of or below a label is itself a label and not its value: 阳和新区 beside 属地.
  private func isLabel(_ stated: Stated, for label: Stated) -> Bool {
    guard stated.isKnown else { return false }
    guard case .field(let field) = label.meaning else { return true }
    let read = ReferenceCell(catalogue: reader.catalogue, year: reader.year)
      .read(stated.label.text, field: field)
    return read.values.isEmpty
  }

  /// Makes 状态 the condition if there is also 阶段.
  private func besideStages(_ entries: [Form.Entry]) -> [Form.Entry] {
    let words = reader.lexicon.words
    let isState = entries.map {
      $0.meaning == .field(.stage) && StageHeader.isState($0.label.bare, words)
    }
    let hasStage = zip(entries, isState).contains { $0.meaning == .field(.stage) && !$1 }
    guard hasStage else { return entries }
    return zip(entries, isState).map { $1 ? $0.meaning(.field(.condition)) : $0 }
  }

  /// Keeps the first of several labels with the same meaning, preferring one with a value to a heading.
  private static func firstOfEach(_ entries: [Form.Entry]) -> [Form.Entry] {
    var taken: Set<ColumnMeaning> = []
    let filled = Set(entries.filter { $0.value != nil }.map(\.meaning))
    return entries.map { entry in
      let isHeading = entry.value == nil && filled.contains(entry.meaning)
      let counts =
        entry.meaning == .unmapped || !isHeading && taken.insert(entry.meaning).inserted
      return counts ? entry : entry.meaning(.unmapped)
    }
  }
}
