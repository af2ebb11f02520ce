import Ledger

/// An index of codes that finds them also by codes with a typing slip: one wrong digit, or two neighbouring digits
/// swapped.
struct CodeSlips: Sendable {
  private var places: [String: [Int32]] = [:]
  /// Whether any code fails its check: otherwise slips are not considered.
  private var hasDoubtful = false

  mutating func add(_ place: Int32, _ code: String?) {
    guard let code else { return }
    let read = ProjectCode(code)
    places[read.canonical ?? code, default: []].append(place)
    if read.isDoubtful { hasDoubtful = true }
  }

  /// The positions of the projects with this code, or one that is a slip away from it.
  func places(near code: String?) -> [Int32] {
    guard let code else { return [] }
    let read = ProjectCode(code)
    guard hasDoubtful || read.isDoubtful else { return places[read.canonical ?? code] ?? [] }
    return Self.codes(near: code).flatMap { places[$0] ?? [] }
  }

  /// A code, and all codes one slip away from it.
  static func codes(near code: String) -> [String] {
    guard let text = ProjectCode(code).canonical else { return [code] }
    var found = [text]
    var digits = Array(text.utf8)
    let positions = digits.indices.filter { digits[$0] != UInt8(ascii: "-") }
    func look() { found.append(String(decoding: digits, as: UTF8.self)) }
    for (number, position) in positions.enumerated() {
      let own = digits[position]
      for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != own {
        digits[position] = digit
        look()
      }
      digits[position] = own
      guard number + 1 < positions.count, digits[positions[number + 1]] != own else { continue }
      digits.swapAt(position, positions[number + 1])
      look()
      digits.swapAt(position, positions[number + 1])
    }
    return found
  }
}

extension ProjectCode {
  fileprivate var isDoubtful: Bool { if case .checksumWrong = self { true } else { false } }
}
