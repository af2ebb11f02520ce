package import Intake
package import Ledger

/// The texts of a file of questions about a list.
package enum AsksWords {
  /// How to fill in the file; `giveBack` is the front end's way to submit it.
  package static func head(giveBack: String?) -> [String] {
    [
      (giveBack.map { "填好后：\($0)。" } ?? "") + "留空的不认定，下次再问。",
      "canonical 写目录里的名称，或 ignore（忽略）；目录里没有的单位、产业链用 new: 名称 新增。",
    ]
  }

  package static let rows = "待核的行：canonical 写台账里的项目编号，或 新项目。"
  package static let waitingRows = "待核的行：canonical 写台账里的项目编号、新项目、同一个（与前面那一行同一个）或 ignore（不采用）。"
  package static let duplicates = "可能重复：answer 写 same（后者并入前者）、different（不同）或 later（搁置）。"
  package static let seen = "未到的清单、不再报的项目：看过了，answer 写 ok，不再提。"
  package static let conflicts = "resolution 写 list（采用清单）、hand（保留台账），或另写一个值。"

  /// The row's number and name, and which project it may be.
  package static func row(_ number: Int, _ name: String, maybe: (id: ProjectID, name: String)?)
    -> String
  {
    let project = maybe.map { "可能是 \($0.id)「\($0.name)」" } ?? "台账里有几个同名项目"
    return "第 \(number) 行\(name)：\(project)"
  }

  /// The number of cells with a word, and what it may mean.
  package static func ask(_ ask: ValueAsk) -> String {
    let fields = ask.fields.map(\.label).joined(separator: "、")
    let nearest = ask.nearest.isEmpty ? "" : "；是否 \(ask.nearest.joined(separator: "、"))"
    return "\(fields) \(ask.places.count) 处\(nearest)"
  }

  /// Samples of a column, and what it may mean.
  package static func column(_ column: UnknownColumn) -> String {
    let samples = column.samples.joined(separator: "、")
    let nearest = column.nearest.map { "\($0.id)（\($0.label)）" }.joined(separator: "、")
    return "\(column.letters) 列，如 \(samples)\(nearest.isEmpty ? "" : "；是否 \(nearest)")"
  }

  /// The three sides of a conflict, as text in files; nil for no value.
  package static func conflict(
    _ field: Field, base: String?, ledger: String?, list: String?
  ) -> String {
    "\(field.label)：原报 \(base ?? "（空）")，台账 \(ledger ?? "（空）")，清单 \(list ?? "（空）")"
  }
}
