import Ledger
import Spreadsheet

extension SheetLayouter {
  /// The layout of a sheet that is a form.
  func layout(of form: Form, in grid: Grid) -> TableLayout {
    var kinds = RowKinds()
    var around: [String] = []
    for row in grid.sheet.rows where !row.isBlank {
      if row.isHidden {
        kinds[row.number] = .hidden
      } else if form.rows.contains(row.number) {
        kinds[row.number] = row.number == form.nameRow ? .project : .form
      } else {
        kinds[row.number] = Self.kindAbove(row)
        around += Self.texts(of: row)
      }
    }
    let notes = SheetNotes(around)
    var form = form
    form.columns = form.mapped.enumerated().map { index, entry in
      TableColumn(
        index: index, path: [entry.words], meaning: entry.meaning,
        unit: entry.meaning.field.flatMap { unit(of: [entry.label], field: $0, sheet: notes.unit) },
        isForeignCurrency: isForeign([entry.label], notes), isHidden: false, isUnknown: false)
    }
    return TableLayout(
      sheet: grid.sheet.name, year: year, headerRows: [], columns: [], rowKinds: kinds,
      notes: TableLayout.Notes(year: notes.year, month: notes.month, sender: notes.sender),
      form: form,
      findings: form.besideName.map { place in
        // Several projects are side by side; only the first is read.
        Finding(
          .rowUnclear, sheet: grid.sheet.name, cell: place.name,
          raw: grid.text(row: place.row, column: place.column))
      })
  }
}
