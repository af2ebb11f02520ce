import Reports

/// A book that can be exported.
package enum Book: String, CaseIterable, Sendable {
  case leaders
  case chains
  case changes
  case promotion
  case targets
  case tasks
  case gaps
  case raw

  /// The title of the book.
  package var title: String {
    switch self {
    case .leaders: LeadersBook.title
    case .chains: ChainsBook.title
    case .changes: ChangesBook.title
    case .promotion: PromotionBook.title
    case .targets: TargetsBook.title
    case .tasks: TasksBook.title
    case .gaps: GapsBook.title
    case .raw: RawBook.title
    }
  }

  /// The books that a refresh writes: all that need no period.
  static let kept = allCases.filter { $0 != .changes }

  /// The sheets about the projects of a source. Some books include a brief of changes; `raw` is written row by
  /// row and has none here.
  func sheets(_ source: BookSource, since brief: ChangeBrief?) -> [ReportSheet] {
    switch self {
    case .leaders: LeadersBook(source, since: brief).sheets
    case .chains: ChainsBook(source).sheets
    case .changes:
      source.edition.making.firstMonth.flatMap { MonthsBook(source, from: $0)?.sheets }
        ?? brief.map { ChangesBook($0).sheets } ?? []
    case .promotion: PromotionBook(source).sheets
    case .targets: TargetsBook(source).sheets
    case .tasks: TasksBook(source).sheets
    case .gaps: GapsBook(source).sheets
    case .raw: []
    }
  }

  /// The formats of the book, the default first.
  var formats: [FileFormat] { self == .raw ? [.xlsx, .csv, .jsonl] : [.xlsx] }
}
