import Engine
import Ledger
import Machine

/// Tests the text of a column; each distinct text is tested once.
final class TextJudge: RowJudge {
  let columns: [Int32]
  private let judge: (String) -> Bool
  private var texts = Interner()
  private var passing: [Bool] = []

  init(_ column: Int32, _ judge: @escaping (String) -> Bool) {
    columns = [column]
    self.judge = judge
  }

  /// Passes texts that contain one of some names in any spelling.
  convenience init(_ column: Int32, holding names: Set<String>) {
    let keys = names.map(TextFolding.key)
    self.init(column) { text in
      let key = TextFolding.key(text)
      return keys.contains { key.contains($0) }
    }
  }

  func passes(_ row: any Statement, _ figures: inout FigureReader) -> Bool {
    if row.isNull(columns[0]) { return false }
    let (number, isNew) = texts.number(of: row.bytes(columns[0]))
    if isNew { passing.append(judge(row.text(columns[0]))) }
    return passing[number]
  }
}
