import Foundation
import Glibc
import Operations
import Wording

/// What may be written where: answers on standard output, notes and progress on standard error.
enum Terminal {
  /// Whether a person sits at standard input and can be asked.
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Writes the lines of an answer, whatever stands in them, within the width of the terminal; throws `answerLost`
  /// when they do not get through. `act` tells what became of the act that the answer speaks of.
  static func answer(_ lines: [String], act: ActState? = nil) throws {
    let text = lines.flatMap { fitted($0, to: width) }.map { $0 + "\n" }.joined()
    try answer(bytes: Array(text.utf8), act: act)
  }

  /// Writes an answer of one line, as lines are written.
  static func answer(_ line: String, act: ActState? = nil) throws { try answer([line], act: act) }

  /// Writes an answer for programs as it is, such as JSON or CSV, and ends its line.
  static func answer(data text: String, act: ActState? = nil) throws {
    try answer(bytes: Array((text + "\n").utf8), act: act)
  }

  /// Writes a piece of an answer for programs as it is.
  static func answer(bytes: [UInt8], act: ActState? = nil) throws {
    if let errno = write(bytes, to: STDOUT_FILENO) {
      throw OperationError.answerLost(errno: errno, act: act)
    }
  }

  /// Writes a note of one line; nobody can be told when it does not get through.
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

  /// Writes a question; the answer stands behind it.
  private static func ask(_ question: String) {
    let blanks = String(question.reversed().prefix { $0 == " " })
    let text = String(question.dropLast(blanks.count))
    let lines = fitted(text, to: width(of: STDERR_FILENO) - blanks.count - 1)
    let above = lines.dropLast().map { $0 + "\n" }.joined()
    _ = write(Array((above + (lines.last ?? "") + blanks).utf8), to: STDERR_FILENO)
  }

  /// A line as a terminal of a width shows it.
  private static func fitted(_ line: String, to width: Int) -> [String] {
    TextTable.lines(of: line.onOneLine, within: width)
  }

  /// How many columns the terminal has; more than any line needs where answers go elsewhere.
  static var width: Int { width(of: STDOUT_FILENO) }

  private static func width(of descriptor: Int32) -> Int {
    var size = winsize()
    let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 10_000
  }

  /// Asks for a word; empty where nothing is typed.
  static func asks(for question: String) -> String {
    line(question + " ") ?? ""
  }

  /// Writes all bytes; the system's error when it cannot.
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
