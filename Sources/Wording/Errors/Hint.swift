package import Ledger

/// What a person can do about it: a fact that each skin words with its own controls.
///
/// A command has options, a page has buttons and links: neither stands in a sentence here.
package enum Hint: Hashable, Sendable {
  /// What helps whoever shows it, in words.
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
    /// The acts of the ledger; the imports among them.
    case entries
    case imports
    /// The items of a kind of the catalogue by its identifier; nil for the kinds themselves.
    case items(kind: String?)
    case project(ProjectID)
    /// Projects by the words of a search.
    case projects
    /// Pairs of projects that somebody will decide about later.
    case putOffPairs
    case setting(String)
    /// What waits for a person.
    case queue
    case sortKeys
    /// The columns that a list can have.
    case columns
  }

  /// What to do once more, with something mended.
  package enum Retry: Hashable, Sendable {
    /// The file of answers or of a layout, of which the program can write a model.
    case answers
    /// The same, when the spelling of the file is mended.
    case spelling
    /// The list, when the cells are mended; or without its being all or nothing.
    case mendedCells
    case preview
    /// What was looked at before the ledger moved.
    case stalePreview
  }

  /// What was left out and is to be stated.
  package enum Statement: Hashable, Sendable {
    /// A day to begin with, or an issue sent out before.
    case beginning
    case document
    case dueDay
    /// Another extension, or the format, out of these.
    case format([String])
    /// Up to which day the whole journal is wanted.
    case journalEnd
    case ledgerFile
    /// The year of a list whose title leaves it open.
    case listYear
    /// The ledger copied to where may be written; with its log, or without.
    case writableCopy(withLog: Bool)
    /// A day to come is a plan, or the end of a milestone.
    case plannedDay
    case reason
  }

  /// What a person may allow, if it is meant.
  package enum Permission: Hashable, Sendable {
    case clock
    /// Entries that a backup lacks are given up.
    case loss
    /// An item that the catalogue lacks is added; what may be meant instead.
    case newItem(nearest: [String])
    case writing
  }

  /// Another act that helps.
  package enum Act: Hashable, Sendable {
    case edit(ProjectID)
    /// The file of questions goes back with its answers, the file of a layout altered.
    case giveBackAnswers
    case giveBackLayout
    /// The same of what waits in the queue.
    case giveBackQueue
    /// What waits is answered.
    case answerQueue
    /// The same by a file, where nobody sits at a terminal.
    case answerByFile
    /// A book that was sent out is held against the ledger.
    case verifyBook
    case exportBook
    /// The first import of a new ledger.
    case firstImport
    /// Parts of a package leave it: one of them, all, or whichever it is.
    case release(part: ProjectID, package: String)
    case releaseAll(package: ProjectID)
    case releasePart
    /// Another item of the catalogue no longer goes by a name.
    case releaseName(String, kind: String, code: String)
    /// A target by its code is altered; without one, a target is added.
    case setTarget(code: String?)
    case undo(entry: Int64)
    /// Several acts are taken back, the last one first.
    case undoAll(entries: [Int64])
    /// What an act took away comes back when that act is taken back.
    case restore(undoing: Int64)
    /// The ledger is proved; a backup takes its place where it fails.
    case verify
    case verifyAndRestore
    /// What was asked for is in the ledger: it is looked at and not done again.
    case nothing
  }
}

/// How a skin words hints; nil for one that it has no control for.
package typealias HintWords = @Sendable (Hint) -> String?
