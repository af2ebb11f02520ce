import Intake
package import Ledger

extension UnreadRows {
  /// What was not read: 工作表「清单」第 3、7-9 行：合计.
  package var words: String {
    let name = sheet.isEmpty ? "清单" : "工作表「\(sheet)」"
    switch what {
    case "sheet.hidden": return "\(name)隐藏，未读"
    case "sheet.other": return "\(name)没有项目清单，未读"
    default:
      let kind = RowKind(rawValue: what)?.words ?? what
      return "\(name)第 \(rowsText.replacing(" ", with: "、")) 行：\(kind)"
    }
  }
}

extension UnreadColumn {
  /// What was not read: 工作表「清单」F 列「亮灯」没有识别，如 绿、红.
  package var words: String {
    let name = sheet.isEmpty ? "" : "工作表「\(sheet)」"
    let label = header.isEmpty ? "没有表头" : "「\(path)」"
    let what = isAsked ? "没有识别，未导入" : "不导入"
    let samples = samples.isEmpty ? "" : "，如 \(samples.joined(separator: "、"))"
    return "\(name)\(letters) 列\(label)\(what)\(samples)"
  }
}

extension UnresolvedTerm {
  /// What was left out: “轴瓦制造”：产业链 2 处（清单!B2、清单!B3）.
  package var words: String {
    let fields = fields.map(\.label).joined(separator: "、")
    let shown = cells.prefix(3).joined(separator: "、") + (cells.count > 3 ? " …" : "")
    return "“\(text)”：\(fields) \(cells.count) 处（\(shown)）"
  }
}

extension OpenConflict {
  /// The disagreement of list and ledger, with names from a catalogue.
  package func words(_ catalogue: Catalogue) -> String {
    func text(_ value: Value?) -> String {
      value.map { ValueWords.text($0, field: key.field, catalogue) } ?? "（空）"
    }
    let standing =
      senders.isEmpty ? "" : "（\(senders.map(\.speakerWords).joined(separator: "、"))所报）"
    return "第 \(source.number) 行，项目 \(project) \(ValueWords.shownLabel(key, catalogue))："
      + "原报 \(text(base))，台账 \(text(ledger))\(standing)，清单 \(text(list))"
  }
}

extension Aside {
  /// What went another way, and why, in words of a catalogue.
  package func words(_ catalogue: Catalogue) -> String {
    "第 \(source.number) 行，项目 \(project) \(ValueWords.shownLabel(key, catalogue))："
      + reason.words(
        key: key, list: list, ledger: ledger, senders: senders, month: month, catalogue)
  }
}

extension Aside.Reason {
  /// The same of a value whose row is told beside it.
  package func words(
    key: FieldKey, list: Value?, ledger: Value?, senders: [String], month: Period?,
    _ catalogue: Catalogue
  ) -> String {
    func text(_ value: Value?) -> String {
      value.map { ValueWords.text($0, field: key.field, catalogue) } ?? "（空）"
    }
    let others =
      senders.map(\.speakerWords).joined(separator: "、") + (month.map { " \($0.text)" } ?? "")
    return switch self {
    case .outdated: "清单 \(text(list))，\(others) 报的月份更晚，台账 \(text(ledger)) 不改"
    case .equals:
      "\(others) 报的是 \(text(ledger))，两家名次相同、月份分不出先后，以后到的 \(text(list)) 为准"
    case .blank: "清单空着，要求清空，但该单位没有报过这个值，台账 \(text(ledger)) 不清"
    }
  }
}

extension FieldChange {
  /// The change in the style of official tables: 总投资：500 万元 → 600 万元.
  package func words(_ catalogue: Catalogue) -> String {
    func text(_ value: Value?) -> String {
      value.map { ValueWords.official($0, field: key.field, catalogue) } ?? "（空）"
    }
    return "\(ValueWords.officialLabel(key, catalogue))：\(text(before)) → \(text(after))"
  }
}
