package import Ledger
package import Storage

/// A kind of path that is neither a file nor a folder.
package enum SpecialFile: Hashable, Sendable {
  case pipe
  case socket
  case device
}

/// Why an operation could not be completed: facts that `ErrorWording` words for people.
package enum OperationError: Error, Hashable, Sendable {
  case missingFile(path: String)
  case isDirectory(path: String)
  /// The path is not a regular file.
  case notAFile(path: String, SpecialFile)
  case fileTooLarge(path: String, bytes: Int, limit: Int)
  case unreadable(path: String, errno: Int32)
  /// A name that has to be UTF-8 and is not, as far as it can be read.
  case nameNotText(String)
  /// An output path that is the ledger's, or that of a file belonging to it.
  case outputIsLedger(path: String)
  /// An output path that is also an input of the command.
  case outputIsInput(path: String)
  /// The output must be new, and the path exists.
  case outputExists(path: String)
  /// Nothing in the file can be read as a project list.
  case withoutProjectList(file: String)
  /// A list whose rows have no names.
  case withoutNames(file: String)
  /// No project has this id, code or name.
  case unknownProject(String)
  /// Several projects have this name.
  case severalProjects(String, ids: [ProjectID])
  /// Names that are not fields.
  case unknownFields([String])
  /// A project cannot be added without a name, nor its name cleared.
  case nameMissing
  /// Values given by hand that cannot be stored.
  case rejectedValues([Finding])
  /// Remarks about values, in sentences, that somebody has to see before they are written.
  case unseenRemarks([String])
  /// A project to be added that already exists.
  case projectExists(ProjectID, name: String)
  /// The plan differs from the one that was confirmed.
  case planMoved(expected: String, found: String)
  /// Nobody confirmed the plan.
  case notConfirmed
  /// Answers have to be typed, and there is no terminal.
  case withoutTerminal
  /// Words that a setting does not know (a part of it, a field, a unit), with similar known ones.
  case unknownInSetting(String, nearest: [String])
  /// A project's name with too many characters.
  case nameTooLong(Int, limit: Int)
  /// A field that cannot have owners.
  case notOwnable(Field)
  /// A value that a setting does not accept: the setting, the value, the permitted values.
  case unfitSetting(String, String, allowed: String)
  /// Stopped by the user.
  case interrupted
  /// Stopped after some lists were written, the last one as this entry.
  case interruptedAfter(lists: Int, entry: Int64)
  /// The answer could not be output; `act` is the state of the act it is about, if any.
  case answerLost(errno: Int32, act: ActState?)
  /// Books were written, but their issue could not be registered.
  case notRegistered(files: Int, String, because: StorageError)
  case unknownBook(String)
  case unknownItem(kind: String, code: String)
  /// An item to be changed that does not exist, with similar ones.
  case itemNotThere(kind: CatalogueKind, code: String, nearest: [String])
  /// An item to be added that already exists.
  case itemExists(kind: CatalogueKind, code: String, name: String)
  /// A name or alias that another item already has.
  case nameTaken(String, kind: CatalogueKind, code: String, by: String)
  /// The target of a chain is set with its target item, by its code, and nowhere else.
  case ofTarget(chain: String, target: String?)
  /// There are no targets and tasks of an earlier year to carry over.
  case nothingToCarryOver(to: Int)
  case malformedArgument(String)
  /// A column that lists do not have, with similar names.
  case unknownColumn(String, nearest: [String])
  /// A sender from whom the ledger has no lists, with similar names.
  case unknownSender(String, nearest: [String])
  /// A key that projects cannot be sorted by.
  case unknownSort(String)
  case malformedDay(String)
  /// A project whose sum since January is known for this month and not for the previous one, so that the month's own
  /// figure cannot be added.
  case monthUnknown(String)
  case malformedPeriod(String)
  /// Not two months of one year, the earlier first.
  case malformedMonths(String)
  case malformedPaper(String)
  /// LibreOffice is not installed on this machine.
  case officeMissing
  /// LibreOffice did not convert a file to PDF.
  case officeFailed(file: String)
  /// A figure that is not a number, or whose unit does not fit.
  case malformedFigure(String, unit: String)
  /// The register of books sent out has no such number.
  case unknownIssue(Int64)
  /// A workbook that does not record which ledger it came from.
  case notABook(file: String)
  /// A brief of changes without a starting day.
  case withoutBeginning
  /// The catalogue does not define which register a person confirms.
  case withoutCandidateRule
  /// An act that must name its supporting document.
  case documentMissing
  /// A step that tasks do not have.
  case unknownStep(String)
  /// A decision that names no item of the catalogue, or was revoked.
  case notPromotable(decision: Int)
  /// A decision that was already revoked.
  case decisionRevoked(Int)
  /// A word that is not a stage.
  case unknownStage(String)
  /// A jump over stages or a step back, without a reason.
  case unusualStage(StageStep)
  /// No batch of a year has this name.
  case unknownBatch(String, known: [String])
  /// A day in the future.
  case dayToCome(PartialDate)
  /// A project has no such milestone or problem; `known` lists those it has.
  case unknownMatter(Field, String, known: [String])
  /// Words that match several milestones or problems of a project.
  case severalMatters(Field, String, [String])
  /// A new milestone without a due day.
  case dueMissing(String)
  /// An entry without a file.
  case notAnImport(Int64)
  /// Nothing waits under this identifier.
  case notWaiting(String)
  /// An answer that does not fit the waiting item.
  case unfitAnswer(String)
  /// Two answers would write different values to one field of a project.
  case contraryAnswers(String, String)
  /// Rows that could not be written, when all or nothing was requested.
  case incomplete(rows: Int, findings: Int)
  /// A value that a person may not clear because its owners rank higher, with the name of its group of fields.
  case clearsOwned(Field, group: String)
  /// A saved list of another person, who alone may change it.
  case viewOfOther(String, owner: String)
  /// The person lacks this right; `holders` are the roles that have it.
  case rightMissing(Right, holders: [String])
  /// A right that the person has over some projects only, for something that needs it over all.
  case scopeTooNarrow(Right)
  /// The person has too many unwritten lists, or too many bytes of them, to add another.
  case draftsFull(lists: Int, bytes: Int)
  /// There is no draft with this number.
  case draftMissing(Int)
  /// The draft has already been written.
  case draftWritten(Int, entry: Int64)
  /// The draft was discarded.
  case draftDiscarded(Int, by: String)
}

/// Whether the act that an answer is about is in the ledger.
package enum ActState: Hashable, Sendable {
  case notWritten
  case written(entry: Int64)

  /// The state of an act with an entry; nil if it had nothing to write.
  package static func of(_ entry: Entry?) -> ActState? { entry.map { .written(entry: $0.number) } }
}
