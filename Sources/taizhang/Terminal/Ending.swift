import ArgumentParser
import Foundation
import Operations
import Wording

/// The work is done and the answer written; only the exit code tells of findings.
struct FinishedWithErrors: Error {
  let code: ExitStatus
}

extension Taizhang {
  /// Ends the program with what an error says: a sentence, a hint, an exit code.
  static func end(with error: any Error) -> Never {
    if isOfParser(error) { return end(asParserSays: error) }
    let words = ErrorWording(error)
    Terminal.note("错误：" + words.statement)
    if let hint = words.hint { Terminal.note("办法：" + hint.words) }
    Unsettled.tell()
    Foundation.exit(ExitStatus(words.kind).rawValue)
  }

  /// Ends with help, version or what is wrong with the arguments, which may hold anything.
  private static func end(asParserSays error: any Error) -> Never {
    let code = exitCode(for: error)
    let lines = fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    guard code.isSuccess else {
      lines.forEach(Terminal.note)
      Foundation.exit(code.rawValue)
    }
    do { try Terminal.answer(lines) } catch { end(with: error) }
    Foundation.exit(code.rawValue)
  }

  /// Errors of the command line itself: help, version, wrong usage.
  private static func isOfParser(_ error: any Error) -> Bool {
    if error is CleanExit || error is ArgumentParser.ExitCode || error is ValidationError {
      return true
    }
    return String(reflecting: type(of: error)).hasPrefix("ArgumentParser.")
  }
}
