/// What a person decided about a word of one sender's lists (认定): asked once, never again.
///
/// Kept as an item of the catalogue, so that who decided it and when is its entry, and its history
/// is the catalogue's.
package struct Decision: Hashable, Sendable {
  /// What kind of word it is about.
  package enum Subject: String, CaseIterable, Hashable, Sendable, Codable {
    case chain
    case unit
    /// A county or a zone.
    case area
    /// A stage or a condition.
    case stage
    /// The header of a column.
    case header
    /// A row that was put to review, by the name or code that the list gives it.
    case project

    /// Whether a word may name an item that the catalogue is to have.
    package var takesNewItems: Bool { self == .chain || self == .unit }
  }

  /// What the word means.
  package enum Meaning: Hashable, Sendable {
    /// An item of the catalogue.
    case item(CatalogueKind, code: String)
    /// A column's meaning, in its interchange form: `total_investment`, `plan.2026`.
    case column(String)
    /// A project of the ledger; nil is one that is not there yet.
    case project(ProjectID?)
    /// Known to mean nothing: the word is left out and nobody is asked.
    case nothing
  }

  package let subject: Subject
  package let sender: String
  /// The word as the list writes it; labels of a header from top to leaf, joined by `/`.
  package let text: String
  package var meaning: Meaning
  /// The list it was met in.
  package let file: String
  /// Whether a person took it back: the word is asked again.
  package var isRevoked = false
  /// Whether the word is an alias for everyone by now.
  package var isPromoted = false

  package init(
    _ subject: Subject, _ text: String, _ meaning: Meaning, sender: String, file: String
  ) {
    self.subject = subject
    self.sender = sender
    self.text = text
    self.meaning = meaning
    self.file = file
  }
}

extension Decision.Subject {
  /// The kinds of items that such a word may mean.
  package var kinds: [CatalogueKind] {
    switch self {
    case .chain: [.chain]
    case .unit: [.unit]
    case .area: [.district, .zone]
    case .stage: [.stage, .condition]
    case .header, .project: []
    }
  }

  /// What the words of a column that names items of a kind are about.
  package init?(of kind: CatalogueKind) {
    guard let subject = Self.allCases.first(where: { $0.kinds.contains(kind) }) else { return nil }
    self = subject
  }

  /// What people call it.
  package var label: String {
    switch self {
    case .chain: "产业链"
    case .unit: "单位"
    case .area: "县区"
    case .stage: "阶段"
    case .header: "表头"
    case .project: "项目"
    }
  }
}
