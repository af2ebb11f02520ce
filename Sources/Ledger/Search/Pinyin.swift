import LedgerData

/// How Chinese text is typed: the syllables of its characters, every usual reading of a polyphone.
package struct Pinyin: Sendable {
  /// The table that travels inside the binary.
  package static let shared = Pinyin(table: LedgerData.pinyin)

  /// Up to four readings of a character from U+4E00 on, 16 bits each: a syllable's number from 1.
  private var readings: [UInt64]
  /// The letters of each syllable, the first in the lowest byte.
  private var spellings: [UInt64] = [0]

  private static let firstScalar = 0x4E00
  private static let scalars = 0x5200
  private static let longestText = 64
  private static let lineFeed = UInt8(ascii: "\n")

  /// Reads lines of a syllable, a space, and its characters.
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

  /// Whether two characters have a syllable in common.
  package func soundAlike(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
    syllables(of: one).contains { syllables(of: other).contains($0) }
  }

  private func syllables(of scalar: Unicode.Scalar) -> [UInt64] {
    let readings = readings(of: Int(scalar.value))
    return (0..<Self.count(readings)).map { readings >> UInt64($0 * 16) & 0xFFFF }
  }

  /// Appends the forms of a text's key, each before a line feed.
  func appendForms(of key: Span<UInt8>, to bytes: inout [UInt8]) {
    appendForms(of: key, letters: .max, longest: 8, to: &bytes)
    appendForms(of: key, letters: 0xFF, longest: 1, to: &bytes)
  }

  /// Appends the variants that differ, written with these of each syllable's letters.
  @inline(__always)
  private func appendForms(
    of key: Span<UInt8>, letters: UInt64, longest: Int, to bytes: inout [UInt8]
  ) {
    let first = bytes.count
    var variants = 1
    var variant = 0
    while variant < variants {
      let start = bytes.count
      bytes.append(addingCapacity: min(key.count, Self.longestText) * longest + 1) { form in
        variants = write(variant, of: key, letters: letters, to: &form)
      }
      if variant > 0, Self.repeats(bytes[start...], in: bytes[first..<start]) {
        bytes.removeSubrange(start...)
      }
      variant += 1
    }
  }

  /// Writes one variant and a line feed, or nothing if the text has no Chinese. Returns how many
  /// variants there are.
  @inline(__always)
  private func write(
    _ variant: Int, of key: Span<UInt8>, letters: UInt64, to form: inout OutputSpan<UInt8>
  ) -> Int {
    var variants = 1
    var polyphones = 0
    var hasSyllable = false
    var characters = 0
    var index = 0
    while index < key.count, characters < Self.longestText {
      let byte = key[index]
      if byte < 0x80 {
        index += 1
        guard Self.isTyped(byte) else { continue }
        characters += 1
        form.append(byte)
      } else if byte & 0xF0 != 0xE0 {
        index += byte < 0xE0 ? 2 : 4
      } else {
        var unit = readings(
          of: Int(byte & 0xF) << 12 | Int(key[index + 1] & 0x3F) << 6 | Int(key[index + 2] & 0x3F))
        index += 3
        if unit == 0 { continue }
        characters += 1
        hasSyllable = true
        if unit > 0xFFFF {
          let count = Self.count(unit)
          variants = min(variants * count, 4)
          unit >>= UInt64(Self.reading(of: count, at: polyphones, variant: variant) * 16)
          polyphones += 1
        }
        var spelling = spellings[Int(unit & 0xFFFF)] & letters
        while spelling != 0 {
          form.append(UInt8(truncatingIfNeeded: spelling))
          spelling >>= 8
        }
      }
    }
    if hasSyllable { form.append(Self.lineFeed) } else { form.removeAll() }
    return variants
  }

  /// Whether a line occurs among others.
  private static func repeats(_ line: ArraySlice<UInt8>, in lines: ArraySlice<UInt8>) -> Bool {
    var rest = lines
    while let end = rest.firstIndex(of: lineFeed) {
      if rest[...end] == line { return true }
      rest = rest[(end + 1)...]
    }
    return false
  }

  /// The readings of a character; 0 when it has none.
  private func readings(of scalar: Int) -> UInt64 {
    let index = scalar - Self.firstScalar
    return index >= 0 && index < readings.count ? readings[index] : 0
  }

  /// Whether a character of a key is typed as it is: a digit or letter.
  private static func isTyped(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  private static func count(_ readings: UInt64) -> Int {
    (64 - readings.leadingZeroBitCount + 15) / 16
  }

  /// Which reading a polyphone takes in a variant: neighbours of two readings meet in every pair.
  private static func reading(of count: Int, at position: Int, variant: Int) -> Int {
    let isEven = position.isMultiple(of: 2)
    return switch count {
    case 2: isEven ? variant & 1 : variant >> 1
    case 3: isEven ? variant % 3 : max(variant - 1, 0)
    default: isEven ? variant : (4 - variant) & 3
    }
  }
}
