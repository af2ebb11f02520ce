import Ledger

/// The first sheet: the number and total investment of projects by chain and stage.
extension ChainsBook {
  var matrix: ReportSheet {
    let stages = source.catalogue.stages
    let codes = stages.map(\.code) + (figures.contains { $0.stage == nil } ? [""] : [])
    let names = codes.map { code in stages.first { $0.code == code }?.name ?? "未填阶段" } + ["合计"]
    var sheet = ReportSheet(
      name: "产业链×阶段", widths: [26, 20] + names.flatMap { _ in [7.0, 12.0] })
    let title = source.title(Self.title)
    sheet.addTitle("\(source.edition.heading(title))：产业链与阶段", below: source.edition.marks)
    sheet.addNotes(source.edition, unit: "项、亿元（总投资）")
    addHeader(names, to: &sheet)
    let first = sheet.rows.count
    for chain in chains {
      addRow(chain.name, leads(chain), figures.filter { $0.chain == chain.code }, codes, to: &sheet)
    }
    if !withoutChain.isEmpty { addRow("未列入产业链", "", withoutChain, codes, to: &sheet) }
    if sheet.rows.count > first {
      addTotal(codes, rows: first...(sheet.rows.count - 1), to: &sheet)
    }
    sheet.frozenRows = first
    sheet.frozenColumns = 1
    sheet.repeatedRows = (first - 2)...(first - 1)
    sheet.addCaptions(source.edition, ["每个项目只计入主产业链；空白表示该阶段没有项目或没有填报总投资"])
    return sheet
  }

  private func addHeader(_ names: [String], to sheet: inout ReportSheet) {
    let row = sheet.rows.count
    var upper: [ReportCell] = [.text("产业链", .header), .text("牵头单位", .header)]
    var lower: [ReportCell] = [.text("", .header), .text("", .header)]
    for (index, name) in names.enumerated() {
      upper += [.text(name, .header), .text("", .header)]
      lower += [.text("项数", .header), .text("总投资", .header)]
      sheet.merges.append(
        ReportSheet.Merge(row: row, lastRow: row, columns: (2 + index * 2)...(3 + index * 2)))
    }
    for column in 0...1 {
      sheet.merges.append(ReportSheet.Merge(row: row, lastRow: row + 1, columns: column...column))
    }
    sheet.add(upper, height: 22)
    sheet.add(lower, height: 22)
  }

  private func addRow(
    _ name: String, _ leads: String, _ projects: [ProjectFigures], _ codes: [String],
    to sheet: inout ReportSheet
  ) {
    var cells: [ReportCell] = [.text(name), .text(leads, .centred)]
    for sums in Self.sums(projects, codes) {
      cells.append(.countOrBlank(sums.count))
      cells.append(.number(sums.total?.double(in: .yiYuan), .yi))
    }
    let sums = FigureSums(projects)
    cells.append(.count(sums.count, .sectionCount))
    cells.append(.number(sums.total?.double(in: .yiYuan), .sectionYi))
    sheet.add(cells, height: 22)
  }

  private func addTotal(_ codes: [String], rows: ClosedRange<Int>, to sheet: inout ReportSheet) {
    var cells: [ReportCell] = [.text("合计", .totalText), ReportCell(.blank, .totalText)]
    for (index, sums) in (Self.sums(figures, codes) + [FigureSums(figures)]).enumerated() {
      let column = 2 + index * 2
      let count = sums.count == 0 ? nil : Double(sums.count)
      cells.append(.subtotal(count, column, rows, .totalCount))
      cells.append(.subtotal(sums.total?.double(in: .yiYuan), column + 1, rows, .totalYi))
    }
    sheet.merges.append(
      ReportSheet.Merge(row: sheet.rows.count, lastRow: sheet.rows.count, columns: 0...1))
    sheet.add(cells, height: 22)
  }

  /// The sums of each stage; the empty code is for projects without a stage.
  private static func sums(_ projects: [ProjectFigures], _ codes: [String]) -> [FigureSums] {
    let byStage = Dictionary(grouping: projects) { $0.stage ?? "" }
    return codes.map { FigureSums(byStage[$0] ?? []) }
  }
}
