import Intake
import Ledger
import Storage
import Wording

extension AnswerDrafts {
  /// Takes an answer about a value that list and ledger both changed. Throws `unfitAnswer`, `rejectedValues`.
  mutating func take(
    _ answer: WaitingAnswer, about conflict: OpenConflict, of entry: Int64
  ) throws {
    var draft = Draft()
    let choice: Settlement.Choice
    switch answer.choice {
    case .left: choice = .hand
    case .list, .value:
      guard isFree(conflict.project) else { return putOff(answer) }
      choice = try self.choice(answer, conflict)
      let before = try store.project(conflict.project).record[conflict.key]
      let after = if case .other(let value) = choice { value } else { conflict.list }
      if before != after {
        // A value that a person wrote stands in no cell.
        let isOfList = choice == .list
        draft.changes = [
          DraftChange(
            project: conflict.project, kind: .update,
            fields: [
              FieldChange(
                key: conflict.key, before: before, after: after,
                raw: isOfList && after != nil ? conflict.raw : nil)
            ],
            stated: isOfList ? [] : conflict.said, row: isOfList ? conflict.source : nil)
        ]
      }
    default: throw OperationError.unfitAnswer(answer.id.text)
    }
    draft.settled = [Settled(answer.id, .left)]
    let source = try source(of: entry)
    if let base = conflict.base, let list = conflict.list, !source.sender.isEmpty {
      let settlement = Settlement(
        sender: source.sender, project: conflict.project, key: conflict.key, base: base,
        list: list, choice: choice, file: source.fileName)
      let code = Settlement.code(
        sender: source.sender, project: conflict.project, key: conflict.key)
      draft.items = [settlement.item(position: position(of: code))]
    }
    add(draft, to: entry)
  }

  private func choice(
    _ answer: WaitingAnswer, _ conflict: OpenConflict
  ) throws -> Settlement.Choice {
    guard case .value(let text) = answer.choice else { return .list }
    let reading = try desk.read(
      [Assignment(field: conflict.key.text, text: text)], catalogue)
    guard let value = reading.values.first(where: { $0.key == conflict.key }) else {
      throw OperationError.unfitAnswer(answer.id.text)
    }
    return .other(value.value)
  }
}

extension OpenConflict {
  /// What the list says of the value.
  fileprivate var said: [Record.Entry] { list.map { [Record.Entry(key: key, value: $0)] } ?? [] }
}
