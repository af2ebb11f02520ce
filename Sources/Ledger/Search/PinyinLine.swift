/// A line of pinyin while it is written. A syllable's letters are stored as one word, and what is too
/// much of it is written over by the next.
struct PinyinLine {
  /// How many syllables it takes.
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
