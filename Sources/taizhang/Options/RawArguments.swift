import Glibc
import Operations
import Wording

/// Paths as they were typed: in the arguments that Swift provides, bytes that are not UTF-8 are replaced.
enum RawArguments {
  /// The original path of one argument.
  static func path(_ argument: String) -> FilePath {
    paths([argument]).first ?? FilePath(argument)
  }

  /// A path that is used as text, of a ledger or an output. Throws `nameNotText` if its bytes are not UTF-8, because as
  /// text it would lead to another file.
  static func text(_ argument: String) throws -> String {
    let path = path(argument)
    guard Array(argument.utf8) == path.bytes else { throw OperationError.nameNotText(path.text) }
    return argument
  }

  /// The value of an environment variable that is a path; throws like `text`.
  static func environment(_ name: String) throws -> String? {
    guard let value = getenv(name) else { return nil }
    let path = FilePath(bytes: Array(UnsafeRawBufferPointer(start: value, count: strlen(value))))
    guard let text = String(validating: path.bytes, as: UTF8.self) else {
      throw OperationError.nameNotText(path.text)
    }
    return text
  }

  /// The original paths of arguments, in their order.
  static func paths(_ arguments: [String]) -> [FilePath] {
    FilePath.recovered(arguments, from: words)
  }

  /// The command line's arguments as bytes, without the program's name.
  private static var words: [[UInt8]] {
    (1..<max(1, Int(CommandLine.argc))).map { index in
      var bytes: [UInt8] = []
      var place = CommandLine.unsafeArgv[index]
      while let byte = place?.pointee, byte != 0 {
        bytes.append(UInt8(bitPattern: byte))
        place = place.map { $0 + 1 }
      }
      return bytes
    }
  }
}
