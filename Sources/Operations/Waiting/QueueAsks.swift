import Intake
package import Ledger
import Matching
import SpreadsheetWriting
package import Wording

/// The items of the queue as a file to fill in and pass to `queue --decide`.
package struct QueueAsks: Sendable {
  private let items: [PendingItem]
  private let catalogue: Catalogue

  package init(_ items: [PendingItem], _ catalogue: Catalogue) {
    self.items = items
    self.catalogue = catalogue
  }

  package var isEmpty: Bool { items.isEmpty }

  /// YAML with blank answers; the questions follow as comments.
  package func text(_ hints: HintWords) -> String {
    var lines = AsksWords.head(giveBack: hints(.act(.giveBackQueue))).map { "# " + $0 }
    for part in Part.allCases {
      let own = items.filter { part.kinds.contains($0.id.kind) }
      if own.isEmpty { continue }
      if let words = part.words { lines.append("# " + words) }
      lines += ["\(part.rawValue):"] + own.flatMap { self.lines($0, part) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The parts of the file.
  private enum Part: String, CaseIterable {
    case decisions
    case headers
    case conflicts
    case duplicates
    case seen

    var kinds: Set<PendingID.Kind> {
      switch self {
      case .decisions: [.row, .word]
      case .headers: [.header]
      case .conflicts: [.conflict, .difference]
      case .duplicates: [.duplicate]
      case .seen: [.list, .missing]
      }
    }

    var words: String? {
      switch self {
      case .decisions: AsksWords.waitingRows
      case .headers: nil
      case .conflicts: AsksWords.conflicts
      case .duplicates: AsksWords.duplicates
      case .seen: AsksWords.seen
      }
    }
  }

  private func lines(_ item: PendingItem, _ part: Part) -> [String] {
    let names = item.names
    let says = [item.name, item.reason(catalogue) { names[$0] }]
    let sides = item.sides.map { item.words(of: $0, catalogue) }
    func comment(_ texts: [String]) -> String {
      "  # " + YAMLText.comment(texts.joined(separator: "；"))
    }
    var lines = ["- id: \(YAMLText.quoted(item.id.text))" + comment(says)]
    if !item.sender.isEmpty { lines.append("  sender: \(YAMLText.quoted(item.sender))") }
    switch item.matter {
    case .row:
      lines += ["  kind: project", "  value: \(YAMLText.quoted(item.name))"]
      lines.append("  canonical:" + comment(sides))
    case .word(let word):
      lines += ["  kind: \(word.subject.rawValue)", "  value: \(YAMLText.quoted(word.text))"]
      lines.append("  canonical:")
      if word.subject.takesNewItems { lines.append("  new:") }
    case .header(let column):
      lines += ["  path: \(YAMLText.quoted(column.path))", "  field:"]
    case .conflict, .difference:
      lines += ["  project: \(item.project ?? 0)", "  field: \(item.key?.text ?? "")"]
      lines += ["  sides: \(YAMLText.quoted(item.sidesText(catalogue)))", "  resolution:"]
    case .duplicate: lines.append("  answer:" + comment(sides))
    case .list, .missing: lines.append("  answer:")
    }
    return lines
  }
}

extension PendingItem {
  /// The values of all sides on one line: an answer that includes it applies only to exactly these values.
  package func sidesText(_ catalogue: Catalogue) -> String {
    sides.map { words(of: $0, catalogue) }.joined(separator: "；")
  }

  /// The same as a form submits it, with all white space normalized.
  package func sidesSeen(_ catalogue: Catalogue) -> String {
    sidesText(catalogue).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension LedgerOperations {
  /// Writes the questions to a file, atomically.
  package func write(_ asks: QueueAsks, to path: String) throws {
    let file = try TextWriter(path: output(path))
    try file.write(asks.text(hints))
    try file.finish()
  }
}
