import Engine
import GRDBSQLite

/// A compiled statement: bound by position from 1, read by column from 0.
final class SQLiteStatement: Statement {
  private let handle: OpaquePointer
  private let connection: SQLiteConnection

  init(_ handle: OpaquePointer, _ connection: SQLiteConnection) {
    self.handle = handle
    self.connection = connection
  }

  deinit { sqlite3_finalize(handle) }

  func bind(_ value: SQLValue, at index: Int32) throws {
    let code =
      switch value {
      case .null: sqlite3_bind_null(handle, index)
      case .integer(let integer): sqlite3_bind_int64(handle, index, integer)
      case .text(let text): Self.bind(text, to: handle, at: index)
      case .blob(let bytes):
        bytes.withUnsafeBytes {
          sqlite3_bind_blob64(handle, index, $0.baseAddress, UInt64($0.count), Self.transient)
        }
      }
    guard code == SQLITE_OK else { throw connection.failure() }
  }

  func bind(_ integer: Int64, at index: Int32) { sqlite3_bind_int64(handle, index, integer) }

  /// Sets every parameter to NULL.
  func clear() { sqlite3_clear_bindings(handle) }

  /// Binds UTF-8 bytes that stay valid until the statement has run.
  func bindUnowned(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int32) {
    bytes.withMemoryRebound(to: CChar.self) { text in
      _ = sqlite3_bind_text(handle, index, text.baseAddress ?? Self.empty, Int32(text.count), nil)
    }
  }

  /// Binds a blob that stays valid until the statement has run.
  func bindUnowned(_ blob: UnsafeRawBufferPointer, at index: Int32) {
    if let start = blob.baseAddress {
      sqlite3_bind_blob64(handle, index, start, UInt64(blob.count), nil)
    } else {
      sqlite3_bind_zeroblob(handle, index, 0)
    }
  }

  /// Moves to the next row; false after the last.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default:
      let failure = connection.failure()
      sqlite3_reset(handle)
      throw failure
    }
  }

  /// Runs the statement to its end and resets it.
  func run() throws {
    while try step() {}
    sqlite3_reset(handle)
  }

  func reset() { sqlite3_reset(handle) }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  /// Whether a column holds exactly this integer.
  func holds(_ integer: Int64, at column: Int32) -> Bool {
    sqlite3_column_type(handle, column) == SQLITE_INTEGER && int64(column) == integer
  }

  /// Whether a column holds a text of exactly these bytes.
  func holds(_ text: Slice<UnsafeBufferPointer<UInt8>>, at column: Int32) -> Bool {
    sqlite3_column_type(handle, column) == SQLITE_TEXT && bytes(column).elementsEqual(text)
  }

  func int64(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func int64IfAny(_ column: Int32) -> Int64? { isNull(column) ? nil : int64(column) }

  /// The bytes of a text, valid until the next step. Read as a blob, because SQLite copies a text to end it with a
  /// zero.
  func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    guard let start = sqlite3_column_blob(handle, column) else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(
      start: start.assumingMemoryBound(to: UInt8.self),
      count: Int(sqlite3_column_bytes(handle, column)))
  }

  private static func bind(_ text: String, to handle: OpaquePointer, at index: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        sqlite3_bind_text(handle, index, text.baseAddress ?? empty, Int32(text.count), transient)
      }
    }
  }

  /// A valid address for an empty text: a null pointer would bind NULL.
  nonisolated(unsafe) private static let empty: UnsafePointer<CChar> = {
    let zero = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    zero.initialize(to: 0)
    return UnsafePointer(zero)
  }()

  /// Asks SQLite to copy what is bound.
  nonisolated(unsafe) private static let transient = unsafeBitCast(
    -1, to: sqlite3_destructor_type.self)
}
