import Intake
import Ledger
import Logging
import Spreadsheet
import Wording

extension ImportPreparation {
  /// The list parsed with its sender's words. The sender is usually stated above the tables; if the parsed
  /// tables name another, the list is parsed again. A list of a person who may not import everything counts as
  /// their unit's, whatever it states.
  func understand() throws -> Understanding {
    let senders = try KnownSenders(store, catalogue)
    if let own = operations.senderOfOwnLists(in: catalogue) {
      return try understand(workbook(), as: senders.name(of: own))
    }
    let assumed =
      options.sender ?? options.decisions?.sender ?? options.recipe?.sender ?? ""
    let workbook = try timed("read", workbook)
    let top = senders.name(of: ListReader.statedSender(in: workbook) ?? assumed)
    let understanding = try understand(consume workbook, as: top)
    let stated = senders.name(of: understanding.list.sender ?? assumed)
    // The reader releases the workbook, so the file is read again.
    return stated == top ? understanding : try understand(self.workbook(), as: stated)
  }

  /// Reads the file.
  private func workbook() throws -> Workbook {
    do throws(SpreadsheetError) {
      let interruption = operations.interruption
      return try Workbook.read(
        file.bytes, limits: operations.limits, isStopped: { interruption.isRequested }
      ) { rows in
        progress(ImportProgress(stage: .reading, done: rows, total: nil))
      }
    } catch .stopped {
      throw OperationError.interrupted
    }
  }

  /// Parses the list with the words and layout of one sender.
  private func understand(
    _ workbook: consuming Workbook, as sender: String
  ) throws -> Understanding {
    let decided = try options.decisions.map {
      try DecidedWords.items(of: $0, sender: sender, file: file.name, catalogue)
    }
    if decided?.contains(where: { $0.kind != .decision }) ?? false {
      try operations.requireEverywhere(.decide, in: catalogue)
    }
    let known = catalogue.adding(decided ?? [])
    let speaker = Speaker.name(sender: sender, file: file.name)
    let lexicon = HeaderLexicon(try HeaderWords(catalogue)).spoken(by: speaker, known)
    let recipe = sender.isEmpty ? nil : known.recipe(of: sender)
    let reader = ListReader(
      catalogue: known.spoken(by: speaker), lexicon: lexicon,
      told: KnownLayout(given: options.recipe, known: recipe))
    let rows = workbook.sheets.reduce(0) { $0 + $1.rows.count }
    let list = try reader.read(
      workbook, year: options.year, currentYear: operations.currentYear
    ) { row in
      try operations.interruption.check()
      progress(ImportProgress(stage: .understanding, done: row, total: rows))
    }
    try options.recipe?.requireUse(in: list, of: sender, known)
    try requireProjects(in: list)
    return Understanding(
      list: list, sender: sender, catalogue: known, lexicon: lexicon, decided: decided ?? [],
      recipe: recipe, speaker: speaker)
  }

  private func requireProjects(in list: Intake.ProjectList) throws {
    if list.tables.isEmpty { throw OperationError.withoutProjectList(file: file.name) }
    let rows = list.rows
    if !rows.isEmpty, rows.allSatisfy({ $0.text(.name) == nil }) {
      throw OperationError.withoutNames(file: file.name)
    }
  }
}
