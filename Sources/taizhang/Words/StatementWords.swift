import Ledger
import Operations
import Storage
import Wording

/// The last statements of each sender (各方所报), for values stated by several or stated differently from the ledger's.
enum StatementWords {
  static func lines(_ view: ProjectView) -> [String] {
    let told = view.statements.filter { key, words in
      words.contains { word in
        view.project.record[key].map { !word.value.agrees(with: $0) } ?? true
      }
    }
    let agreed = view.statements.count { key, words in words.count > 1 && told[key] == nil }
    let rest = agreed > 0 ? ["  另有 \(agreed) 个字段几个单位都报过，没有不同。"] : []
    if told.isEmpty { return agreed > 0 ? ["", "各方所报："] + rest : [] }
    var table = TextTable([
      ("字段", .left), ("报送单位", .left), ("所报", .left), ("截至", .left), ("出处", .left),
    ])
    for (key, words) in told.sorted(by: { $0.key < $1.key }) {
      for word in words {
        let value = ValueWords.text(word.value, field: key.field, view.catalogue)
        table.add([
          ValueWords.label(key, view.catalogue), word.sender.speakerWords,
          TextTable.cut(value, to: 30), word.month?.text ?? "",
          ProjectWords.words(word.origin, value: value),
        ])
      }
    }
    return ["", "各方所报："] + table.lines + owners(of: told.keys.sorted(), view) + rest
  }

  /// Which senders take precedence for the listed fields.
  private static func owners(of keys: [FieldKey], _ view: ProjectView) -> [String] {
    let authority = view.catalogue.authority
    var groups: [String] = []
    for key in keys {
      guard let words = authority.group(of: key)?.words(view.catalogue), !groups.contains(words)
      else { continue }
      groups.append(words)
    }
    return groups.map { "  " + $0 }
  }
}
