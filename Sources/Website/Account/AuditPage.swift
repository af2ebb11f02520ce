import Access
import Foundation
import Ledger
import Operations

/// 审计: the audit log, for auditors only. Reading it is itself audited.
enum AuditPage {
  private static let size = 100

  static func show(_ context: PageContext) throws -> WebResponse {
    let access = try context.access
    let query = context.query
    var question = try question(context, limit: size + 1)
    question.before = query["before"].flatMap { Int64($0) }
    try context.site.door.record(.audit, context.caller, on: query.encoded)
    let lines = try access.lines(question)
    let shown = lines.prefix(size)
    let faults = query["verify"] == nil ? nil : try access.auditFaults()
    return try context.accountPage(
      Page(
        "audit", title: "审计", in: nil,
        View([
          "rows": shown.map(row), "head": try access.auditHead().description,
          "words": query["q"] ?? "", "from": query["from"] ?? "", "until": query["until"] ?? "",
          "acts": AuditAct.allCases.map {
            View(["act": $0.rawValue, "label": $0.label, "current": $0 == question.act])
          },
          "older": lines.count > size
            ? shown.last.map {
              Address("audit", query: query.setting("before", to: String($0.number)))
            } : nil,
          "export": Address("audit.csv", query: query.only(["act", "q", "from", "until"])),
          "verify": Address("audit", query: query.setting("verify", to: "yes")),
          "verdict": faults.map {
            $0.isEmpty ? "链完整，一行不少。" : "链在第 \($0.map(String.init).joined(separator: "、")) 行断开：有人改过。"
          },
          "rescues": try RescueView.views(context),
        ])))
  }

  private static func question(_ context: PageContext, limit: Int) throws -> AuditQuestion {
    let query = context.query
    var question = AuditQuestion(limit: limit)
    question.act = query["act"].flatMap { AuditAct(rawValue: $0) }
    question.words = query["q"]
    question.from = try moment(query["from"])
    question.until = try moment(query["until"])?.addingTimeInterval(86_400)
    return question
  }

  /// Returns the start of a day in Shanghai.
  private static func moment(_ text: String?) throws -> Date? {
    guard let text else { return nil }
    guard text.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil,
      let date = try? Date("\(text)T00:00:00+08:00", strategy: .iso8601)
    else { throw Failure(400, "「\(text)」不是日期。", "写成 2026-03-31。") }
    return date
  }

  private static func row(_ record: AuditRecord) -> View {
    let line = record.line
    return View([
      "lineNumber": record.number, "at": ShanghaiCalendar.text(record.at),
      "label": line.act.label,
      "who": line.name + (line.login.map { "（\($0)）" } ?? ""), "address": line.address,
      "subject": line.subject, "entryNumber": line.entry.map(String.init),
      "result": line.others.map { "同一来源这一分钟另有 \($0) 次" }
        ?? (line.result == AuditLine.done ? "完成" : line.result),
    ])
  }

  /// All matching lines as a CSV file, oldest first.
  static func file(_ context: PageContext) throws -> WebResponse {
    let lines = try context.access.lines(try question(context, limit: 1_000_000))
    let head = ["行", "时间", "行为", "登录名", "姓名", "地址", "对象", "凭证", "结果", "校验码"]
    let rows = lines.reversed().map { record in
      let line = record.line
      return [
        String(record.number), ShanghaiCalendar.text(record.at), line.act.label,
        line.login ?? "", line.name, line.address, line.subject,
        line.entry.map(String.init) ?? "", line.result, record.hash,
      ]
    }
    let text = "\u{FEFF}" + ([head] + rows).map { CSV.record($0.map(CSV.Field.text)) }.joined()
    return .download(
      .bytes(Array(text.utf8)), name: context.operations.fileName("审计", "csv"),
      type: "text/csv; charset=utf-8")
  }

  /// Acknowledges that an account was rescued on the server.
  static func note(_ context: PageContext) throws -> WebResponse {
    guard let id = Int64(context["rescue"]) else { throw Failure.nowhere }
    try context.access.note(rescue: id, by: context.actor)
    return .seeOther(Address("audit"))
  }
}
