import Crypto
import Engine
import Ledger
import Machine

/// The hash chain that makes tampering visible: each entry's hash covers the previous one.
///
/// SHA-256 over the previous hash, the header's fields, every change in order, the catalogue changes and notes, and
/// the counts; each part is preceded by its length, so that the input is unambiguous.
struct EntryHash: Sendable {
  static let none = String(repeating: "0", count: 64)

  /// The number of bytes from which hashing is worth another core.
  private static let most = 1 << 20

  private var hasher = SHA256()
  /// The hasher of everything before `pending`, at work on another core; nil if none is.
  private var behind: Later<SHA256>?
  private var pending: [UInt8] = []

  init(previous: String) { add(previous) }

  /// Adds columns of a row, byte by byte as stored.
  mutating func add(_ row: any Statement, _ columns: ClosedRange<Int32>) {
    for column in columns {
      if row.isNull(column) {
        add(integer: -1)
      } else {
        let bytes = row.bytes(column)
        add(integer: Int64(bytes.count))
        pending.append(contentsOf: bytes)
      }
    }
  }

  /// Adds one change of a project.
  mutating func add(
    project: Int64, kind: Change.Kind, row: SourceRow?, body: UnsafeBufferPointer<UInt8>
  ) {
    add(integer: project)
    add(kind.rawValue)
    add(integer: Int64(row?.table ?? -1))
    add(integer: Int64(row?.number ?? -1))
    add(integer: Int64(body.count))
    pending.append(contentsOf: body)
    if pending.count > Self.most { hashBehind() }
  }

  /// Adds one change of the catalogue.
  mutating func add(item kind: String, code: String, before: String?, after: String) {
    for part in [kind, code, before, after] { add(part) }
  }

  /// Adds a note of the entry.
  mutating func add(note kind: String, text: String) {
    for part in ["note", kind, text] { add(part) }
  }

  mutating func finish(counts: Entry.Counts) -> String {
    for count in [counts.created, counts.updated, counts.removed, counts.unchanged] {
      add(integer: Int64(count))
    }
    return digest
  }

  /// The hash of everything added so far.
  var digest: String {
    var hasher = behindHasher
    pending.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    return Hexadecimal.text(hasher.finalize())
  }

  /// Adds one text; nil differs from an empty text.
  mutating func add(_ part: String?) {
    guard let part else { return add(integer: -1) }
    add(integer: Int64(part.utf8.count))
    pending.append(contentsOf: part.utf8)
  }

  private mutating func add(integer: Int64) {
    withUnsafeBytes(of: integer.littleEndian) { pending.append(contentsOf: $0) }
  }

  /// The hasher of everything before `pending`.
  private var behindHasher: SHA256 { behind?.get() ?? hasher }

  /// Hashes the pending bytes on another core.
  private mutating func hashBehind() {
    let (before, bytes) = (behindHasher, pending)
    let next = Later {
      var hasher = before
      bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
      return hasher
    }
    next.start()
    behind = next
    pending = []
    pending.reserveCapacity(bytes.count)
  }
}
