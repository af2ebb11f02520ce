import Ledger
import Spreadsheet

extension SheetLayouter {
  /// The meaning of each column, from a person's decisions first, then from the rules. Hidden columns are
  /// unmapped, and all but one of equal columns: that of a label whose words are all known, else the left one.
  func columns(
    of band: HeaderBand, notes: SheetNotes, in grid: Grid, _ recipe: Recipe.Table?,
    _ last: Recipe.Table?
  ) -> [TableColumn] {
    var reader = HeaderReader(
      lexicon: lexicon, catalogue: catalogue, year: year,
      month: notes.asOf)
    if notes.month == nil {
      reader.monthOfProgress = latestMonthOfProgress(of: band, in: grid, reader)
    }
    let hasStages = band.paths.contains { index, path in
      !StageHeader.isState(path.last?.bare ?? "", lexicon.words)
        && reader.known(path) == .field(.stage)
        && !grid.sheet.hiddenColumns.contains { $0.contains(index) }
    }
    let hidden = HiddenContent.hiddenColumnsWithData(in: grid.sheet)
    let told = recipe?.columns(at: band.paths) ?? [:]
    // A person's decision counts even if a column further left has the same meaning.
    var taken: Set<ColumnMeaning> = []
    var toldMeanings: [Int: ColumnMeaning] = [:]
    for (index, column) in told.sorted(by: { $0.key < $1.key }) {
      let meaning = column.meaning(at: band.paths[index] ?? [], reader)
      let isFirst = meaning == .unmapped || taken.insert(meaning).inserted
      toldMeanings[index] = isFirst ? meaning : .unmapped
    }
    let columns = Set(band.paths.keys).union(hidden).union(told.keys).sorted()
    func isHidden(_ index: Int) -> Bool {
      grid.sheet.hiddenColumns.contains { $0.contains(index) }
    }
    func ownMeaning(_ index: Int, _ known: ColumnMeaning?) -> ColumnMeaning {
      if isHidden(index) { return .unmapped }
      let path = band.paths[index] ?? []
      let meaning = known ?? .unmapped
      if hasStages, meaning == .field(.stage),
        StageHeader.isState(path.last?.bare ?? "", lexicon.words)
      {
        return .field(.condition)
      }
      if meaning != .unmapped { return meaning }
      // A bare 项目 is the name if there is no other name label.
      if index == band.nameColumn { return .field(.name) }
      return LocalNumberColumn.meaning(
        of: path, lexicon.words, below: band.rows.upperBound, column: index, in: grid.sheet)
        ?? .unmapped
    }
    let known = Dictionary(
      uniqueKeysWithValues: columns.map { ($0, reader.known(band.paths[$0] ?? [])) })
    let own = columns.map { ownMeaning($0, known[$0] ?? nil) }
    let open = zip(columns, own).filter { toldMeanings[$0] == nil && !taken.contains($1) }
    lazy var vocabulary = lexicon.vocabulary
    let ones = Self.ones(of: open) { band.paths[$0]?.last.map(vocabulary.explains) ?? true }
    return zip(columns, own).map { index, own in
      let path = band.paths[index] ?? []
      let isHidden = isHidden(index)
      let known = known[index] ?? nil
      var meaning = ones[own] == index ? own : .unmapped
      if let said = toldMeanings[index], !isHidden { meaning = said }
      let toldUnit = told[index]?.unit(of: meaning)
      let unit =
        toldUnit ?? meaning.field.flatMap { self.unit(of: path, field: $0, sheet: notes.unit) }
      let isForeign = toldUnit == nil && isForeign(path, notes)
      let kept = unit == nil && !isForeign ? last?.unit(of: meaning, path) : nil
      return TableColumn(
        index: index, path: path.filter { !$0.isUnitOnly }.map(\.words), meaning: meaning,
        unit: unit ?? kept, isForeignCurrency: isForeign, isHidden: isHidden,
        isUnknown: known == nil && meaning == .unmapped && !isHidden && told[index] == nil,
        isTold: told[index] != nil, isUnitKept: kept != nil)
    }
  }

  /// The column that counts for each meaning of columns, from left to right: the first whose label is explained,
  /// else the first.
  private static func ones(
    of columns: [(index: Int, meaning: ColumnMeaning)], isExplained: (_ index: Int) -> Bool
  ) -> [ColumnMeaning: Int] {
    Dictionary(grouping: columns.filter { $0.meaning != .unmapped }, by: \.meaning).mapValues {
      equal in
      let one = equal.count > 1 ? equal.first { isExplained($0.index) } : nil
      return (one ?? equal[0]).index
    }
  }

  /// The latest month with text, if several months have a progress column each.
  private func latestMonthOfProgress(
    of band: HeaderBand, in grid: Grid, _ reader: HeaderReader
  ) -> Int? {
    var columns: [Int: [Int]] = [:]
    for (index, path) in band.paths where reader.known(path) == .field(.progress) {
      let isHidden = grid.sheet.hiddenColumns.contains { $0.contains(index) }
      let months = HeaderPath(path, lexicon, year: year, month: nil).period.months
      if let months, !isHidden { columns[months.upperBound, default: []].append(index) }
    }
    guard columns.count > 1 else { return nil }
    return columns.keys.sorted(by: >).first { month in
      grid.sheet.rows.contains { row in
        row.number > band.rows.upperBound
          && (columns[month] ?? []).contains { column in
            row[column: column].map { !CellText.isBlank(CellText.raw(of: $0)) } ?? false
          }
      }
    }
  }

  /// Whether the header states a foreign currency, or the sheet does and the header states no unit.
  func isForeign(_ path: [HeaderLabel], _ notes: SheetNotes) -> Bool {
    path.contains(where: \.isForeignCurrency)
      || notes.isForeignCurrency && notes.unit == nil && !path.contains { $0.unit != nil }
  }

  /// The unit of the deepest label that states one for the field, else the sheet's.
  func unit(of path: [HeaderLabel], field: Field, sheet: MeasureUnit?) -> MeasureUnit? {
    let words = Set(MeasureUnit.units(of: field).map(\.word))
    let stated = path.reversed().lazy.compactMap(\.unit).first { words.contains($0.word) }
    if let stated { return stated }
    switch field.kind {
    case .money, .series: return sheet
    default: return MeasureUnit.assumed(for: field)
    }
  }
}
