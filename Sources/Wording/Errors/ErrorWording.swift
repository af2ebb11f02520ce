import Access
package import Ledger
import Spreadsheet
import SpreadsheetWriting
import Storage

/// An error for people: what went wrong, what to do, and of what kind it is.
package struct ErrorWording: Hashable, Sendable {
  package let sentence: String
  package let hint: Hint?
  package let kind: Kind
  /// The condition of a filter that the sentence is about: each skin calls it as its own control is
  /// called, before the sentence.
  package let option: FilterOption?

  /// What kind of error it is: a program turns it into its exit code, a page into its status.
  package enum Kind: Hashable, Sendable, CaseIterable {
    /// What was asked for makes no sense.
    case usage
    /// What was given cannot be accepted.
    case data
    /// Whoever asks may not.
    case forbidden
    /// What was named is not there.
    case noInput
    /// It is done, and something is wrong all the same.
    case doneWithErrors
    /// A fault of the program.
    case software
    case cannotCreate
    case inputOutput
    /// Another try may do.
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

  /// Words any error this program throws.
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
      // Its content is for the log: it may hold anything, and nothing that a person can use.
      default: Self.fault("程序遇到未预料的错误（\(type(of: error))）。")
      }
  }

  /// A fault of the program itself.
  static func fault(_ sentence: String) -> ErrorWording {
    Self(sentence, advice: "请把这句话报给维护人员。", .software)
  }
}
