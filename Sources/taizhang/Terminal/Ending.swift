import ArgumentParser
import Foundation
import Operations
import Wording

/// The work is done and the answer written; only the exit code reports findings.
struct FinishedWithErrors: Error {
  let code: ExitStatus
}

extension Taizhang {
  /// Ends the program with the error's sentence, hint and exit code.
  static func end(with error: any Error, of verb: (any ParsableCommand.Type)? = nil) -> Never {
    if isOfParser(error) { return end(asParserSays: error) }
    let options = VerbOptions(
      help: helpMessage(for: verb ?? self, includeHidden: true, columns: nil))
    let words = ErrorWording(error)
    Terminal.note("错误：" + words.statement)
    if let hint = words.hint?.words(for: options) { Terminal.note("办法：" + hint) }
    ClosingProblem.tell()
    Foundation.exit(ExitStatus(words.kind).rawValue)
  }

  /// Ends with help, version or an argument error, whose text may contain anything.
  private static func end(asParserSays error: any Error) -> Never {
    let code = exitCode(for: error)
    let text = fullMessage(for: error)
    func lines(_ text: String) -> [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    guard code.isSuccess else {
      lines(text).map(ParserWords.error).forEach(Terminal.note)
      Foundation.exit(code.rawValue)
    }
    // A completion script, or help for programs, is printed unchanged.
    let isHelp = ["OVERVIEW:", "USAGE:"].contains { text.hasPrefix($0) }
    let answer =
      isHelp
      ? lines(ParserWords.help(text)).flatMap { TextTable.lines(of: $0, within: Terminal.width) }
      : lines(text)
    do { try Terminal.answer(answer) } catch { end(with: error) }
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
