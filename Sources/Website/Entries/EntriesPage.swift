import Ledger
import Operations
import Wording

/// 凭证: the entries of the ledger, newest first.
enum EntriesPage {
  private static let pageSize = 50

  static func show(_ context: PageContext) throws -> WebResponse {
    let kind = context.query["kind"].flatMap { Entry.Kind(rawValue: $0) }
    let (who, file) = (context.query["who"], context.query["file"])
    let before = context.query["before"].flatMap { Int64($0) } ?? .max
    let found = try context.operations.entries(limit: pageSize + 1, before: before) { entry in
      (kind.map { entry.kind == $0 } ?? true) && (who.map { entry.actor.contains($0) } ?? true)
        && (file.map { entry.source?.fileName.contains($0) ?? false } ?? true)
    }
    let shown = found.prefix(pageSize)
    return try context.page(
      Page(
        "entries", title: "凭证", in: .entries,
        View([
          "kinds": Entry.Kind.allCases.map {
            View(["kind": $0.rawValue, "label": $0.words, "chosen": $0 == kind])
          },
          "who": who, "file": file, "rows": shown.map(EntryWords.view),
          "older": found.count > pageSize
            ? shown.last.map {
              Address("entries", query: context.query.setting("before", to: String($0.number)))
            } : nil,
        ])))
  }
}
