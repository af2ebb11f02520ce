import Ledger
import Operations
import Storage
import Wording

/// Asks about the waiting items one after the other; each answer is written before the next question.
struct QueueDialogue {
  private let operations: LedgerOperations
  private let items: [PendingItem]
  private let catalogue: Catalogue
  private let reason: String?

  init(
    _ operations: LedgerOperations, _ items: [PendingItem], _ catalogue: Catalogue, reason: String?
  ) {
    (self.operations, self.items, self.catalogue, self.reason) = (
      operations, items, catalogue, reason
    )
  }

  func run() throws {
    guard Terminal.isInteractive else { throw OperationError.withoutTerminal }
    let words = QueueWords(items, catalogue, limit: items.count)
    for (place, item) in items.enumerated() {
      try Terminal.answer(["", "〔\(place + 1)/\(items.count)〕"] + words.block(item))
      var isAnswered = false
      while !isAnswered {
        guard let text = Terminal.line(Self.question(item)), !["q", "退出"].contains(text) else {
          return
        }
        if text.isEmpty { break }
        isAnswered = try answer(item, text)
      }
    }
  }

  /// The possible answers for an item.
  private static func question(_ item: PendingItem) -> String {
    let choices =
      switch item.matter {
      case .row(.possibly): "是 / 新（新项目）/ 项目编号 / 不（不采用）"
      case .row(.several): "项目编号 / 新（新项目）/ 不（不采用）"
      case .row(.repeated): "是（同一个，补前一行没写的）/ 新（新项目）/ 不（不采用）"
      case .word: "目录里的名称 / 新 名称（新增）/ 不（忽略）"
      case .header: "字段 / 不（忽略）"
      case .conflict, .difference: "1 采用清单 / 2 不采用，留台账 / 另写一个值"
      case .duplicate: "是（后者并入前者）/ 不（不同）/ 搁置"
      case .list, .missing: "好（看过了）"
      }
    return "\(choices)；回车跳过，q 退出："
  }

  /// Writes an answer; false if the text is not an answer.
  private func answer(_ item: PendingItem, _ text: String) throws -> Bool {
    do {
      let file = try DecisionFile(answer: text, to: item)
      let entries = try operations.decide(file, reason: reason)
      let reply: Reply =
        entries.isEmpty ? .nothingToWrite : .settled(entries: entries.map(\.number))
      Terminal.note(reply.line)
      return true
    } catch let error as DecisionFaults {
      for fault in error.faults { Terminal.note(ErrorWording.words(fault.fact) + "。") }
      return false
    } catch let error as OperationError where error != .interrupted {
      Terminal.note(ErrorWording(error).line)
      return false
    } catch StorageError.unknownProject(let project) {
      // An earlier answer removed the project.
      Terminal.note(ErrorWording(StorageError.unknownProject(project)).line)
      return true
    }
  }
}

extension DecisionFile {
  /// A decision file with the typed answer to one item.
  fileprivate init(answer text: String, to item: PendingItem) throws {
    let isYes = ["是", "好", "y", "yes", "同"].contains(text)
    let isNo = ["不", "否", "n", "no", "忽略", "不采用"].contains(text)
    switch item.matter {
    case .row:
      let answer: Answer =
        if isNo {
          .nothing
        } else if text == "新" || text == "新项目" {
          .known("新项目")
        } else if isYes {
          .known(item.project.map { String($0) } ?? "同一个")
        } else {
          .known(text)
        }
      self.init(
        sender: item.sender,
        words: [Word(line: 1, subject: .project, text: item.name, answer: answer, id: item.id)])
    case .word(let word):
      let answer: Answer =
        isNo ? .nothing : text.hasPrefix("新 ") ? .new(String(text.dropFirst(2))) : .known(text)
      self.init(
        sender: item.sender,
        words: [Word(line: 1, subject: word.subject, text: word.text, answer: answer, id: item.id)])
    case .header(let column):
      self.init(
        sender: item.sender,
        words: [
          Word(
            line: 1, subject: .header, text: column.path, answer: isNo ? .nothing : .known(text),
            id: item.id)
        ])
    case .conflict, .difference:
      // The number of a choice is not a value.
      let resolution =
        ["1", "采用", "采用清单"].contains(text)
        ? "清单" : isNo || ["2", "留台账"].contains(text) ? "台账" : text
      self.init(
        sender: item.sender,
        conflicts: [
          Conflict(
            line: 1, project: String(item.project ?? 0), field: item.key?.text ?? "",
            resolution: resolution, id: item.id)
        ])
    case .duplicate:
      let answer = isYes ? "same" : isNo ? "different" : text == "搁置" ? "later" : text
      self.init(others: [Other(line: 1, id: item.id, answer: answer)])
    case .list, .missing:
      self.init(others: [Other(line: 1, id: item.id, answer: isYes ? "ok" : text)])
    }
  }
}
