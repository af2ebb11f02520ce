import Foundation
import Intake
package import Ledger
import Storage
import Wording

/// A project's move to another stage, with its day and evidence.
package struct StageMove: Sendable {
  /// The stage as people write it: 开工, 已开工.
  package var stage: String
  /// The day it happened, as precise as known; nil is today.
  package var date: PartialDate?
  package var evidence: String?
  /// The new condition: 暂停, 正常 …
  package var condition: String?
  /// The batch of a year in which it is planned (七个一批), independent of its stage: `2026=开工一批`.
  package var batch: String?
  package var reason: String?
  /// The project's revision that the person looked at; nil to skip the check.
  package var revision: Int64?

  package init(
    stage: String, date: PartialDate? = nil, evidence: String? = nil, condition: String? = nil,
    batch: String? = nil, reason: String? = nil
  ) {
    self.stage = stage
    self.date = date
    self.evidence = evidence
    self.condition = condition
    self.batch = batch
    self.reason = reason
  }
}

extension LedgerOperations {
  /// Moves a project to a stage. Skipping stages or going back needs a reason.
  ///
  /// An empty date field of the new stage is set to the day. Throws `unknownStage`, `unusualStage`,
  /// `unknownBatch`, `dayToCome`, `rejectedValues`, `unknownProject`, `StorageError.stale`.
  package func move(_ project: String, _ move: StageMove) throws -> EditOutcome {
    try act(.edit) { act in
      let (store, catalogue) = (act.store, act.catalogue)
      let id = try Self.resolve(project, store)
      let known = try Self.project(id, ifRevision: move.revision, store)
      let record = known.record
      var after = try stated(by: move, catalogue)
      guard let code = after.reference(.stage),
        let step = catalogue.stageStep(from: record.reference(.stage), to: code)
      else { throw OperationError.unknownStage(move.stage) }
      if step.isUnusual, (move.reason ?? "").isEmpty { throw OperationError.unusualStage(step) }
      let date = try pastDay(move.date)
      if let field = step.to.dateField, record[field] == nil { after[field] = .date(date) }
      if let batch = move.batch {
        let (key, place) = try membership(of: batch, in: record, catalogue)
        after[key] = .membership(place)
      }
      let changes = after.entries.filter { record[$0.key] != $0.value }.map {
        FieldChange(key: $0.key, before: record[$0.key], after: $0.value)
      }
      guard !changes.isEmpty else {
        return EditOutcome(entry: nil, project: id, changes: [], findings: [])
      }
      try act.permit([DraftChange(project: id, kind: .update, fields: changes)])
      let word = try UnitEdit(changes, of: known, act, isOne: true)
      let entry = try act.write(word, because: move.reason) { changes in
        act.entry(.move, changes, because: move.reason, on: date, document: move.evidence)
      }
      return EditOutcome(
        entry: entry, project: id, changes: word.written, findings: [], held: word.held)
    }
  }

  /// The stage and condition, parsed like cells of a list.
  private func stated(by move: StageMove, _ catalogue: Catalogue) throws -> Record {
    var assignments = [Assignment(field: Field.stage.id, text: move.stage)]
    if let condition = move.condition {
      assignments.append(Assignment(field: Field.condition.id, text: condition))
    }
    let reading = try read(assignments, catalogue)
    return Record(reading.values.map { ($0.key, $0.value) })
  }

  /// The membership that `2026=开工一批` means; its other parts stay as they are.
  private func membership(
    of batch: String, in record: Record, _ catalogue: Catalogue
  ) throws -> (FieldKey, Membership) {
    guard let clause = BatchClause(batch), let year = clause.year, (1990...2100).contains(year),
      let register = catalogue.registers.first(where: { $0.batches.contains(clause.name) })
    else { throw OperationError.unknownBatch(batch, known: catalogue.batches) }
    let key = FieldKey(register: register.code, year: year)
    var place = Membership()
    if case .membership(let known) = record[key] { place = known }
    place.className = clause.name
    return (key, place)
  }
}
