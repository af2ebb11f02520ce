/// A code that a person types once: characters of an alphabet without those that look alike, some five bits
/// each, in groups of four.
enum OneTimeCode {
  private static let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789".filter { $0 != "L" })

  /// Some 79 bits, to be kept as passwords are.
  static func make() -> String { make(groups: 4) }

  /// Some 118 bits: what the hash of may be kept as of a key (ASVS 6.5.2).
  static func lasting() -> String { make(groups: 6) }

  private static func make(groups: Int) -> String {
    var numbers = SystemRandomNumberGenerator()
    let groups = (0..<groups).map { _ in
      String((0..<4).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &numbers)] })
    }
    return groups.joined(separator: "-")
  }

  /// A typed code in capitals, without separators.
  static func normal(_ typed: String) -> String {
    String(typed.uppercased().filter { alphabet.contains($0) })
  }
}
