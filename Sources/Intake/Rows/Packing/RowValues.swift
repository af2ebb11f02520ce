import Ledger

/// The values of one row while it is read, in any order, at most one per key. Each is encoded as in a
/// block, so that values repeated from row to row are copied as bytes.
struct RowValues: Sendable {
  /// A value: its key and the range of its bytes.
  struct Entry {
    let key: FieldKey
    fileprivate let start: UInt32
    fileprivate let end: UInt32
    /// The number of a value shared by several rows, the same for the same bytes; nil for others.
    let shared: Int32?
  }

  private(set) var entries: [Entry] = []
  /// The buffer; its first `count` bytes are written.
  private var room: [UInt8] = []
  private var count = 0
  /// Long texts, stored beside the bytes.
  private(set) var texts: [String] = []

  init() {}

  init(_ values: some Sequence<ParsedValue>) {
    for value in values { append(value) }
  }

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    count = 0
    if !texts.isEmpty { texts = [] }
  }

  mutating func append(_ value: ParsedValue) {
    reserve(Self.mostBytes(of: value))
    let start = count
    count = room.withUnsafeMutableBytes { bytes in
      var writer = ByteWriter(bytes, at: count, texts: texts)
      writer.put(value)
      texts = writer.texts
      return writer.position
    }
    add(value.key, start)
  }

  /// Adds the text of a cell as UTF-8, at most `RowBlock.longestText` bytes.
  mutating func append(text: Span<UInt8>, as key: FieldKey, column: Int) {
    precondition(key.isWhole && text.count <= RowBlock.longestText, "a text that stands elsewhere")
    reserve(Self.frame + text.count)
    let start = count
    count = room.withUnsafeMutableBytes { bytes in
      var writer = ByteWriter(bytes, at: start)
      writer.put(text: text, column: column)
      return writer.position
    }
    add(key, start)
  }

  /// Adds a copy of another row's value. `shared` is its number among the shared values.
  mutating func append(_ index: Int, of other: RowValues, shared: Int32?) {
    guard other.texts.isEmpty else { return append(other.parsed(index)) }
    let entry = other.entries[index]
    let length = Int(entry.end - entry.start)
    reserve(length)
    let start = count
    other.room.withUnsafeBytes { source in
      room.withUnsafeMutableBytes { bytes in
        UnsafeMutableRawBufferPointer(rebasing: bytes[start..<(start + length)]).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: source[Int(entry.start)..<Int(entry.end)]))
      }
    }
    count += length
    add(entry.key, start, shared: shared)
  }

  /// The value at an index with its key and cell.
  func parsed(_ index: Int) -> ParsedValue {
    withReader(index) { reader in
      let key = reader.key()
      return reader.parsed(key)
    }
  }

  /// Adds the value at an index to a digest.
  func add(_ index: Int, to digest: inout StatementDigest) {
    withReader(index) { $0.add(entries[index].key, to: &digest) }
  }

  /// The length in bytes of the value at an index.
  func length(_ index: Int) -> Int { Int(entries[index].end - entries[index].start) }

  /// Calls `body` with the buffer and a function from a value's index to its byte range.
  func withBytes<T>(_ body: (UnsafeRawBufferPointer, (Int) -> Range<Int>) -> T) -> T {
    room.withUnsafeBytes { bytes in
      body(bytes) { Int(entries[$0].start)..<Int(entries[$0].end) }
    }
  }

  private func withReader<T>(_ index: Int, _ body: (inout ValueReader) -> T) -> T {
    room.withUnsafeBytes { bytes in
      let entry = entries[index]
      var reader = ValueReader(
        bytes, texts, at: Int(entry.start), field: entry.key.fieldNumber)
      return body(&reader)
    }
  }

  private mutating func add(_ key: FieldKey, _ start: Int, shared: Int32? = nil) {
    entries.append(
      Entry(
        key: key, start: UInt32(truncatingIfNeeded: start),
        end: UInt32(truncatingIfNeeded: count), shared: shared))
  }

  private mutating func reserve(_ bytes: Int) {
    let missing = count + bytes - room.count
    if missing > 0 { room += repeatElement(0, count: max(missing, room.count, 1_024)) }
  }

  /// An upper bound of the bytes of mark, key, column, row, and number or length.
  private static let frame = 1 + 8 + 5 + 5 + 10

  /// An upper bound of the bytes of a value.
  private static func mostBytes(of value: ParsedValue) -> Int {
    let raw = value.raw.map(mostBytes) ?? 0
    switch value.value {
    case .text(let text), .reference(let text): return frame + raw + mostBytes(of: text)
    case .money, .quantity, .date, .flag: return frame + raw
    case .references(let texts), .list(let texts):
      return frame + raw + texts.reduce(0) { $0 + mostBytes(of: $1) }
    case .membership, .matter: return frame + raw + mostBytes(of: value.value.canonical)
    }
  }

  private static func mostBytes(of text: String) -> Int {
    5 + min(text.utf8.count, RowBlock.longestText)
  }
}
