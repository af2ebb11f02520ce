import CZip
import Synchronization

/// A zip archive in memory: the package with a workbook's parts.
///
/// Names are compared as OPC requires (§9.1.1): ignoring case and a leading slash; backslashes, which
/// some programs write, count as slashes. Parts are unpacked only when opened.
final class Archive {
  private let handle: OpaquePointer
  private let limits: Limits
  private let isStopped: @Sendable () -> Bool
  /// The index of every entry by normalised name; nil where two entries have the same name.
  private let entries: [String: UInt64?]
  /// Bytes unpacked so far, over all parts.
  private let unpacked = Mutex(0)
  /// Serialises calls to libzip, which has one file position for all parts.
  private let turn = Mutex(())

  /// Opens an archive. Throws `exceeded` when it has too many entries, `damaged` when it is no zip. Its
  /// parts throw `stopped` on the first read after `isStopped` returns true.
  init(
    _ bytes: [UInt8], limits: Limits, isStopped: @escaping @Sendable () -> Bool
  ) throws(SpreadsheetError) {
    self.limits = limits
    self.isStopped = isStopped
    handle = try Self.open(bytes)
    let count = zip_get_num_entries(handle, 0)
    var entries: [String: UInt64?] = [:]
    if count > limits.parts {
      zip_discard(handle)
      throw .exceeded(.parts, part: nil, at: nil)
    }
    for index in 0..<UInt64(max(count, 0)) {
      guard let raw = zip_get_name(handle, index, zip_flags_t(ZIP_FL_ENC_RAW)) else { continue }
      let name = Self.normal(String(cString: raw))
      entries[name] = entries.keys.contains(name) ? .some(nil) : index
    }
    self.entries = entries
  }

  deinit { zip_discard(handle) }

  var isEmpty: Bool { entries.isEmpty }

  /// The normalised names of all entries.
  var parts: [String] { Array(entries.keys) }

  func contains(_ part: String) -> Bool { entries.keys.contains(Self.normal(part)) }

  /// Opens a part for reading; nil when there is none of that name. Throws `damaged` or `encrypted`.
  func open(_ part: String) throws(SpreadsheetError) -> PartStream? {
    guard let entry = entries[Self.normal(part)] else { return nil }
    guard let index = entry else { throw .damaged(part: part, .duplicate) }
    var facts = zip_stat_t()
    zip_stat_init(&facts)
    guard zip_stat_index(handle, index, 0, &facts) == 0 else {
      throw .damaged(part: part, .archive)
    }
    guard let file = exclusively({ zip_fopen_index(handle, index, 0) }) else {
      switch zip_error_code_zip(zip_get_error(handle)) {
      case ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD, ZIP_ER_ENCRNOTSUPP: throw .encrypted
      default: throw .damaged(part: part, .packing)
      }
    }
    return PartStream(
      file: file, archive: self, part: part, packed: Int(clamping: facts.comp_size),
      limits: limits)
  }

  /// Opens a required part. Throws `damaged` when it is missing.
  func require(_ part: String) throws(SpreadsheetError) -> PartStream {
    guard let stream = try open(part) else { throw .damaged(part: part, .missing) }
    return stream
  }

  /// Counts unpacked bytes against the limit for all parts. Throws `exceeded`, or `stopped` when
  /// reading was cancelled.
  func count(_ bytes: Int, of part: String) throws(SpreadsheetError) {
    if isStopped() { throw .stopped }
    let total = unpacked.withLock { total in
      total += bytes
      return total
    }
    if total > limits.totalBytes { throw .exceeded(.totalBytes, part: part, at: nil) }
  }

  /// Calls `body` while no other thread uses the archive.
  func exclusively<Result>(_ body: () -> Result) -> Result {
    turn.withLock { _ in body() }
  }

  private static func normal(_ name: String) -> String {
    var bytes = name.utf8.map { byte -> UInt8 in
      switch byte {
      case UInt8(ascii: "\\"): UInt8(ascii: "/")
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      default: byte
      }
    }
    if bytes.first == UInt8(ascii: "/") { bytes.removeFirst() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func open(_ bytes: [UInt8]) throws(SpreadsheetError) -> OpaquePointer {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = ArchiveSource.create(bytes, &error) else {
      throw .damaged(part: nil, .archive)
    }
    guard let handle = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw .damaged(part: nil, .archive)
    }
    return handle
  }
}
