/// The contents of a decision file that a person wrote (`import --decide`).
///
/// `decisions` maps words, `headers` maps columns, `conflicts` settles values, `duplicates` and `seen` answer
/// other pending items. Blanks are undecided.
package struct DecisionFile: Hashable, Sendable, Codable {
  /// A word and the meaning to give it.
  package struct Word: Hashable, Sendable, Codable {
    package let line: Int
    package let subject: Decision.Subject
    package let text: String
    package let answer: Answer
    /// The identifier of its pending item, if the file states it.
    package var id: PendingID?
    /// The sender of the word, if it is not the file's.
    package var sender: String?

    package init(
      line: Int, subject: Decision.Subject, text: String, answer: Answer, id: PendingID? = nil,
      sender: String? = nil
    ) {
      self.line = line
      self.subject = subject
      self.text = text
      self.answer = answer
      self.id = id
      self.sender = sender
    }
  }

  /// The meaning as written in the file.
  package enum Answer: Hashable, Sendable, Codable {
    /// A name of the catalogue, or a field.
    case known(String)
    /// The name of an item to add to the catalogue.
    case new(String)
    case nothing
  }

  /// A conflict and the value to take.
  package struct Conflict: Hashable, Sendable, Codable {
    package let line: Int
    /// A number, a code or a name.
    package let project: String
    package let field: String
    /// `list`, `hand`, or a value as a list would write it.
    package let resolution: String
    /// The identifier of its pending item, if the file states it.
    package var id: PendingID?
    /// Both sides at the time of the question, if the file states them.
    package var sides: String?

    package init(
      line: Int, project: String, field: String, resolution: String, id: PendingID? = nil,
      sides: String? = nil
    ) {
      self.sides = sides
      self.line = line
      self.project = project
      self.field = field
      self.resolution = resolution
      self.id = id
    }
  }

  /// Another pending item and its answer: `same`, `different`, `later`, or seen.
  package struct Other: Hashable, Sendable, Codable {
    package let line: Int
    package let id: PendingID
    package let answer: String

    package init(line: Int, id: PendingID, answer: String) {
      self.line = line
      self.id = id
      self.answer = answer
    }
  }

  package private(set) var sender: String?
  package private(set) var words: [Word] = []
  package private(set) var conflicts: [Conflict] = []
  package private(set) var others: [Other] = []

  /// Creates the contents without a file.
  package init(
    sender: String? = nil, words: [Word] = [], conflicts: [Conflict] = [], others: [Other] = []
  ) {
    self.sender = sender
    self.words = words
    self.conflicts = conflicts
    self.others = others
  }

  /// Whether nothing is answered.
  package var isEmpty: Bool { words.isEmpty && conflicts.isEmpty && others.isEmpty }

  /// Parses a file; throws `FileNode.Failure` or `DecisionFaults` with every faulty line.
  package init(yaml bytes: some Sequence<UInt8>) throws { try self.init(FileNode(yaml: bytes)) }

  /// Decodes a file's node tree from any source; throws `DecisionFaults`.
  package init(_ file: FileNode) throws {
    var faults: [DecisionFault] = []
    if !file.isMap { faults.append(DecisionFault(line: file.line, .noDecisions)) }
    for (key, node) in file.members where !Self.members.contains(key) {
      faults.append(DecisionFault(line: node.line, .unknownMember(key)))
    }
    sender = file["sender"]?.text
    for node in file["decisions"]?.items ?? [] {
      take(word: node, subject: node["kind"]?.text, &faults)
    }
    for node in file["headers"]?.items ?? [] { take(word: node, subject: "header", &faults) }
    for node in file["conflicts"]?.items ?? [] { take(conflict: node, &faults) }
    for node in (file["duplicates"]?.items ?? []) + (file["seen"]?.items ?? []) {
      take(other: node, &faults)
    }
    if !faults.isEmpty { throw DecisionFaults(faults) }
  }

  private static let members = [
    "sender", "note", "decisions", "headers", "conflicts", "duplicates", "seen",
  ]

  private mutating func take(
    word node: FileNode, subject name: String?, _ faults: inout [DecisionFault]
  ) {
    let text = node["value"]?.text ?? node["header"]?.text ?? node["path"]?.text
    guard let name, let text else {
      return faults.append(DecisionFault(line: node.line, .incomplete))
    }
    // Zone and county are one kind of word: an area.
    let kind = CatalogueKind(rawValue: name)
    guard
      let subject = Decision.Subject(rawValue: name) ?? kind.flatMap({ Decision.Subject(of: $0) })
    else {
      return faults.append(DecisionFault(line: node.line, .unknownSubject(name)))
    }
    guard let answer = Self.answer(node) else { return }
    words.append(
      Word(
        line: node.line, subject: subject, text: text, answer: answer,
        id: node["id"]?.text.flatMap { PendingID($0) }, sender: node["sender"]?.text))
  }

  private static func answer(_ node: FileNode) -> Answer? {
    if let name = node["new"]?.text { return .new(name) }
    guard let text = node["canonical"]?.text ?? node["field"]?.text else { return nil }
    if text == "ignore" || text == "忽略" { return .nothing }
    return .known(node["period"]?.text.map { "\(text).\($0)" } ?? text)
  }

  private mutating func take(conflict node: FileNode, _ faults: inout [DecisionFault]) {
    guard let project = node["project"]?.text, let field = node["field"]?.text else {
      return faults.append(DecisionFault(line: node.line, .incomplete))
    }
    guard let resolution = node["resolution"]?.text else { return }
    conflicts.append(
      Conflict(
        line: node.line, project: project, field: field, resolution: resolution,
        id: node["id"]?.text.flatMap { PendingID($0) }, sides: node["sides"]?.text))
  }

  private mutating func take(other node: FileNode, _ faults: inout [DecisionFault]) {
    guard let text = node["id"]?.text, let id = PendingID(text) else {
      return faults.append(DecisionFault(line: node.line, .incomplete))
    }
    guard let answer = node["answer"]?.text else { return }
    others.append(Other(line: node.line, id: id, answer: answer))
  }
}

