import Intake
import Ledger

/// Converts a person's decisions about words into catalogue items: all, or none.
struct DecidedWords {
  private let catalogue: Catalogue
  private let sender: String
  private let file: String
  private let next: Int
  private var added: [CatalogueItem] = []
  private var decided: [String: (line: Int, item: CatalogueItem)] = [:]
  private var faults: [DecisionFault] = []

  /// The items that the decisions add or change, new catalogue items first, without repeated decisions; throws
  /// `DecisionFaults`.
  static func items(
    of decisions: DecisionFile, sender: String, file: String, _ catalogue: Catalogue
  ) throws -> [CatalogueItem] {
    var words = DecidedWords(catalogue: catalogue, sender: sender, file: file)
    if sender.isEmpty { words.faults.append(DecisionFault(line: 1, .senderUnknown)) }
    if let other = decisions.sender, !sender.isEmpty, !catalogue.isSameSender(other, sender) {
      words.faults.append(DecisionFault(line: 1, .otherSender(other, list: sender)))
    }
    for word in decisions.words { words.take(word) }
    if !words.faults.isEmpty { throw DecisionFaults(words.faults) }
    let items = words.decided.values.map(\.item).sorted { $0.position < $1.position }
    return words.added + items.filter { catalogue.item($0.kind, $0.code) != $0 }
  }

  private init(catalogue: Catalogue, sender: String, file: String) {
    self.catalogue = catalogue
    self.sender = sender
    self.file = file
    next = catalogue.nextDecision
  }

  private mutating func take(_ word: DecisionFile.Word) {
    guard let meaning = meaning(of: word) else { return }
    let decision = Decision(word.subject, word.text, meaning, sender: sender, file: file)
    let existing = catalogue.item(.decision, decision.code)
    // A repeated decision keeps its list, person and time.
    if let existing, let known = Decision(existing), !known.isRevoked, known.meaning == meaning {
      return note(existing, word)
    }
    note(decision.item(position: existing?.position ?? next + decided.count), word)
  }

  private mutating func note(_ item: CatalogueItem, _ word: DecisionFile.Word) {
    if let earlier = decided[item.code] {
      if Decision(earlier.item)?.meaning != Decision(item)?.meaning {
        faults.append(DecisionFault(line: word.line, .contradicts(word.text, line: earlier.line)))
      }
      return
    }
    decided[item.code] = (word.line, item)
  }

  private mutating func meaning(of word: DecisionFile.Word) -> Decision.Meaning? {
    switch (word.answer, word.subject) {
    case (.nothing, _): return .nothing
    case (.known(let text), .header):
      if let column = ColumnMeaning.interchangeName(text, catalogue) { return .column(column) }
      faults.append(DecisionFault(line: word.line, .unknownField(text)))
      return nil
    case (.known(let text), .project):
      if text == "新项目" || text == "new" { return .project(nil) }
      if let project = ProjectID(text) { return .project(project) }
      faults.append(DecisionFault(line: word.line, .unknownProject(text)))
      return nil
    case (.known(let text), let subject):
      switch catalogue.adding(added).named(text, as: subject) {
      case .success(let item): return .item(item.kind, code: item.code)
      case .failure(let fault):
        faults.append(DecisionFault(line: word.line, fault))
        return nil
      }
    case (.new(let name), .chain): return new(name, .chain)
    case (.new(let name), .unit): return new(name, .unit)
    case (.new(let name), let subject):
      faults.append(DecisionFault(line: word.line, .notAddable(subject, name)))
      return nil
    }
  }

  /// The item with a name, added to the catalogue if it is missing.
  private mutating func new(_ name: String, _ kind: CatalogueKind) -> Decision.Meaning {
    let known = catalogue.items(of: kind) + added.filter { $0.kind == kind }
    if let item = known.first(where: { $0.name == name }) {
      return .item(kind, code: item.code)
    }
    var number = known.count + 1
    while known.contains(where: { $0.code == "\(kind.rawValue)-\(number)" }) { number += 1 }
    let item = CatalogueItem(
      kind: kind, code: "\(kind.rawValue)-\(number)", name: name, position: known.count + 1)
    added.append(item)
    return .item(kind, code: item.code)
  }
}

extension DecisionFault.Fact: Error {}

extension Catalogue {
  /// The number of the next decision.
  var nextDecision: Int { (items(of: .decision).map(\.position).max() ?? 0) + 1 }

  /// The item with a name, an alias or a code.
  fileprivate func named(
    _ text: String, as subject: Decision.Subject
  ) -> Result<CatalogueItem, DecisionFault.Fact> {
    let items = subject.kinds.flatMap { self.items(of: $0) }
    if let item = items.first(where: { $0.name == text || $0.code == text }) {
      return .success(item)
    }
    var nearest: [String] = []
    for kind in subject.kinds {
      switch resolve(kind, text) {
      case .item(let code):
        if let item = self.item(kind, code) { return .success(item) }
      case .ambiguous(let codes) where !codes.isEmpty:
        let names = items.filter { codes.contains($0.code) }.map(\.name)
        return .failure(.ambiguousName(subject, text, candidates: names))
      case .unknown(let names): nearest += names.filter { !nearest.contains($0) }
      case .ambiguous, .ignored: break
      }
    }
    return .failure(.unknownName(subject, text, nearest: nearest))
  }
}
