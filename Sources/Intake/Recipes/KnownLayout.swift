import Ledger
import Spreadsheet

/// The layout known before a list's sheets are read: what a person specified for this list or an
/// earlier one, and the layout of the sender's last list.
package struct KnownLayout: Sendable {
  /// The tables a person specified for this list; nil without a recipe file.
  let given: [Recipe.Table]?
  /// The tables of the sender's last list.
  let known: [Recipe.Table]

  package init(given: RecipeFile?, known: Recipe?) {
    self.given = given?.tables
    self.known = known?.tables ?? []
  }

  /// No known layout.
  static let nothing = KnownLayout(given: nil, known: nil)

  /// The bands of a sheet that a person specified, from top to bottom; empty if there are none.
  func bands(in grid: Grid, _ reader: HeaderReader) -> [HeaderBand] {
    let bands =
      if let given {
        given.filter { $0.sheet == nil || $0.sheet == grid.sheet.name }.compactMap { table in
          table.header.map { HeaderBand(grid: grid, told: table, rows: $0, reader) }
        }
      } else {
        known.compactMap { found($0, in: grid, reader) }
      }
    return bands.filter { !$0.paths.isEmpty }.sorted { $0.rows.lowerBound < $1.rows.lowerBound }
      .reduce(into: []) { apart, band in
        if apart.last.map({ $0.rows.upperBound < band.rows.lowerBound }) ?? true {
          apart.append(band)
        }
      }
  }

  /// The table a person specified for a band; nil if there is none.
  func table(of band: HeaderBand, in grid: Grid) -> Recipe.Table? {
    if let given {
      let here = given.filter { $0.sheet == nil || $0.sheet == grid.sheet.name }
      return here.first { $0.header == band.rows } ?? here.first { $0.header == nil }
    }
    return last(of: band).flatMap { $0.isTold ? $0 : nil }
  }

  /// The table of the last list with such columns; nil if there is none.
  func last(of band: HeaderBand) -> Recipe.Table? {
    let forms = band.forms
    let best = known.max { $0.likeness(to: forms) < $1.likeness(to: forms) }
    return best.flatMap { $0.likeness(to: forms) >= Recipe.Table.sameFrom ? $0 : nil }
  }

  /// A header specified for an earlier list, found again by its labels, at its rows or near them.
  private func found(_ table: Recipe.Table, in grid: Grid, _ reader: HeaderReader) -> HeaderBand? {
    guard let rows = table.header else { return nil }
    let last = min(grid.sheet.rows.last?.number ?? 0, rows.upperBound + 50)
    guard last >= rows.count else { return nil }
    var best: (likeness: Double, band: HeaderBand)?
    for first in [rows.lowerBound] + Array(1...(last - rows.count + 1)) {
      let band = HeaderBand(
        grid: grid, told: table, rows: first...(first + rows.count - 1), reader)
      let likeness = table.likeness(to: band.forms)
      if likeness >= Recipe.Table.sameFrom, likeness > best?.likeness ?? 0 {
        best = (likeness, band)
      }
    }
    return best?.band
  }
}

extension HeaderBand {
  /// The band of the rows that a person specified.
  fileprivate init(
    grid: Grid, told table: Recipe.Table, rows: ClosedRange<Int>, _ reader: HeaderReader
  ) {
    let paths = HeaderBand(
      grid: grid, rows: rows, nameRow: rows.upperBound, nameColumn: 0
    ).paths
    let told = table.columns(at: paths).first { $0.value.meaning == Field.name.id }?.key
    let read = paths.keys.sorted().first { column in
      paths[column].map { reader.meaning(of: $0).namesProjects } ?? false
    }
    let bare = paths.keys.sorted().first {
      paths[$0]?.last.map(reader.isBareProject) ?? false
    }
    self.init(
      grid: grid, rows: rows, nameRow: rows.upperBound, nameColumn: told ?? read ?? bare ?? -1)
  }

  /// The columns in comparable form.
  var forms: Set<String> {
    Set(
      paths.map { column, path in
        let form = HeaderSignature.form(of: path)
        return form.isEmpty ? CellReference.letters(column) : form
      })
  }
}

extension Recipe.Table {
  /// The specified columns by their places in a sheet with such labels: matched by header, or by
  /// letters if no header was given. Several with the same header are matched in order, or by their
  /// letters if not all of them are specified.
  func columns(at paths: [Int: [HeaderLabel]]) -> [Int: Recipe.Column] {
    let places = Dictionary(grouping: paths.keys.sorted()) { column in
      paths[column].map { HeaderSignature.form(of: $0) } ?? ""
    }
    var found: [Int: Recipe.Column] = [:]
    let told = columns.filter(\.isTold)
    for column in told where column.header?.isEmpty ?? true {
      if let place = CellReference.column(column.letters) { found[place] = column }
    }
    let named = Dictionary(grouping: told.filter { $0.header?.isEmpty == false }, by: \.form)
    for (form, columns) in named {
      let places = places[form] ?? []
      let inOrder = columns.sorted { $0.place < $1.place }
      if places.count == columns.count {
        for (place, column) in zip(places, inOrder) { found[place] = column }
        continue
      }
      for column in inOrder where places.contains(column.place) { found[column.place] = column }
      for column in inOrder where !places.contains(column.place) {
        if let place = places.first(where: { found[$0] == nil }) { found[place] = column }
      }
    }
    return found
  }

  /// Whether a person excluded a row.
  func skips(_ row: Row) -> Bool {
    if skippedRows.contains(row.number) { return true }
    if skipped.isEmpty { return false }
    let text = TextFolding.key(row.words)
    return skipped.contains { text.hasPrefix(TextFolding.key($0)) }
  }
}

extension Recipe.Column {
  /// The column number of its letters; after all others if it has none.
  fileprivate var place: Int { CellReference.column(letters) ?? .max }

  /// Its meaning below such labels; a series without a period takes the header's, or the list's year.
  func meaning(at path: [HeaderLabel], _ reader: HeaderReader) -> ColumnMeaning {
    let header = HeaderPath(path, reader.lexicon, year: reader.year, month: reader.month)
    if let meaning = ColumnMeaning(meaning, at: header, reader) { return meaning }
    if meaning == Field.plan.id, let year = Period.year(reader.year) { return .series(.plan, year) }
    return .unmapped
  }

  /// The unit of its numbers, if valid for the field; nil if none is known.
  func unit(of meaning: ColumnMeaning) -> MeasureUnit? {
    meaning.field.flatMap { field in MeasureUnit.units(of: field).first { $0.word == unit } }
  }
}

extension Recipe.Table {
  /// The unit of the column with these labels, if valid for the meaning; nil if none is known.
  func unit(of meaning: ColumnMeaning, _ path: [HeaderLabel]) -> MeasureUnit? {
    let form = HeaderSignature.form(of: path)
    return columns.first { $0.form == form && $0.unit != nil }?.unit(of: meaning)
  }
}

extension Row {
  /// Its texts without a serial number, joined, by which an excluded row is recognised again.
  var words: String {
    let texts = cells.map { CellText.raw(of: $0.value) }.filter { !$0.isEmpty }
    let isNumbered = texts.count > 1 && RowClassifier.isSerial(texts.first)
    return texts.dropFirst(isNumbered ? 1 : 0).joined(separator: " ")
  }
}
