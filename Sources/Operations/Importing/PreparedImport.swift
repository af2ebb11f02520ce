import Foundation
package import Intake
package import Ledger
package import Matching
import Wording

/// A plan ready to be shown and committed.
package struct PreparedImport: Sendable {
  package let file: ReceivedFile
  package let plan: ImportPlan
  package internal(set) var reason: String?
  /// With what the import's own decisions add.
  package let catalogue: Catalogue
  /// What was decided for the import: written in an entry before its own.
  package let decided: [CatalogueItem]
  /// The layout that the entry of the list leaves behind; nil where it is known, or told by a person,
  /// which is among what was decided.
  let learned: CatalogueItem?
  /// The rows that wait for a person, and those that wait no longer.
  package let held: HeldAnew
  /// How the sender's lists were laid out so far; nil when nothing is known.
  package let recipe: Recipe?
  /// The entries that last altered the values which lists and ledger disagree about.
  package let alterations: [ProjectID: [FieldKey: Entry]]
  /// SHA-256 over the file, the ledger's revision and all the plan would do, in hexadecimal.
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

  /// Whether a commit would write anything: a decision, a value, or what the sender says now.
  package var hasEffect: Bool { !decided.isEmpty || makesEntry }

  /// Whether a commit would write an entry of the list: what it says, or what waits for a person.
  var makesEntry: Bool { hasStatements || held.isNew }

  /// Whether a commit would write anything of the list.
  private var hasStatements: Bool {
    plan.altersLedger || plan.isFirstOfMonth
      || plan.differing.contains { $0.isWritten && !$0.stated.isEmpty }
  }

  /// Whose lists are laid out like this one, where it does not say who sent it.
  package var likelySenders: [String] {
    guard plan.sender.isEmpty else { return [] }
    return catalogue.recipes.filter { $0.fits(plan.list) }.map(\.sender)
  }

  /// What to call the sender of a list that does not name one: the file, without its month.
  package var proposedSender: String? {
    plan.sender.isEmpty ? Speaker.unnamed(plan.voice.speaker) : nil
  }

  /// Throws `incomplete` when a row waits for a person or cannot be written, or a value is left out.
  package func requireWhole() throws {
    let rows = plan.count(.review) + plan.count(.rejected)
    let findings = plan.list.findings.count { $0.severity == .error }
    if rows + findings > 0 { throw OperationError.incomplete(rows: rows, findings: findings) }
  }

  /// The plan as one object for programs.
  package var json: JSON { writer.json }

  /// A page of the plan: a part of the rows of one outcome, or of all.
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
  /// Whether a commit writes something of the row.
  var isWritten: Bool { action == .new || action == .changed || action == .unchanged }
}
