/// A person's decision about a word in one sender's lists (认定): asked once, never again.
///
/// Stored as an item of the catalogue, so that its entry records who decided and when, and its
/// history is the catalogue's.
package struct Decision: Hashable, Sendable {
  /// The kind of word.
  package enum Subject: String, CaseIterable, Hashable, Sendable, Codable {
    case chain
    case unit
    /// A county or a zone.
    case area
    /// A stage or a condition.
    case stage
    /// The header of a column.
    case header
    /// A row to be reviewed, by the name or code in the list.
    case project

    /// Whether a word may name an item to be added to the catalogue.
    package var takesNewItems: Bool { self == .chain || self == .unit }
  }

  /// The meaning of the word.
  package enum Meaning: Hashable, Sendable {
    /// An item of the catalogue.
    case item(CatalogueKind, code: String)
    /// A column's meaning, in its interchange form: `total_investment`, `plan.2026`.
    case column(String)
    /// A project of the ledger; nil for a new one.
    case project(ProjectID?)
    /// No meaning: the word is ignored, and no person is asked.
    case nothing
  }

  package let subject: Subject
  package let sender: String
  /// The word as the list writes it; labels of a header from top to leaf, joined by `/`.
  package let text: String
  package var meaning: Meaning
  /// The name of the list with the word.
  package let file: String
  /// Whether a person revoked it: the word is asked again.
  package var isRevoked = false
  /// Whether the word has become an alias for all senders.
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
  /// The kinds of items the word may mean.
  package var kinds: [CatalogueKind] {
    switch self {
    case .chain: [.chain]
    case .unit: [.unit]
    case .area: [.district, .zone]
    case .stage: [.stage, .condition]
    case .header, .project: []
    }
  }

  /// The subject of words in columns that reference items of a kind.
  package init?(of kind: CatalogueKind) {
    guard let subject = Self.allCases.first(where: { $0.kinds.contains(kind) }) else { return nil }
    self = subject
  }

  /// Its Chinese name.
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
