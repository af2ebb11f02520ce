package import Ledger

/// What a person can do about an error: a fact that each front end words with its own controls.
///
/// A command has options, a page has buttons and links: neither is named here.
package enum Hint: Hashable, Sendable {
  /// Advice in words that suits every front end.
  case advice(String)
  case see(Sight)
  case retry(Retry)
  case state(Statement)
  case allow(Permission)
  case act(Act)

  /// What is worth looking at.
  package enum Sight: Hashable, Sendable {
    case books
    case decisions
    /// The entries of the ledger, including imports.
    case entries
    case imports
    /// The items of a kind of the catalogue by its identifier; nil for the kinds themselves.
    case items(kind: String?)
    case project(ProjectID)
    /// Projects found by a search.
    case projects
    /// Pairs of projects whose decision was postponed.
    case putOffPairs
    case setting(String)
    /// The waiting items.
    case queue
    case sortKeys
    /// The columns that a list can have.
    case columns
  }

  /// What to do again after a correction.
  package enum Retry: Hashable, Sendable {
    /// The file of answers or of a layout, for which the program can write a template.
    case answers
    /// The same, after correcting the file's syntax.
    case spelling
    /// The list, after correcting the cells, or without the all-or-nothing option.
    case mendedCells
    case preview
    /// The preview that the ledger has outrun.
    case stalePreview
  }

  /// What is missing and has to be stated.
  package enum Statement: Hashable, Sendable {
    /// A day to begin with, or an earlier issue.
    case beginning
    case document
    case dueDay
    /// Another extension, or the format, one of these.
    case format([String])
    /// The day up to which the whole journal is wanted.
    case journalEnd
    case ledgerFile
    /// The year of a list whose title does not state it.
    case listYear
    /// The ledger copied to a writable place, with its log or without.
    case writableCopy(withLog: Bool)
    /// A future day is a planned day, or the due day of a milestone.
    case plannedDay
    case reason
  }

  /// What a person may permit, if it is intended.
  package enum Permission: Hashable, Sendable {
    case clock
    /// Giving up entries that a backup lacks.
    case loss
    /// Adding an item that the catalogue lacks, with the similar ones that may be meant.
    case newItem(nearest: [String])
    case writing
  }

  /// Another act that helps.
  package enum Act: Hashable, Sendable {
    case edit(ProjectID)
    /// Importing the filled-in file of questions, or the corrected file of a layout.
    case giveBackAnswers
    case giveBackLayout
    /// Submitting the filled-in file of the queue.
    case giveBackQueue
    /// Answering the waiting items.
    case answerQueue
    /// Answering them by a file, without a terminal.
    case answerByFile
    /// Comparing a book that was sent out with the ledger.
    case verifyBook
    case exportBook
    /// The first import of a new ledger.
    case firstImport
    /// Taking parts out of a package: one of them, all, or whichever is meant.
    case release(part: ProjectID, package: String)
    case releaseAll(package: ProjectID)
    case releasePart
    /// Removing a name from another item of the catalogue.
    case releaseName(String, kind: String, code: String)
    /// Changing the target with this code; nil for adding a target.
    case setTarget(code: String?)
    case undo(entry: Int64)
    /// Undoing several acts, the last one first.
    case undoAll(entries: [Int64])
    /// Undoing an undo, which brings back what it removed.
    case restore(undoing: Int64)
    /// Verifying the ledger; replacing it by a backup if that fails.
    case verify
    case verifyAndRestore
    /// Nothing: the ledger holds the result, which is to be checked and not repeated.
    case nothing
  }
}

/// How a front end words hints; nil for a hint without a control there.
package typealias HintWords = @Sendable (Hint) -> String?
