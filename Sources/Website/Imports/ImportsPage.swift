import Foundation
import Intake
import Ledger
import Matching
import Operations
import Spreadsheet

/// 导入: uploads lists, and shows the unwritten and the written ones.
enum ImportsPage {
  private static let mostWritten = 30

  static func show(_ context: PageContext) throws -> WebResponse {
    try show(context, error: context.query["nothing"] == nil ? nil : "没有选择文件。")
  }

  private static func show(_ context: PageContext, error: String?) throws -> WebResponse {
    let operations = context.importing
    let open = try operations.drafts().filter { !$0.state.isSettled }
    let entries = try context.operations.entries(limit: 500)
    let undone = Self.undone(entries)
    let written = entries.filter { $0.kind == .import }
    let senders = try context.operations.reading { _, catalogue in
      catalogue.recipes.map(\.sender) + catalogue.items(of: .unit).map(\.name)
    }
    return try context.page(
      Page(
        "imports", title: "导入", in: .imports,
        View([
          "error": error, "receive": Address("imports"),
          "year": operations.currentYear, "mostFiles": UploadReading.mostFiles,
          "mostBytes": operations.limits.fileBytes >> 20,
          "senders": Set(senders).sorted().map { View(["name": $0]) }, "days": ImportDraft.keptDays,
          "hasDrafts": !open.isEmpty, "hasWritten": !written.isEmpty,
          "drafts": open.map { draft(context, $0) },
          "written": written.prefix(mostWritten).map {
            entry($0, isUndone: undone.contains($0.number))
          },
          "hasMore": written.count > mostWritten,
          "entriesHref": Address("entries", query: ["kind": "import"]),
        ])))
  }

  private static func draft(_ context: PageContext, _ draft: ImportDraft) -> View {
    let job = context.site.imports.job(on: draft.number)
    let (state, isPlanned): (String, Bool) =
      switch job?.outcome {
      case nil where job != nil: (job?.work == .writing ? "正在写入" : "正在读取", false)
      case .failed: ("读不成，要改", false)
      case .stopped: ("已中止", false)
      case nil, .planned, .written, .withoutEffect:
        (draft.stateWords, draft.state == .planned)
      }
    return View([
      "href": Address.draft(draft.number), "name": draft.name, "sender": draft.sender,
      "state": state, "holder": draft.last.person, "touched": draft.last.at.shortText,
      "action": isPlanned ? "看方案" : "继续",
      "discard": Address.draft(draft.number, "discard"),
    ])
  }

  /// Returns the numbers of the entries that are currently undone.
  private static func undone(_ entries: [Entry]) -> Set<Int64> {
    var undone: Set<Int64> = []
    // Newest first: an undo that was itself undone does not count.
    for entry in entries where !undone.contains(entry.number) {
      if let other = entry.undoes { undone.insert(other) }
    }
    return undone
  }

  private static func entry(_ entry: Entry, isUndone: Bool) -> View {
    let counts = entry.counts
    return View([
      "number": entry.number, "file": entry.source?.fileName ?? "",
      "sender": entry.source?.sender ?? "",
      "counts": "新增 \(counts.created) 变更 \(counts.updated) 不变 \(counts.unchanged)",
      "when": entry.at.shortText, "who": entry.actor,
      "entryHref": Address("entries", String(entry.number)),
      "receiptHref": Address("receipts", String(entry.number)),
      "undoHref": isUndone ? nil : Address("entries", String(entry.number), "undo"),
    ])
  }

  /// Receives uploaded files. A single one continues to its page, several return to this page.
  static func receive(_ context: PageContext) throws -> WebResponse {
    let files = context.request.files.filter { $0.field == "files" }
    if files.isEmpty {
      return .seeOther(Address("imports", query: ["nothing": "1"]))
    }
    var options = ImportDraft.Options()
    try options.read(context.form)
    let drafts = try files.map { try $0.upload.finish(options) }
    for draft in drafts { try context.site.imports.plan(draft.number, at: context.importing) }
    if drafts.count > 1 { return .seeOther(Address("imports")) }
    return .seeOther(.draft(drafts[0].number))
  }
}

extension ImportDraft.Options {
  /// Reads the options from a form. Throws `Failure` for an invalid year.
  mutating func read(_ form: Query) throws {
    sender = form["sender"]?.trimmingCharacters(in: .whitespaces)
    if let text = form["year"] {
      guard let year = Int(text), (1990...2100).contains(year) else {
        throw Failure(400, "“\(text.prefix(20))”不是年份。", "写四位数字，例如 2026；不写就按清单的标题。")
      }
      self.year = year
    } else {
      year = nil
    }
    let separators = CharacterSet(charactersIn: "、，,;； \n")
    clear = (form["clear"] ?? "").components(separatedBy: separators).filter { !$0.isEmpty }
  }
}
