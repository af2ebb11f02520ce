package import Ledger
package import Storage

/// What a path can name that is neither a file nor a folder.
package enum SpecialFile: Hashable, Sendable {
  case pipe
  case socket
  case device
}

/// Why an operation could not go on: facts only; `ErrorWording` words them for people.
package enum OperationError: Error, Hashable, Sendable {
  case missingFile(path: String)
  case isDirectory(path: String)
  /// What stands at the path is no file of bytes.
  case notAFile(path: String, SpecialFile)
  case fileTooLarge(path: String, bytes: Int, limit: Int)
  case unreadable(path: String, errno: Int32)
  /// A name that is no UTF-8 where it has to be, as far as it can be read.
  case nameNotText(String)
  /// An output that would take the place of the ledger, or of a file that belongs to it.
  case outputIsLedger(path: String)
  /// An output that would take the place of what the command reads.
  case outputIsInput(path: String)
  /// An output that must be new, and something stands there.
  case outputExists(path: String)
  /// Nothing in the file reads as a project list.
  case withoutProjectList(file: String)
  /// A list whose rows have no names.
  case withoutNames(file: String)
  /// No project has this id, code or name.
  case unknownProject(String)
  /// Several projects have this name.
  case severalProjects(String, ids: [ProjectID])
  /// Names that mean no field.
  case unknownFields([String])
  /// A project cannot be added without a name, or its name cleared.
  case nameMissing
  /// Values given by hand that cannot be kept.
  case rejectedValues([Finding])
  /// What somebody should look at of values before they are written, in sentences.
  case unseenRemarks([String])
  /// An added project that is in the ledger.
  case projectExists(ProjectID, name: String)
  /// The plan that was confirmed is not the plan of now.
  case planMoved(expected: String, found: String)
  /// Nobody confirmed the plan.
  case notConfirmed
  /// Answers were to be typed, and nobody sits at a terminal.
  case withoutTerminal
  /// Words that a setting does not know: a part of it, a field, a unit; those that may be meant.
  case unknownInSetting(String, nearest: [String])
  /// A project's name of so many characters.
  case nameTooLong(Int, limit: Int)
  /// A field that cannot have owners.
  case notOwnable(Field)
  /// A value that a setting does not take: what it is called, what was written, what may be.
  case unfitSetting(String, String, allowed: String)
  /// Ctrl-C.
  case interrupted
  /// The same, after so many lists were written, the last as an entry.
  case interruptedAfter(lists: Int, entry: Int64)
  /// The answer did not reach whoever reads it; what became of the act it speaks of, if of any.
  case answerLost(errno: Int32, act: ActState?)
  /// Books were written, and their being sent out could not be noted.
  case notRegistered(files: Int, String, because: StorageError)
  case unknownBook(String)
  case unknownItem(kind: String, code: String)
  /// An item that is to be altered and is not there; those that may be meant.
  case itemNotThere(kind: CatalogueKind, code: String, nearest: [String])
  /// An item that is to be added and is there.
  case itemExists(kind: CatalogueKind, code: String, name: String)
  /// A name or alias that another item goes by.
  case nameTaken(String, kind: CatalogueKind, code: String, by: String)
  /// What a chain is to reach stands with its target, by its code, and nowhere else.
  case ofTarget(chain: String, target: String?)
  /// A year before which no targets and tasks are known.
  case nothingToCarryOver(to: Int)
  case malformedArgument(String)
  /// A column that lists do not have; names that are near it.
  case unknownColumn(String, nearest: [String])
  /// A sender whose lists the ledger has none of; names that are near it.
  case unknownSender(String, nearest: [String])
  /// A key that projects are not sorted by.
  case unknownSort(String)
  case malformedDay(String)
  /// A project whose sum since January is known for this month and not for the one before: a month cannot be added.
  case monthUnknown(String)
  case malformedPeriod(String)
  /// Not two months of one year, the earlier first.
  case malformedMonths(String)
  case malformedPaper(String)
  /// There is no LibreOffice on this machine.
  case officeMissing
  /// LibreOffice did not write a file's pages.
  case officeFailed(file: String)
  /// A figure that is no number, or of a unit that does not fit.
  case malformedFigure(String, unit: String)
  /// The register of books sent out has no such number.
  case unknownIssue(Int64)
  /// A workbook that does not say which ledger it came from.
  case notABook(file: String)
  /// A brief of changes without a day to begin with.
  case withoutBeginning
  /// The catalogue does not say which register a person confirms.
  case withoutCandidateRule
  /// An act that must name the document it rests on.
  case documentMissing
  /// A step that the loop of a task does not have.
  case unknownStep(String)
  /// A decision that names no item of the catalogue, or was revoked.
  case notPromotable(decision: Int)
  /// A decision that was taken back before.
  case decisionRevoked(Int)
  /// A word that is no stage.
  case unknownStage(String)
  /// A jump over stages or a step back, without a reason.
  case unusualStage(StageStep)
  /// No batch of a year is called this.
  case unknownBatch(String, known: [String])
  /// A day that has not come yet.
  case dayToCome(PartialDate)
  /// A project has no such milestone or problem; those it has.
  case unknownMatter(Field, String, known: [String])
  /// Words that several milestones or problems of a project have.
  case severalMatters(Field, String, [String])
  /// A new milestone without the day it is to be reached.
  case dueMissing(String)
  /// An entry without a file.
  case notAnImport(Int64)
  /// Nothing waits under this identifier.
  case notWaiting(String)
  /// What was said of something that waits is no answer to it.
  case unfitAnswer(String)
  /// Two answers would write different values to one field of a project.
  case contraryAnswers(String, String)
  /// Rows that could not be written, where all or nothing was asked for.
  case incomplete(rows: Int, findings: Int)
  /// A value that somebody clears and whose owners rank higher; what their group of fields is called.
  case clearsOwned(Field, group: String)
  /// A list under a name that somebody else saved, and alone alters.
  case viewOfOther(String, owner: String)
  /// Who acts or asks has not this right; the roles that have it.
  case rightMissing(Right, holders: [String])
  /// A right that the person has over some projects, for something that is about all of them.
  case scopeTooNarrow(Right)
  /// Somebody has so many lists that are not written yet, or so many bytes of them, that no more are taken.
  case draftsFull(lists: Int, bytes: Int)
  /// No list waits to be written under this number.
  case draftMissing(Int)
  /// A list that was to be written is written.
  case draftWritten(Int, entry: Int64)
  /// A list that was to be written was put aside for good.
  case draftDiscarded(Int, by: String)
}

/// Whether an act that an answer speaks of is in the ledger.
package enum ActState: Hashable, Sendable {
  case notWritten
  case written(entry: Int64)

  /// What is known of an act by its entry; nil where it had nothing to write.
  package static func of(_ entry: Entry?) -> ActState? { entry.map { .written(entry: $0.number) } }
}
