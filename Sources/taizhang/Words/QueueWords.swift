import Ledger
import Operations
import Wording

/// The queue on the screen: the number of each kind, then one block per item.
struct QueueWords {
  private let items: [PendingItem]
  private let catalogue: Catalogue
  private let limit: Int
  private let width: Int

  init(_ items: [PendingItem], _ catalogue: Catalogue, limit: Int, width: Int = Terminal.width) {
    (self.items, self.catalogue, self.limit, self.width) = (items, catalogue, limit, width)
  }

  var lines: [String] {
    if items.isEmpty { return ["没有等人处理的事项。"] }
    let kinds = PendingID.Kind.allCases.compactMap { kind -> String? in
      let count = items.count { $0.id.kind == kind }
      return count == 0 ? nil : "\(kind.words) \(count)"
    }
    var lines = TextTable.folded("等人处理 \(items.count) 项：\(kinds.joined(separator: "，"))", to: width)
    for item in items.prefix(limit) { lines += [""] + block(item) }
    if items.count > limit {
      lines += ["", "还有 \(items.count - limit) 项，用 --limit、--kind、--sender 查看。"]
    }
    return lines + ["", "逐项处理：taizhang queue --answer；写成文件：--asks 文件，填好后 --decide 文件。"]
  }

  /// What the item is, where it came from, why it waits, what each side states.
  func block(_ item: PendingItem) -> [String] {
    let names = item.names
    let heading = TextTable.cut("■ \(item.id.kind.words)　\(item.name)", to: width)
    let lines =
      [place(item), item.reason(catalogue) { names[$0] }]
      + item.sides.map { item.words(of: $0, catalogue) } + ["编号 \(item.id.text)"]
    return [heading]
      + lines.filter { !$0.isEmpty }.flatMap { line in
        TextTable.folded(line.onOneLine, to: width - 4).enumerated().map {
          ($0 == 0 ? "  " : "    ") + $1
        }
      }
  }

  /// 市工信局，3月清单.xlsx，清单，第 12 行.
  private func place(_ item: PendingItem) -> String {
    [
      item.sender.isEmpty ? nil : item.sender, item.file,
      item.sheet.flatMap { $0.isEmpty ? nil : "工作表「\($0)」" },
      item.row.map { "第 \($0) 行" },
    ].compactMap { $0 }.joined(separator: "，")
  }
}
