import Foundation
import Ledger
import Operations
import Wording

/// 待办: the pending items, answered in place.
enum QueuePage {
  private static let pageSize = 30

  static func show(_ context: PageContext) throws -> WebResponse {
    let (items, catalogue) = try context.operations.queue()
    context.site.queue.note(
      items.count, for: context.caller.person, revision: try context.revision)
    let kind = context.query["kind"].flatMap { PendingID.Kind(named: $0) }
    let sender = context.query["sender"]
    let ofSender = items.filter { sender == nil || $0.sender == sender }
    let ofKind = items.filter { kind == nil || $0.id.kind == kind }
    let shown = ofSender.filter { kind == nil || $0.id.kind == kind }
    let page = max(1, context.query["page"].flatMap { Int($0) } ?? 1)
    func address(_ name: String, _ value: String?) -> Address {
      let rest = context.query.only(["kind", "sender"]).without(name)
      return Address(
        path: context.request.path, query: value.map { rest.adding(name, $0) } ?? rest)
    }
    let cards = shown.dropFirst((page - 1) * pageSize).prefix(pageSize)
    try Contacts.note(
      cards.flatMap { $0.sides.flatMap { $0.says.entries.map(\.key) } }, catalogue, context)
    return try context.page(
      Page(
        "queue", title: "待办", in: nil,
        View([
          "total": items.count, "isEmpty": items.isEmpty, "matching": shown.count,
          "noneFits": shown.isEmpty && !items.isEmpty, "whole": Address("queue"),
          "kinds": PendingID.Kind.allCases.compactMap { each -> View? in
            let count = ofSender.count { $0.id.kind == each }
            if count == 0 && each != kind { return nil }
            return View([
              "label": each.words, "count": count, "current": each == kind,
              "href": address("kind", each == kind ? nil : each.rawValue),
            ])
          },
          "senders": senders(ofKind, chosen: sender).map { name, count in
            View([
              "label": name, "count": count, "current": name == sender,
              "href": address("sender", name == sender ? nil : name),
            ])
          },
          "hasSenders": !senders(ofKind, chosen: sender).isEmpty,
          "cards": cards.map { QueueCard($0, catalogue, back: context.query).view },
          "names": QueueCard.names(for: Array(cards), catalogue),
          "next": shown.count > page * pageSize ? address("page", String(page + 1)) : nil,
          "previous": page > 1 ? address("page", String(page - 1)) : nil,
        ])))
  }

  private static func senders(
    _ items: [PendingItem], chosen: String?
  ) -> [(key: String, value: Int)] {
    var counts: [String: Int] = [:]
    for item in items where !item.sender.isEmpty { counts[item.sender, default: 0] += 1 }
    if let chosen, counts[chosen] == nil { counts[chosen] = 0 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
  }

  /// Writes an answer, and shows the queue without it.
  static func answer(_ context: PageContext) throws -> WebResponse {
    let form = context.form
    let (items, catalogue) = try context.operations.queue()
    guard let item = items.first(where: { $0.id.text == form["id"] }) else {
      let last = try context.operations.entries(limit: 1).first
      throw Failure(
        409, "这一条已经不在待办里了，多半是刚有人处理过；这次的回答没有写入。",
        last.map { "最近一张凭证是第 \($0.number) 号，经办人\($0.actor)；怎么处理的，在“凭证”里看。" }
          ?? "回到待办看还有什么。")
    }
    if item.isAboutValue, let seen = form["seen"], seen != item.sidesSeen(catalogue) {
      throw Failure(
        409, "这一条说的数后来变了，现在是：\(item.sidesText(catalogue))；这次的回答没有写入。",
        "回到待办，看了现在的数再答。")
    }
    guard let file = DecisionFile(form, about: item, catalogue) else {
      throw Failure(400, "没有选怎么处理。", "选一项再提交；另填的要写上。")
    }
    let entries = try context.operations.decide(file, reason: form["reason"])
    var back: Query = [:]
    for name in ["kind", "sender"] {
      if let value = form["back-" + name] { back = back.adding(name, value) }
    }
    let done = entries.last.map { String($0.number) } ?? "0"
    return .seeOther(Address("queue", query: back.adding("done", done)))
  }
}

extension DecisionFile {
  /// Creates the answer that a form gives to an item; nil if it gives none.
  fileprivate init?(_ form: Query, about item: PendingItem, _ catalogue: Catalogue) {
    guard let choice = form["choice"] else { return nil }
    let typed = form["other"]
    let named = choice.hasPrefix("name:") ? String(choice.dropFirst("name:".count)) : nil
    func word(_ subject: Decision.Subject, _ text: String) -> DecisionFile? {
      let answer: Answer
      switch choice {
      case "left": answer = .nothing
      case "new":
        if subject == .project {
          answer = .known("新项目")
        } else {
          guard let typed else { return nil }
          answer = .new(typed)
        }
      case "same": answer = .known("同一个")
      case "other":
        guard let typed else { return nil }
        answer = .known(typed)
      default:
        guard let named else { return nil }
        answer = .known(named)
      }
      return DecisionFile(
        sender: item.sender.isEmpty ? nil : item.sender,
        words: [Word(line: 1, subject: subject, text: text, answer: answer, id: item.id)])
    }
    switch item.matter {
    case .row:
      guard let file = word(.project, item.name) else { return nil }
      self = file
    case .word(let open):
      guard let file = word(open.subject, open.text) else { return nil }
      self = file
    case .header(let column):
      guard let file = word(.header, column.path) else { return nil }
      self = file
    case .conflict, .difference:
      guard let resolution = choice == "other" ? typed : choice == "left" ? "hand" : choice else {
        return nil
      }
      self.init(
        conflicts: [
          Conflict(
            line: 1, project: String(item.project ?? 0), field: item.key?.text ?? "",
            resolution: resolution, id: item.id, sides: item.sidesText(catalogue))
        ])
    case .duplicate, .list, .missing:
      self.init(others: [Other(line: 1, id: item.id, answer: choice)])
    }
  }
}

extension PendingItem {
  /// Whether the sides disagree about a value, so that an answer is only accepted for the values that were shown.
  var isAboutValue: Bool { [.conflict, .difference].contains(id.kind) }
}
