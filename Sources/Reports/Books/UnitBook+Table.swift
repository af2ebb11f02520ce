import Ledger
import Spreadsheet
import Storage
import Wording

/// The table: locked and open cells, drop-down lists, rows for new projects.
extension UnitBook {
  var table: ReportSheet {
    let bounds = [5...5, 16...20] + columns.map(\.bounds)
    var sheet = ReportSheet(name: "核对表", widths: bounds.map(\.lowerBound))
    sheet.addMerged("\(source.year)年重大项目\(Self.title)", .title, height: 38)
    sheet.addMerged("填报单位：\(unit)", .noteLeft, height: 20)
    sheet.addNotes(source.edition, unit: "万元")
    let header = sheet.rows.count
    sheet.add((["序号", "核对编号"] + columns.map(\.label)).map { .text($0, .header) }, height: 48)
    var names = CatalogueNames(source.catalogue)
    for (index, project) in source.projects.enumerated() {
      sheet.add(cells(of: project, serial: index + 1, &names))
    }
    for _ in 0..<Self.spareRows { sheet.add(spareCells, height: 20) }
    let last = sheet.rows.count - 1
    let signed = "单位负责人：　　　　　　填表人：　　　　　　联系电话：　　　　　　填报日期：　　　年　　月　　日（盖章）"
    sheet.addMerged(signed, .noteLeft, height: 36)
    // The place to sign is on a page with projects.
    sheet.wholeTables = [max(header + 1, last - Self.spareRows - 5)...(sheet.rows.count - 1)]
    sheet.frozenRows = header + 1
    sheet.frozenColumns = 3
    sheet.repeatedRows = header...header
    sheet.filteredRows = header...last
    sheet.isProtected = true
    sheet.choices = choices(rows: (header + 1)...last)
    for (index, column) in columns.enumerated() where column.isMoney {
      sheet.wholeSums[index + 2] = (header + 1)...last
    }
    sheet.fitColumns(from: header + 1, within: bounds)
    return sheet
  }

  private func cells(
    of project: StoredProject, serial: Int, _ names: inout CatalogueNames
  ) -> [ReportCell] {
    let mark = RowMark(project: project.id, revision: source.revision, seal: seal)
    return [.count(serial, .lockedSerial), .text(mark.text, .locked)]
      + columns.map { column in
        // What 催报 asks for can be filled in: a lead unit that nobody has named.
        let style =
          column.key == FieldKey(.leadUnits) && project.record[column.key] == nil
          ? .inputText : column.style
        let isShown =
          !project.repeatsMonths(column.key) && !source.edition.untold.contains(column.key.field)
        let value = isShown ? project.record[column.key] : nil
        if case .money(let sum) = value {
          return .number(sum.double(in: .wanYuan), style)
        }
        if case .date(let date) = value { return .text(date.words, style) }
        // A text that was shortened or masked would come back as another one; a blank keeps what the ledger has.
        // A name is shortened all the same: no row is without.
        let text = value.map { names.text($0, of: column.key.field) }
        let isHeld = text.map { TruncatedText.fits($0) || column.key.field == .name } ?? false
        return .text(isHeld ? text : nil, style)
      }
  }

  /// A row for a new project: only its serial and mark are locked.
  private var spareCells: [ReportCell] {
    [ReportCell(.blank, .lockedSerial), ReportCell(.blank, .locked)]
      + columns.map { ReportCell(.blank, $0.isMoney ? .inputWan : .inputText) }
  }

  private func choices(rows: ClosedRange<Int>) -> [ReportChoices] {
    columns.enumerated().compactMap { index, column in
      guard let kind = column.kind, let place = UnitColumn.kinds.firstIndex(of: kind) else {
        return nil
      }
      let letters = CellReference.letters(place)
      let last = source.catalogue.items(of: kind).count + 1
      return ReportChoices(
        rows: rows, column: index + 2,
        range: "='\(Self.optionsName)'!$\(letters)$2:$\(letters)$\(last)",
        label: column.key.field.label)
    }
  }
}

extension UnitColumn {
  fileprivate var isMoney: Bool { key.field.kind == .money || key.field.kind == .series }

  fileprivate var style: ReportStyle {
    if !isInput { return .locked }
    return isMoney ? .inputWan : .inputText
  }
}
