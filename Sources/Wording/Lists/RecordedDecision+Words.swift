package import Ledger

extension RecordedDecision {
  /// A decision in words.
  package struct Words: Sendable {
    /// The kind of decision: 产业链, 单位, 表头, 冲突 …
    package let kind: String
    /// The word as written in the list.
    package let text: String
    package let meaning: String
    /// The list it came from.
    package let file: String
    package var isPromoted = false
    /// Whether the word can become an alias of what it means.
    package var isPromotable = false
  }

  /// The decision in words.
  package func words(_ catalogue: Catalogue) -> Words { Self.words(content, catalogue) }

  /// The decision of a catalogue item in words; nil if it is not a decision.
  package static func words(_ item: CatalogueItem, _ catalogue: Catalogue) -> Words? {
    let content = Decision(item).map { Content.word($0) } ?? Settlement(item).map { .conflict($0) }
    return content.map { words($0, catalogue) }
  }

  private static func words(_ content: Content, _ catalogue: Catalogue) -> Words {
    switch content {
    case .word(let word):
      let meaning: String =
        switch word.meaning {
        case .item(let kind, let code): catalogue.name(of: kind, code)
        case .column(let text): ValueWords.columnLabel(text, catalogue)
        case .project(let project): project.map { "台账第 \($0) 号项目" } ?? "新项目"
        case .nothing: "忽略"
        }
      let isPromotable: Bool =
        switch word.meaning {
        case .item, .column: !word.isPromoted
        case .project, .nothing: false
        }
      return Words(
        kind: word.subject.label, text: word.text, meaning: meaning, file: word.file,
        isPromoted: word.isPromoted, isPromotable: isPromotable)
    case .conflict(let settlement):
      func text(_ value: Value) -> String {
        ValueWords.text(value, field: settlement.key.field, catalogue)
      }
      let meaning: String =
        switch settlement.choice {
        case .list: "采用清单 " + text(settlement.list)
        case .hand: "保留台账，不采用 " + text(settlement.list)
        case .other(let value): "改为 " + text(value)
        }
      return Words(
        kind: "冲突", text: "项目 \(settlement.project) \(settlement.key.field.label)",
        meaning: meaning, file: settlement.file)
    }
  }
}
