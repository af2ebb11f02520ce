package import Ledger
package import Reports
package import Storage

/// A page of projects as a table of named columns.
package struct ProjectTable: Sendable {
  package let list: Storage.ProjectList
  package let columns: [ListColumn]
  /// The headings of the columns: 总投资（万元）.
  package let labels: [String]
  /// In the order of the columns; nil if the value is unknown.
  package let rows: [[Cell?]]

  /// The content of a cell.
  package enum Cell: Sendable {
    case value(RawRow.Content)
    case id(ProjectID)
    case rate(Double)

    /// The display text: money in 万元, a rate in per cent.
    package var text: String {
      switch self {
      case .value(let content): content.text
      case .id(let id): String(id)
      case .rate(let rate): Self.percent(rate)
      }
    }

    /// Formats 0.375 as 37.5%.
    private static func percent(_ rate: Double) -> String {
      let tenths = Int64((rate * 1000).rounded())
      return "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)%"
    }
  }

  /// `edition` gives the year and month of figures; nil if no column has any.
  init(
    _ list: Storage.ProjectList, _ columns: [ListColumn], _ catalogue: Catalogue,
    _ edition: BookEdition?
  ) {
    self.list = list
    self.columns = columns
    let figures = edition.map { list.projects.map($0.figures) }
    labels = columns.map { column in
      edition.flatMap { column.label($0, figures ?? []) } ?? column.label
    }
    let raw = columns.map { $0.raw(edition?.year) }
    let lights = columns.contains(.light) ? edition.map(ProjectLights.init) : nil
    var maker = RawRowMaker(raw, catalogue: catalogue)
    rows = list.projects.enumerated().map { number, project in
      var row = [Cell?](repeating: nil, count: columns.count)
      for cell in maker.row(project).cells { row[cell.column] = .value(cell.content) }
      let figures = figures?[number]
      for (place, column) in columns.enumerated() {
        switch column {
        case .id: row[place] = .id(project.id)
        case .place: row[place] = project.record.place(catalogue).map { .value(.text($0)) }
        case .field(.done): row[place] = figures?.done.map { .value(.money($0)) }
        case .field(.funds): row[place] = figures?.funds.map { .value(.money($0)) }
        case .rate: row[place] = figures?.rate.map { .rate($0) }
        case .light:
          row[place] = figures.flatMap { lights?.word($0) }.map { .value(.text($0)) }
        case .field: break
        }
      }
      return row
    }
  }
}

extension ListColumn {
  /// Whether it shows figures of a year.
  var isOfYear: Bool {
    switch self {
    case .rate, .light: true
    case .field(let field): field.kind == .series
    case .id, .place: false
    }
  }

  /// Its heading, with the unit of its figures.
  fileprivate var label: String {
    if case .field(let field) = self, field.kind == .money { return name + "（万元）" }
    return name
  }

  /// Its heading above figures, if that contains the year.
  fileprivate func label(_ edition: BookEdition, _ figures: [ProjectFigures]) -> String? {
    let label: String? =
      switch self {
      case .field(.plan): edition.planLabel
      case .field(.done): edition.doneLabel(reachesDiffer: edition.reachesDiffer(figures))
      case .field(.funds): edition.fundsLabel
      case .field(.doneBefore): edition.beforeLabel
      case .id, .place, .field, .rate, .light: nil
      }
    return label.map { $0.replacing("\n", with: "") + "（万元）" }
  }

  /// The raw column with its values; `.id` if there is none.
  fileprivate func raw(_ year: Int?) -> RawColumn {
    guard case .field(let field) = self else { return .id }
    switch field {
    case .done, .funds: return .id
    case .plan:
      return year.flatMap { Period.year($0) }.map { .key(FieldKey(field, $0)) } ?? .id
    case .doneBefore:
      return year.flatMap { Period.year($0 - 1) }.map { .key(FieldKey(field, $0)) } ?? .id
    default: return field.kind.hasParts ? .joined(field) : .key(FieldKey(field))
    }
  }
}

extension Record {
  /// The name of the zone, else of the district.
  fileprivate func place(_ catalogue: Catalogue) -> String? {
    reference(.zone).map { catalogue.name(of: .zone, $0) }
      ?? reference(.district).map { catalogue.name(of: .district, $0) }
  }
}

extension LedgerOperations {
  /// The projects of a filter, sorted and paged, as a table of columns.
  package func table(
    _ options: QuestionOptions, columns: [ListColumn]
  ) throws -> Answer<ProjectTable> {
    try list(options) { store, list, filter, catalogue in
      guard columns.contains(where: \.isOfYear) else {
        return ProjectTable(list, columns, catalogue, nil)
      }
      return ProjectTable(
        list, columns, catalogue, try BookPress.edition(filter, store, catalogue))
    }
  }
}
