import Ledger
import Operations
import Wording

/// A pending item with its sides and possible answers.
struct QueueCard {
  private let item: PendingItem
  private let catalogue: Catalogue
  private let back: Query

  init(_ item: PendingItem, _ catalogue: Catalogue, back: Query) {
    self.item = item
    self.catalogue = catalogue
    self.back = back
  }

  var view: View {
    let names = item.names
    return View([
      "id": item.id.text, "kind": item.id.kind.words, "name": item.name,
      "place": place, "reason": item.reason(catalogue) { names[$0] },
      "projectHref": item.project.map { Address.project($0) },
      "entryHref": item.entry.map { Address("entries", String($0)) },
      "entry": item.entry.map { String($0) },
      "heads": item.sides.map { View(["text": head(of: $0)]) },
      "seen": item.isAboutValue ? item.sidesSeen(catalogue) : nil,
      "lines": lines, "hasSides": !item.sides.isEmpty, "act": Address("queue"),
      "choices": choices.enumerated().map { number, choice in
        View(["value": choice.value, "label": choice.label])
      },
      "typed": typed, "list": listName, "backKind": back["kind"], "backSender": back["sender"],
    ])
  }

  /// The place, such as 市工信局，3月清单.xlsx，工作表“清单”，第 12 行.
  private var place: String {
    [
      item.sender.isEmpty ? nil : item.sender, item.file,
      item.sheet.flatMap { $0.isEmpty ? nil : "工作表“\($0)”" }, item.row.map { "第 \($0) 行" },
    ].compactMap { $0 }.joined(separator: "，")
  }

  // MARK: Sides

  private func head(of side: PendingItem.Side) -> String {
    switch side.party {
    case .list: "清单"
    case .ledger: "台账"
    case .project(let id): "项目 \(id)"
    }
  }

  private var lines: [View] {
    var keys: [FieldKey] = []
    for side in item.sides {
      for entry in side.says.entries where !keys.contains(entry.key) { keys.append(entry.key) }
    }
    return keys.map { key in
      let texts = item.sides.map { side in
        side.says[key].map { ValueWords.text($0, field: key.field, catalogue) } ?? ""
      }
      return View([
        "label": ValueWords.shownLabel(key, catalogue),
        "sides": texts.map { View(["text": $0, "differs": $0 != texts[0]]) },
      ])
    }
  }

  // MARK: Answers

  private typealias Choice = (value: String, label: String)

  private var choices: [Choice] {
    switch item.matter {
    case .row(.possibly), .row(.several):
      item.sides.compactMap { side -> Choice? in
        if case .project(let id) = side.party { ("name:\(id)", "是项目 \(id)") } else { nil }
      } + [("new", "是新项目"), ("left", "不采用")]
    case .row(.repeated): [("same", "与前一行是同一个"), ("new", "是新项目"), ("left", "不采用")]
    case .word(let word):
      word.nearest.map { ("name:\($0)", $0) } + [("other", typed ?? "")]
        + (isAddable(word) ? [("new", "目录里新增")] : []) + [("left", "忽略")]
    case .header(let column):
      column.nearest.map { ("name:\($0.id)", $0.label) }
        + [("other", typed ?? ""), ("left", "这一列不要")]
    case .conflict, .difference: [("list", "采用清单"), ("left", "保留台账"), ("other", typed ?? "")]
    case .duplicate(_, _, _):
      [("same", "是同一个，后者并入前者"), ("different", "不是同一个"), ("later", "搁置")]
    case .list, .missing: [("ok", "看过了")]
    }
  }

  private func isAddable(_ word: UnresolvedTerm) -> Bool {
    word.subject == .chain || word.subject == .unit
  }

  /// What the text field asks for; nil if there is none.
  private var typed: String? {
    switch item.matter {
    case .word: "目录里的"
    case .header: "字段"
    case .conflict, .difference: "另填"
    case .row, .duplicate, .list, .missing: nil
    }
  }

  /// The `id` of the list of suggestions for the text field.
  private var listName: String? {
    switch item.matter {
    case .word(let word): "names-\(word.subject.rawValue)"
    case .header: "names-header"
    default: nil
    }
  }

  /// Returns the suggestions for the cards' text fields, each list once.
  static func names(for items: [PendingItem], _ catalogue: Catalogue) -> [View] {
    var lists: [String: [String]] = [:]
    for item in items {
      switch item.matter {
      case .word(let word):
        lists["names-\(word.subject.rawValue)"] = word.subject.kinds.flatMap { kind in
          catalogue.items(of: kind).prefix(400).map(\.name)
        }
      case .header: lists["names-header"] = Field.allCases.map(\.label)
      default: break
      }
    }
    return lists.sorted { $0.key < $1.key }.map { list in
      View(["listName": list.key, "options": list.value.map { View(["name": $0]) }])
    }
  }
}
