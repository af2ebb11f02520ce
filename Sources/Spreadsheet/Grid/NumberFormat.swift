/// The parts of a date that a number format code displays.
///
/// ECMA-376 §18.8.31. Quoted and escaped text, colours, locales and digits are ignored; the first
/// section that displays a date decides for the whole code.
struct NumberFormat {
  /// The parts of a date; empty for the format of a number.
  let parts: DateParts

  init(_ code: String) {
    var parts: DateParts = []
    var scanner = FormatScanner(Array(code.utf8))
    while parts.isEmpty, let section = scanner.section() { parts = section }
    self.parts = parts
  }
}

/// Parses the sections of a format code.
private struct FormatScanner {
  private let code: [UInt8]
  private var index = 0
  private var parts: DateParts = []
  /// The letter of the last part: an m after hours is minutes.
  private var last: UInt8 = 0
  /// Whether the last m is the month unless seconds follow.
  private var monthIsOpen = false
  private var hadMonth = false

  init(_ code: [UInt8]) { self.code = code }

  /// The parts of the next section, nil at the end.
  mutating func section() -> DateParts? {
    guard index < code.count else { return nil }
    parts = []
    last = 0
    monthIsOpen = false
    while index < code.count {
      let character = code[index]
      index += 1
      switch character {
      case UInt8(ascii: ";"): return parts
      case UInt8(ascii: "\""): skip(past: character)
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): index += 1
      case UInt8(ascii: "["): bracket()
      default: letter(character | 0x20)
      }
    }
    return parts
  }

  private mutating func letter(_ letter: UInt8) {
    if letter == UInt8(ascii: "g"), skip(word: "eneral") { return }
    if letter == UInt8(ascii: "a"), skip(word: "m/pm") || skip(word: "/p") {
      return add(.hour, UInt8(ascii: "h"))
    }
    let start = index
    while index < code.count, code[index] | 0x20 == letter { index += 1 }
    switch letter {
    case UInt8(ascii: "y"), UInt8(ascii: "b"): add(.year, letter)
    case UInt8(ascii: "e"):
      let isPower =
        index < code.count && (code[index] == UInt8(ascii: "+") || code[index] == UInt8(ascii: "-"))
      if !isPower { add(.year, letter) }
    case UInt8(ascii: "d"): add(.day, letter)
    case UInt8(ascii: "a") where index - start >= 2: add(.day, letter)
    case UInt8(ascii: "h"): add(.hour, letter)
    case UInt8(ascii: "m"): month(letters: index - start + 1)
    case UInt8(ascii: "s"):
      if monthIsOpen {
        if !hadMonth { parts.remove(.month) }
        parts.insert(.minute)
      }
      add(.second, letter)
    default: break
    }
  }

  private mutating func month(letters: Int) {
    if letters <= 2, last == UInt8(ascii: "h") {
      add(.minute, UInt8(ascii: "m"))
    } else {
      hadMonth = parts.contains(.month)
      add(.month, UInt8(ascii: "m"))
      monthIsOpen = letters <= 2
    }
  }

  private mutating func add(_ part: DateParts, _ letter: UInt8) {
    parts.insert(part)
    last = letter
    monthIsOpen = false
  }

  /// Reads a bracket: `[h]`, `[mm]` and `[s]` are elapsed time; colours, conditions and locales are ignored.
  private mutating func bracket() {
    let start = index
    skip(past: UInt8(ascii: "]"))
    let inner = code[start..<max(start, min(index, code.count) - 1)]
    guard let first = inner.first.map({ $0 | 0x20 }), inner.allSatisfy({ $0 | 0x20 == first })
    else { return }
    switch first {
    case UInt8(ascii: "h"): add(.hour, first)
    case UInt8(ascii: "m"): add(.minute, first)
    case UInt8(ascii: "s"): add(.second, first)
    default: return
    }
    parts.insert(.elapsed)
  }

  private mutating func skip(past character: UInt8) {
    while index < code.count, code[index] != character { index += 1 }
    index += 1
  }

  private mutating func skip(word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard code.count - index >= count else { return false }
    for offset in 0..<count where code[index + offset] | 0x20 != word.utf8Start[offset] | 0x20 {
      return false
    }
    index += count
    return true
  }
}
