/// The lines of canonical text, each terminated by a line break.
struct LineReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func next() -> Slice<UnsafeBufferPointer<UInt8>>? {
    guard position < bytes.count else { return nil }
    let start = position
    while position < bytes.count, bytes[position] != ByteText.newline { position += 1 }
    let line = bytes[start..<position]
    position += 1
    return line
  }
}

/// The parts of one line, separated by tabs.
struct PartReader {
  private let line: Slice<UnsafeBufferPointer<UInt8>>
  private var position: Int

  init(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
    self.line = line
    position = line.startIndex
  }

  mutating func next() -> Slice<UnsafeBufferPointer<UInt8>>? {
    guard position <= line.endIndex else { return nil }
    let start = position
    while position < line.endIndex, line[position] != ByteText.tab { position += 1 }
    let part = line[start..<position]
    position += 1
    return part
  }
}
