import Foundation
import Glibc

/// What may be written where: answers on standard output, notes and progress on standard error.
enum Terminal {
  /// Whether a person sits at standard input and can be asked.
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Whether colour may be used on standard output: a terminal, and `NO_COLOR` is not set.
  static var hasColour: Bool {
    isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
  }

  /// Writes an answer.
  static func answer(_ text: String) {
    write(text + "\n", to: STDOUT_FILENO)
  }

  /// Writes a note.
  static func note(_ text: String) {
    write(text + "\n", to: STDERR_FILENO)
  }

  /// Asks a yes-or-no question; an empty answer is no.
  static func asks(_ question: String) -> Bool {
    write(question + " [y/N] ", to: STDERR_FILENO)
    let answer = readLine()?.trimmingCharacters(in: .whitespaces).lowercased() ?? ""
    return ["y", "yes", "是", "好"].contains(answer)
  }

  /// Writes all bytes; a reader that went away ends the program quietly, as pipes expect.
  static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  /// Writes all bytes, as text is written.
  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { exit(0) }
        return
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }
}
