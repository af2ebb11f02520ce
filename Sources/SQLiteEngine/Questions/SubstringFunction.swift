import GRDBSQLite
import Glibc

/// The SQL function `holds(text, term)`: whether a text contains a term, byte by byte.
///
/// What `instr` says as well, several times as quickly: the C library looks for the term, and nothing
/// counts characters.
enum SubstringFunction {
  /// Makes the function known to a connection.
  static func install(on connection: OpaquePointer?) {
    sqlite3_create_function_v2(
      connection, "holds", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nil,
      { context, _, arguments in
        guard let text = sqlite3_value_text(arguments?[0]),
          let term = sqlite3_value_text(arguments?[1])
        else { return sqlite3_result_int(context, 0) }
        let found = strstr(
          UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self),
          UnsafeRawPointer(term).assumingMemoryBound(to: CChar.self))
        sqlite3_result_int(context, found == nil ? 0 : 1)
      }, nil, nil, nil)
  }
}
