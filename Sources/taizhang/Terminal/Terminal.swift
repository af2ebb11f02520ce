import Foundation
import Glibc
import Operations
import Wording

/// Output of the command: answers on standard output, notes and progress on standard error.
enum Terminal {
  /// Whether a person can be asked on the terminal.
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Writes the lines of an answer, escaped and folded to the width of the terminal; throws `answerLost` if writing
  /// fails. `act` is the state of the act that the answer is about.
  static func answer(_ lines: [String], act: ActState? = nil) throws {
    let text = lines.flatMap { fitted($0, to: width) }.map { $0 + "\n" }.joined()
    try answer(bytes: Array(text.utf8), act: act)
  }

  /// Writes an answer of one line.
  static func answer(_ line: String, act: ActState? = nil) throws { try answer([line], act: act) }

  /// Writes an answer for programs unchanged, such as JSON or CSV, and a line end.
  static func answer(data text: String, act: ActState? = nil) throws {
    try answer(bytes: Array((text + "\n").utf8), act: act)
  }

  /// Writes a piece of an answer for programs unchanged.
  static func answer(bytes: [UInt8], act: ActState? = nil) throws {
    if let errno = write(bytes, to: STDOUT_FILENO) {
      throw OperationError.answerLost(errno: errno, act: act)
    }
  }

  /// Writes a note of one line; a failure to write is ignored.
  static func note(_ line: String) {
    let lines = fitted(line, to: width(of: STDERR_FILENO)).map { $0 + "\n" }
    _ = write(Array(lines.joined().utf8), to: STDERR_FILENO)
  }

  /// Shows a line that the next one replaces; an empty one clears it.
  static func show(transient line: String) {
    let shown = TextTable.cut(line.onOneLine, to: width(of: STDERR_FILENO) - 1)
    _ = write(Array("\r\(shown)\u{1B}[K".utf8), to: STDERR_FILENO)
  }

  /// Asks a yes-or-no question; an empty answer is no.
  static func asks(_ question: String) -> Bool {
    ask(question.onOneLine + " [y/N] ")
    let answer = readLine()?.trimmingCharacters(in: .whitespaces).lowercased() ?? ""
    return ["y", "yes", "是", "好"].contains(answer)
  }

  /// Asks for one line; nil at the end of the input.
  static func line(_ question: String) -> String? {
    ask(question.onOneLine)
    return readLine()?.trimmingCharacters(in: .whitespaces)
  }

  /// Writes a question; the answer is typed after it.
  private static func ask(_ question: String) {
    let blanks = String(question.reversed().prefix { $0 == " " })
    let text = String(question.dropLast(blanks.count))
    let lines = fitted(text, to: width(of: STDERR_FILENO) - blanks.count - 1)
    let above = lines.dropLast().map { $0 + "\n" }.joined()
    _ = write(Array((above + (lines.last ?? "") + blanks).utf8), to: STDERR_FILENO)
  }

  /// The lines that show one line on a terminal of a width.
  private static func fitted(_ line: String, to width: Int) -> [String] {
    TextTable.lines(of: line.onOneLine, within: width)
  }

  /// The columns of the terminal; more than any line needs if the output is not a terminal.
  static var width: Int { width(of: STDOUT_FILENO) }

  private static func width(of descriptor: Int32) -> Int {
    var size = winsize()
    let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 10_000
  }

  /// Asks for a word; empty if nothing is typed.
  static func asks(for question: String) -> String {
    line(question + " ") ?? ""
  }

  /// Writes all bytes. Returns the system's error number if that fails.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
      return nil
    }
  }
}
