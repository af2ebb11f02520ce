import Ledger
import Wording

/// Looks at what is written into the setting of sensitive fields: one that nobody knows, or that can be searched,
/// counted or sorted by, would not be masked.
enum SensitiveCheck {
  /// Throws `unknownInSetting` with what may be meant.
  static func check(_ text: String) throws {
    let fields = Field.allCases.filter(\.canBeSensitive)
    for word in text.split(whereSeparator: { "、，, ".contains($0) }).map(String.init)
    where !fields.contains(where: { $0.id == word }) {
      let near = NearNames(fields.map { ($0.id, [$0.label]) })
      throw OperationError.unknownInSetting(word, nearest: near.nearest(to: TextFolding.key(word)))
    }
  }
}
