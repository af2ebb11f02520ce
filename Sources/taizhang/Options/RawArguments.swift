import Glibc
import Operations
import Wording

/// Paths as they were typed: of the words that Swift hands over every byte that is no UTF-8 was replaced.
enum RawArguments {
  /// The path of one argument.
  static func path(_ argument: String) -> FilePath {
    paths([argument]).first ?? FilePath(argument)
  }

  /// A path that is kept as text: ledgers and what is written. Throws `nameNotText` for one whose bytes are
  /// no UTF-8, which as text would lead to another file.
  static func text(_ argument: String) throws -> String {
    let path = path(argument)
    guard Array(argument.utf8) == path.bytes else { throw OperationError.nameNotText(path.text) }
    return argument
  }

  /// The value of a variable of the environment that is a path; throws as `text` does.
  static func environment(_ name: String) throws -> String? {
    guard let value = getenv(name) else { return nil }
    let path = FilePath(bytes: Array(UnsafeRawBufferPointer(start: value, count: strlen(value))))
    guard let text = String(validating: path.bytes, as: UTF8.self) else {
      throw OperationError.nameNotText(path.text)
    }
    return text
  }

  /// The paths of arguments, in the order in which they were typed.
  static func paths(_ arguments: [String]) -> [FilePath] {
    FilePath.recovered(arguments, from: words)
  }

  /// The words of the command line as bytes, without the program's name.
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
