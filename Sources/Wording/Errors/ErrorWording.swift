import Access
package import Ledger
import Spreadsheet
import SpreadsheetWriting
import Storage

/// An error in words: what went wrong, what to do, and its kind.
package struct ErrorWording: Hashable, Sendable {
  package let sentence: String
  package let hint: Hint?
  package let kind: Kind
  /// The filter condition that the sentence is about: each front end puts the name of its own control before the
  /// sentence.
  package let option: FilterOption?

  /// The kind of error: the command line maps it to an exit code, a page to a status.
  package enum Kind: Hashable, Sendable, CaseIterable {
    /// The request makes no sense.
    case usage
    /// The input cannot be accepted.
    case data
    /// The person has no permission.
    case forbidden
    /// What was named does not exist.
    case noInput
    /// It is done, but with a problem.
    case doneWithErrors
    /// A fault of the program.
    case software
    case cannotCreate
    case inputOutput
    /// Trying again may succeed.
    case temporary
    case interrupted
  }

  init(_ sentence: String, _ hint: Hint?, _ kind: Kind, option: FilterOption? = nil) {
    self.sentence = sentence.onOneLine
    self.hint = hint
    self.kind = kind
    self.option = option
  }

  init(_ sentence: String, advice: String, _ kind: Kind) {
    self.init(sentence, .advice(advice), kind)
  }

  /// The words for any error this program throws.
  package init(_ error: any Error) {
    self =
      switch error {
      case let error as OperationError: Self.words(error)
      case let error as PairError: Self.words(error)
      case let error as InterchangeError: Self.words(error)
      case let error as StorageError: Self.words(error)
      case let error as AccessError: Self.words(error)
      case let error as SpreadsheetError: Self.words(error)
      case let error as FilterError: Self.words(error)
      case let error as WriteError: Self.words(error)
      case let error as DecisionFaults: Self.words(error)
      case let error as FileNode.Failure: Self.words(error)
      // Its content is only for the log: it may contain anything, and nothing that helps a person.
      default: Self.fault("程序遇到未预料的错误（\(type(of: error))）。")
      }
  }

  /// A fault of the program itself.
  static func fault(_ sentence: String) -> ErrorWording {
    Self(sentence, advice: "请把这句话报给维护人员。", .software)
  }
}
