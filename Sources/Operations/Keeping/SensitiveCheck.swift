import Ledger
import Wording

/// Validates the setting of sensitive fields: an unknown field, or one used for searching, counting or sorting,
/// would not be masked.
enum SensitiveCheck {
  /// Throws `unknownInSetting` with the nearest fields.
  static func check(_ text: String) throws {
    let fields = Field.allCases.filter(\.canBeSensitive)
    for word in text.split(whereSeparator: { "、，, ".contains($0) }).map(String.init)
    where !fields.contains(where: { $0.id == word }) {
      let near = NearNames(fields.map { ($0.id, [$0.label]) })
      throw OperationError.unknownInSetting(word, nearest: near.nearest(to: TextFolding.key(word)))
    }
  }
}
