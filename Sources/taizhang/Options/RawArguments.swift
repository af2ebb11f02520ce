import Operations

/// Paths as they were typed: of the words that Swift hands over every byte that is no UTF-8 was replaced.
enum RawArguments {
  /// The path of one argument.
  static func path(_ argument: String) -> FilePath {
    paths([argument]).first ?? FilePath(argument)
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
