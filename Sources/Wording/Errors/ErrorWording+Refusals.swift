import Ledger
import Storage

extension ErrorWording {
  /// The words for an entry that contradicts the ledger's contents. This cannot happen with an intact ledger, so the
  /// hint is to verify it.
  static func refusal(_ contradiction: String) -> ErrorWording {
    Self("要写的与台账里记的对不上：\(contradiction)。没有写入。", .act(.verifyAndRestore), .data)
  }

  static func place(_ row: SourceRow?) -> String {
    row.map { "清单第 \($0.number) 行" } ?? "有一个项目"
  }

  /// A field with its period, as far as possible without the catalogue.
  static func label(_ key: FieldKey) -> String {
    switch key.part {
    case .period(let period): "\(key.field.label) \(period.text)"
    case .none, .name, .register: key.field.label
    }
  }
}
