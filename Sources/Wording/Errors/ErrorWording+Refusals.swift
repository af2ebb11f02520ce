import Ledger
import Storage

extension ErrorWording {
  /// Words for what the ledger refuses to write: it does not fit what stands there. No act of a sound
  /// ledger leads here, so that what stands there is proved first.
  static func refusal(_ contradiction: String) -> ErrorWording {
    Self("要写的与台账里记的对不上：\(contradiction)。没有写入。", .act(.verifyAndRestore), .data)
  }

  static func place(_ row: SourceRow?) -> String {
    row.map { "清单第 \($0.number) 行" } ?? "有一个项目"
  }

  /// A field for people; which part of it is meant, as far as the catalogue is not needed to say so.
  static func label(_ key: FieldKey) -> String {
    switch key.part {
    case .period(let period): "\(key.field.label) \(period.text)"
    case .none, .name, .register: key.field.label
    }
  }
}
