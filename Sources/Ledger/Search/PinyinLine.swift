/// A buffer for a line of pinyin. Each syllable is stored as a whole word, and the next one
/// overwrites the unused bytes.
struct PinyinLine {
  /// The maximum number of syllables.
  static let longest = 64

  private var letters = InlineArray<528, UInt8>(repeating: 0)
  private var count = 0

  /// Appends the letters of a syllable, the first in the lowest byte.
  @inline(__always)
  mutating func append(_ spelling: UInt64) {
    var letters = letters.mutableSpan
    var bytes = letters.mutableBytes
    bytes.storeBytes(of: spelling.littleEndian, toByteOffset: count, as: UInt64.self)
    count += (UInt64.bitWidth - spelling.leadingZeroBitCount + 7) / 8
  }

  /// Ends the line and appends it to bytes.
  mutating func write(to bytes: inout [UInt8]) {
    append(UInt64(UInt8(ascii: "\n")))
    letters.span.extracting(..<count).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }
}
