import LedgerData

/// The pinyin of Chinese text: the syllables of its characters, with all readings of polyphones.
package struct Pinyin: Sendable {
  /// The table embedded in the binary.
  package static let shared = Pinyin(table: LedgerData.pinyin)

  /// Up to four readings of each character from U+4E00 on, 16 bits each: a syllable's index from 1.
  private var readings: [UInt64]
  /// The letters of each syllable, at most eight, the first in the lowest byte.
  private var spellings: [UInt64] = [0]

  private static let firstScalar = 0x4E00
  private static let scalars = 0x5200
  private static let lineFeed = UInt8(ascii: "\n")

  /// Parses lines of a syllable, a space, and its characters.
  init(table: [UInt8]) {
    readings = [UInt64](repeating: 0, count: Self.scalars)
    for line in table.split(separator: Self.lineFeed) {
      guard let space = line.firstIndex(of: UInt8(ascii: " ")) else { continue }
      let syllable = UInt64(spellings.count)
      spellings.append(line[..<space].reversed().reduce(0) { $0 << 8 | UInt64($1) })
      for scalar in String(decoding: line[(space + 1)...], as: UTF8.self).unicodeScalars {
        let index = Int(scalar.value) - Self.firstScalar
        guard readings.indices.contains(index) else { continue }
        let count = Self.count(readings[index])
        if count < 4 { readings[index] |= syllable << UInt64(count * 16) }
      }
    }
  }

  /// The text in full pinyin, then in initials, each in up to four variants so that every reading of
  /// its polyphones occurs: 长安 gives `changan`, `zhangan`, `ca`, `za`.
  package func searchForms(of text: String) -> [String] {
    var bytes: [UInt8] = []
    appendForms(of: TextFolding.key(text).utf8.span, to: &bytes)
    return bytes.split(separator: Self.lineFeed).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether two characters share a syllable.
  package func soundAlike(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
    syllables(of: one).contains { syllables(of: other).contains($0) }
  }

  private func syllables(of scalar: Unicode.Scalar) -> [UInt64] {
    let readings = readings(of: Int(scalar.value))
    return (0..<Self.count(readings)).map { readings >> UInt64($0 * 16) & 0xFFFF }
  }

  /// Appends the forms of a text's key, each followed by a line feed.
  func appendForms(of key: Span<UInt8>, to bytes: inout [UInt8]) {
    let start = bytes.count
    var initials: [UInt8] = []
    var variants = 1
    var variant = 0
    while variant < variants {
      let last = (full: bytes.count, initials: initials.count)
      variants = append(variant, of: key, full: &bytes, initials: &initials)
      if variant > 0 {
        Self.dropRepeated(from: last.full, of: start, in: &bytes)
        Self.dropRepeated(from: last.initials, of: 0, in: &initials)
      }
      variant += 1
    }
    bytes.append(contentsOf: initials)
  }

  /// Appends one variant of both forms, or nothing if the text has no Chinese. Returns the number
  /// of variants.
  private func append(
    _ variant: Int, of key: Span<UInt8>, full: inout [UInt8], initials: inout [UInt8]
  ) -> Int {
    var fullLine = PinyinLine()
    var initialsLine = PinyinLine()
    var variants = 1
    var polyphones = 0
    var hasSyllable = false
    var characters = 0
    var index = 0
    while index < key.count, characters < PinyinLine.longest {
      let byte = key[index]
      let spelling: UInt64
      if byte < 0x80 {
        index += 1
        guard Self.isTyped(byte) else { continue }
        spelling = UInt64(byte)
      } else if byte & 0xF0 != 0xE0 {
        index += byte < 0xE0 ? 2 : 4
        continue
      } else {
        var unit = readings(
          of: Int(byte & 0xF) << 12 | Int(key[index + 1] & 0x3F) << 6 | Int(key[index + 2] & 0x3F))
        index += 3
        if unit == 0 { continue }
        hasSyllable = true
        if unit > 0xFFFF {
          let count = Self.count(unit)
          variants = min(variants * count, 4)
          unit >>= UInt64(Self.reading(of: count, at: polyphones, variant: variant) * 16)
          polyphones += 1
        }
        spelling = spellings[Int(unit & 0xFFFF)]
      }
      characters += 1
      fullLine.append(spelling)
      initialsLine.append(spelling & 0xFF)
    }
    if hasSyllable {
      fullLine.write(to: &full)
      initialsLine.write(to: &initials)
    }
    return variants
  }

  /// Drops the last line if it equals an earlier one.
  private static func dropRepeated(from last: Int, of first: Int, in bytes: inout [UInt8]) {
    var start = first
    while start < last, let end = bytes[start...].firstIndex(of: lineFeed) {
      if bytes[start...end] == bytes[last...] { return bytes.removeSubrange(last...) }
      start = end + 1
    }
  }

  /// The readings of a character; 0 if it has none.
  private func readings(of scalar: Int) -> UInt64 {
    let index = scalar - Self.firstScalar
    return index >= 0 && index < readings.count ? readings[index] : 0
  }

  /// Whether a character of a key is kept as it is: a digit or letter.
  private static func isTyped(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  private static func count(_ readings: UInt64) -> Int {
    (64 - readings.leadingZeroBitCount + 15) / 16
  }

  /// The reading of a polyphone in a variant: two adjacent ones of two readings occur in all pairs.
  private static func reading(of count: Int, at position: Int, variant: Int) -> Int {
    let isEven = position.isMultiple(of: 2)
    return switch count {
    case 2: isEven ? variant & 1 : variant >> 1
    case 3: isEven ? variant % 3 : max(variant - 1, 0)
    default: isEven ? variant : (4 - variant) & 3
    }
  }
}
