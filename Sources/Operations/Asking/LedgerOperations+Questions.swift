import Foundation
package import Ledger
import Reports
package import Storage
import Wording

/// The filter, order and page of a query, as typed; the catalogue resolves the names.
package struct QuestionOptions: Sendable {
  /// Keys are the names of `FilterOption`.
  package var filter: [String: [String]]
  package var sort: String?
  package var limit: Int?
  package var offset: Int
  /// The end of the previous page.
  package var after: PageCursor?

  package init(filter: [String: [String]], sort: String? = nil, limit: Int? = nil, offset: Int = 0)
  {
    self.filter = filter
    self.sort = sort
    self.limit = limit
    self.offset = offset
  }
}

/// An answer with the catalogue for its names.
package struct Answer<Content: Sendable>: Sendable {
  package let content: Content
  package let filter: ProjectFilter
  package let catalogue: Catalogue
  /// The day of the ledger's first entry, if the query is about an earlier day.
  package var begun: PartialDate?
}

extension LedgerStore {
  /// The day of the first entry, if a filter asks about an earlier day.
  func begun(after filter: ProjectFilter) throws -> PartialDate? {
    guard let day = filter.asOf, try revision(endOf: day) == 0 else { return nil }
    return ShanghaiCalendar.day(of: try entry(1).at)
  }
}

extension Storage.ProjectList {
  /// The page as it was at the end of the filter's month, if it has one.
  fileprivate func asReported(
    _ filter: ProjectFilter, _ store: LedgerStore, _ catalogue: Catalogue
  ) throws -> Self {
    guard let month = filter.month else { return self }
    let progress = ProgressByMonth(
      try store.reportedProgress(of: projects, through: revision), catalogue)
    let later = try store.decisions(after: month, through: revision)
    return with(projects.map { progress.project($0.asOf(month, without: later), for: month) })
  }
}

extension LedgerOperations {
  /// The projects of a filter, sorted and paged, with totals and facets.
  package func list(_ options: QuestionOptions) throws -> Answer<Storage.ProjectList> {
    try list(options) { _, list, _, _ in list }
  }

  /// The same, transformed while the ledger is open.
  func list<Content>(
    _ options: QuestionOptions,
    _ make: (LedgerStore, Storage.ProjectList, ProjectFilter, Catalogue) throws -> Content
  ) throws -> Answer<Content> {
    guard let sort = options.sort.map(ProjectSort.init) ?? .byID else {
      throw OperationError.unknownSort(options.sort ?? "")
    }
    guard let page = Page(limit: options.limit, offset: options.offset, after: options.after) else {
      throw OperationError.malformedArgument("limit/offset")
    }
    return try reading { store, catalogue in
      let filter = try ProjectFilter(options: options.filter, catalogue: catalogue)
      let list = try store.list(filter, sort: sort, page: page).asReported(filter, store, catalogue)
      return Answer(
        content: try make(store, list, filter, catalogue), filter: filter, catalogue: catalogue,
        begun: try store.begun(after: filter))
    }
  }

  /// The day of the ledger's first entry, if the query is about an earlier day.
  package func begun(_ options: QuestionOptions) throws -> PartialDate? {
    try reading { store, catalogue in
      try store.begun(after: ProjectFilter(options: options.filter, catalogue: catalogue))
    }
  }

  /// The number of projects with each value of each property.
  package func facets(_ options: QuestionOptions) throws -> Answer<[Facet]> {
    try ask(options) { try $0.facets($1) }
  }

  /// The number of projects of a filter by stage.
  package func funnel(_ options: QuestionOptions) throws -> Answer<Funnel> {
    try ask(options) { try $0.funnel($1) }
  }

  /// The number of projects of a filter by chain and stage.
  package func matrix(_ options: QuestionOptions) throws -> Answer<Matrix> {
    try ask(options) { try $0.matrix($1) }
  }

  private func ask<Content>(
    _ options: QuestionOptions, _ question: (LedgerStore, ProjectFilter) throws -> Content
  ) throws -> Answer<Content> {
    try reading { store, catalogue in
      let filter = try ProjectFilter(options: options.filter, catalogue: catalogue)
      return Answer(
        content: try question(store, filter), filter: filter, catalogue: catalogue,
        begun: try store.begun(after: filter))
    }
  }
}