extension DecisionFile {
  /// A copy with later answers, which replace those about the same word or value.
  package func answering(
    words later: [Word] = [], conflicts settled: [Conflict] = [], forgetting: [Word] = []
  ) -> DecisionFile {
    let gone = Set((later + forgetting).map { [$0.subject.rawValue, $0.text] })
    let places = Set(settled.map { [$0.project, $0.field] })
    return DecisionFile(
      sender: sender,
      words: words.filter { !gone.contains([$0.subject.rawValue, $0.text]) } + later,
      conflicts: conflicts.filter { !places.contains([$0.project, $0.field]) } + settled,
      others: others)
  }
}

/// A fault in a line of decisions.
package struct DecisionFault: Hashable, Sendable {
  package enum Fact: Hashable, Sendable {
    /// The file holds no `decisions`, `headers` or `conflicts`.
    case noDecisions
    case unknownMember(String)
    /// A line without a required member.
    case incomplete
    case unknownSubject(String)
    /// The catalogue has no such name.
    case unknownName(Decision.Subject, String, nearest: [String])
    case ambiguousName(Decision.Subject, String, candidates: [String])
    /// Items of this kind cannot be added by a decision.
    case notAddable(Decision.Subject, String)
    case unknownField(String)
    /// One word is decided twice, differently.
    case contradicts(String, line: Int)
    /// The file is about another sender than the list.
    case otherSender(String, list: String)
    /// The list has no known sender, so the decisions cannot be stored.
    case senderUnknown
    case unknownProject(String)
    /// List and ledger do not differ there.
    case noConflict(project: String, field: String)
    /// The sides have changed since the question: `now` is their current state.
    case saysOtherwise(project: String, field: String, now: String)
    case unreadableValue(String)
    /// No pending item has that identifier.
    case notWaiting(String)
    /// A recipe without tables.
    case noTables
    /// A recipe of more tables than a workbook has.
    case tooManyTables(Int, limit: Int)
    /// A table of a recipe that is not in the list.
    case noSuchTable
    case malformedRows(String)
    case malformedColumn(String)
    /// A unit that is not valid for the field.
    case unknownUnit(String)
  }

  package let line: Int
  package let fact: Fact

  package init(line: Int, _ fact: Fact) {
    self.line = line
    self.fact = fact
  }
}

/// All faults of a decision file: none of its decisions is taken.
package struct DecisionFaults: Error, Hashable {
  package let faults: [DecisionFault]

  package init(_ faults: [DecisionFault]) {
    self.faults = faults.sorted { $0.line < $1.line }
  }
}
