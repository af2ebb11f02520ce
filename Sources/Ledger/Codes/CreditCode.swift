/// The unified social credit code of an organisation (统一社会信用代码, GB 32100-2015).
package struct CreditCode: Hashable, Sendable {
  /// The code in upper case and half width, without white space.
  package let text: String
  /// Whether length, characters and check character are right. Genuine exceptions exist.
  package let isValid: Bool

  package init(_ text: String) {
    self.text = TextFolding.key(text).uppercased()
    isValid = Self.isValid(Array(self.text.utf8))
  }

  private static func isValid(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 18 else { return false }
    var sum = 0
    var weight = 1
    for byte in bytes.dropLast() {
      guard let value = alphabet.firstIndex(of: byte) else { return false }
      sum += value * weight
      weight = weight * 3 % 31
    }
    return alphabet.firstIndex(of: bytes[17]) == (31 - sum % 31) % 31
  }

  /// The letters I, O, S, V and Z are left out.
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
}
