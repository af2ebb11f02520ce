import LedgerData

/// How Chinese text is typed: the syllables of its characters, every usual reading of a polyphone.
package struct Pinyin: Sendable {
  /// The table that travels inside the binary.
  package static let shared = Pinyin(table: LedgerData.pinyin)

  /// Up to four readings of a character from U+4E00 on, 16 bits each: a syllable's number from 1.
  private var readings: [UInt64]
  private var letters: [UInt8] = []
  /// Where each syllable begins in `letters`; one more at the end.
  private var starts: [Int] = [0, 0]

  private static let firstScalar: UInt32 = 0x4E00
  private static let scalars = 0x5200
  private static let longestText = 64

  /// Reads lines of a syllable, a space, and its characters.
  init(table: [UInt8]) {
    readings = [UInt64](repeating: 0, count: Self.scalars)
    for line in table.split(separator: UInt8(ascii: "\n")) {
      guard let space = line.firstIndex(of: UInt8(ascii: " ")) else { continue }
      letters += line[..<space]
      starts.append(letters.count)
      let syllable = UInt64(starts.count - 2)
      var text = String(decoding: line[(space + 1)...], as: UTF8.self)
      text.makeContiguousUTF8()
      for scalar in text.unicodeScalars where scalar.value >= Self.firstScalar {
        let index = Int(scalar.value - Self.firstScalar)
        guard index < Self.scalars else { continue }
        let count = Self.count(readings[index])
        if count < 4 { readings[index] |= syllable << UInt64(count * 16) }
      }
    }
  }

  /// The text in full pinyin, then in initials, each in up to four variants so that every reading of
  /// its polyphones occurs: 长安 gives `changan`, `zhangan`, `ca`, `za`.
  package func searchForms(of text: String) -> [String] {
    var bytes: [UInt8] = []
    appendForms(of: text, to: &bytes)
    return bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether two characters have a syllable in common.
  package func soundAlike(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
    guard let one = unit(of: one), let other = unit(of: other), one >> 63 == 0, other >> 63 == 0
    else { return false }
    return Self.syllables(one).contains { Self.syllables(other).contains($0) }
  }

  private static func syllables(_ unit: UInt64) -> [UInt64] {
    (0..<count(unit)).map { unit >> UInt64($0 * 16) & 0x7FFF }
  }

  /// Appends the forms, each after a line feed.
  func appendForms(of text: String, to bytes: inout [UInt8]) {
    var units: [UInt64] = []
    units.reserveCapacity(Self.longestText)
    var variants = 1
    var hasSyllable = false
    for scalar in text.unicodeScalars {
      guard units.count < Self.longestText, let unit = unit(of: scalar) else { continue }
      units.append(unit)
      if unit >> 63 == 0 {
        hasSyllable = true
        variants *= min(Self.count(unit), 4)
        variants = min(variants, 4)
      }
    }
    guard hasSyllable else { return }
    append(units, variants: variants, to: &bytes) { syllable in
      letters[starts[syllable]..<starts[syllable + 1]]
    }
    append(units, variants: variants, to: &bytes) { syllable in
      letters[starts[syllable]..<(starts[syllable] + 1)]
    }
  }

  private func append(
    _ units: [UInt64], variants: Int, to bytes: inout [UInt8],
    spelling: (Int) -> ArraySlice<UInt8>
  ) {
    var written: [Range<Int>] = []
    for variant in 0..<variants {
      bytes.append(UInt8(ascii: "\n"))
      let start = bytes.count
      var polyphones = 0
      for unit in units {
        if unit >> 63 == 1 {
          bytes.append(UInt8(truncatingIfNeeded: unit))
          continue
        }
        let count = Self.count(unit)
        var reading = 0
        if count > 1 {
          reading = Self.reading(of: count, at: polyphones, variant: variant)
          polyphones += 1
        }
        bytes.append(contentsOf: spelling(Int(unit >> UInt64(reading * 16) & 0x7FFF)))
      }
      let range = start..<bytes.count
      if written.contains(where: { bytes[$0] == bytes[range] }) {
        bytes.removeSubrange((start - 1)...)
      } else {
        written.append(range)
      }
    }
  }

  /// A character's readings; for an ASCII letter or digit its byte with the top bit set; else nil.
  private func unit(of scalar: Unicode.Scalar) -> UInt64? {
    let value = scalar.value
    if value >= Self.firstScalar, value < Self.firstScalar + UInt32(Self.scalars) {
      let unit = readings[Int(value - Self.firstScalar)]
      return unit == 0 ? nil : unit
    }
    let half = (0xFF01...0xFF5E).contains(value) ? value - 0xFEE0 : value
    switch UInt8(exactly: half) {
    case let digit? where (0x30...0x39).contains(digit): return 1 << 63 | UInt64(digit)
    case let capital? where (0x41...0x5A).contains(capital):
      return 1 << 63 | UInt64(capital + 0x20)
    case let small? where (0x61...0x7A).contains(small): return 1 << 63 | UInt64(small)
    default: return nil
    }
  }

  private static func count(_ unit: UInt64) -> Int {
    (64 - unit.leadingZeroBitCount + 15) / 16
  }

  /// Which reading a polyphone takes in a variant: neighbours of two readings meet in every pair.
  private static func reading(of count: Int, at position: Int, variant: Int) -> Int {
    let isEven = position.isMultiple(of: 2)
    switch count {
    case 2: return isEven ? variant & 1 : variant >> 1
    case 3: return isEven ? [0, 1, 2, 0][variant] : [0, 0, 1, 2][variant]
    default: return isEven ? variant : [0, 3, 2, 1][variant]
    }
  }
}
