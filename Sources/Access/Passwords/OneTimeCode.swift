/// A code that a person types once: 16 characters of an alphabet without those that look alike, some 79
/// bits, in groups of four.
enum OneTimeCode {
  private static let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789".filter { $0 != "L" })

  static func make() -> String {
    var numbers = SystemRandomNumberGenerator()
    let groups = (0..<4).map { _ in
      String((0..<4).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &numbers)] })
    }
    return groups.joined(separator: "-")
  }

  /// A code as it was typed, with or without its groups.
  static func normal(_ typed: String) -> String {
    String(typed.uppercased().filter { alphabet.contains($0) })
  }
}
