import Foundation
package import Intake
package import Ledger
package import Matching
import Wording

/// A plan ready to be displayed and committed.
package struct PreparedImport: Sendable {
  package let file: ReceivedFile
  package let plan: ImportPlan
  package internal(set) var reason: String?
  /// Includes the items added by the import's own decisions.
  package let catalogue: Catalogue
  /// The decisions made for the import, written in an entry before the list's.
  package let decided: [CatalogueItem]
  /// The layout stored by the list's entry; nil if it is known already, or specified by a person and so part of
  /// `decided`.
  let learned: CatalogueItem?
  /// The rows that wait for a person, and earlier ones that are settled.
  package let held: HeldAnew
  /// The stored layout of the sender's lists; nil if there is none.
  package let recipe: Recipe?
  /// The entries that last changed the values in conflicts.
  package let alterations: [ProjectID: [FieldKey: Entry]]
  /// SHA-256 over the file, the ledger's revision and the planned changes, in hexadecimal.
  package let fingerprint: String

  init(
    file: ReceivedFile, plan: ImportPlan, reason: String?,
    catalogue: Catalogue, decided: [CatalogueItem], learned: CatalogueItem?, held: HeldAnew,
    recipe: Recipe?,
    alterations: [ProjectID: [FieldKey: Entry]]
  ) {
    self.file = file
    self.plan = plan
    self.reason = reason
    self.catalogue = catalogue
    self.decided = decided
    self.learned = learned
    self.held = held
    self.recipe = recipe
    self.alterations = alterations
    fingerprint = PlanFingerprint(file, plan, decided).text
  }

  /// Whether a commit would write anything: a decision, a value or a statement.
  package var hasEffect: Bool { !decided.isEmpty || makesEntry }

  /// Whether a commit would write an entry for the list: statements, or rows that wait for a person.
  var makesEntry: Bool { hasStatements || held.isNew }

  /// Whether a commit would write values or statements of the list.
  private var hasStatements: Bool {
    plan.altersLedger || plan.isFirstOfMonth
      || plan.differing.contains { $0.isWritten && !$0.stated.isEmpty }
  }

  /// The senders whose lists have this layout, if the list names no sender.
  package var likelySenders: [String] {
    guard plan.sender.isEmpty else { return [] }
    return catalogue.recipes.filter { $0.fits(plan.list) }.map(\.sender)
  }

  /// A proposed sender name for a list without one: the file name without its month.
  package var proposedSender: String? {
    plan.sender.isEmpty ? Speaker.unnamed(plan.voice.speaker) : nil
  }

  /// Throws `incomplete` if a row is held or rejected, or a finding is an error.
  package func requireWhole() throws {
    let rows = plan.count(.review) + plan.count(.rejected)
    let findings = plan.list.findings.count { $0.severity == .error }
    if rows + findings > 0 { throw OperationError.incomplete(rows: rows, findings: findings) }
  }

  /// The plan as a JSON object.
  package var json: JSON { writer.json }

  /// A page of the plan: rows of one outcome, or of all.
  package func json(_ outcome: PlannedRow.Action?, _ part: ListPart) -> JSON {
    let places = plan.rows.indices.filter { place in
      outcome.map { plan.rows[place].action == $0 } ?? true
    }
    let (shown, next) = part.of(places)
    return writer.page(shown.map { plan.rows[$0] }, isFirst: part.after == nil, next: next)
  }

  private var writer: PlanJSON {
    PlanJSON(
      plan: plan, fileName: file.name, fingerprint: fingerprint, catalogue: catalogue,
      alterations: alterations)
  }
}

extension PlannedRow {
  /// Whether a commit writes anything of the row.
  var isWritten: Bool { action == .new || action == .changed || action == .unchanged }
}
