import Ledger
import Wording

/// The answers of a file, matched with the items of the queue.
struct FileAnswers {
  /// Answers about rows, lists and projects.
  private(set) var settled: [PendingAnswer] = []
  /// Answers about conflicting values.
  private(set) var values: [PendingAnswer] = []
  /// Pairs of projects to merge.
  private(set) var pairs: [Entry.Merge] = []
  private var different: [DuplicateDecision] = []
  private let file: DecisionFile
  private let catalogue: Catalogue
  private var words: [String: [DecisionFile.Word]] = [:]
  private let byID: [PendingID: PendingItem]
  private var faults: [DecisionFault] = []

  /// Throws `DecisionFaults` with every line that matches no item of the queue or does not fit it.
  init(_ file: DecisionFile, _ items: [PendingItem], _ catalogue: Catalogue) throws {
    self.file = file
    self.catalogue = catalogue
    byID = Dictionary(items.map { ($0.id, $0) }) { first, _ in first }
    for word in file.words { take(word) }
    for conflict in file.conflicts { take(conflict) }
    for other in file.others { take(other) }
    if !faults.isEmpty { throw DecisionFaults(faults) }
  }

  private mutating func take(_ word: DecisionFile.Word) {
    guard word.subject == .project else {
      words[speaker(of: word), default: []].append(word)
      return
    }
    let sender = word.sender ?? file.sender
    let found = byID.values.filter { item in
      guard item.id.kind == .row else { return false }
      if let id = word.id { return item.id == id }
      return item.sides.first?.says.text(.code) == word.text || item.name == word.text
    }.filter { item in
      word.id != nil || sender.map { catalogue.isSameSender($0, item.sender) } ?? true
    }
    if found.isEmpty { return fault(word.line, .notWaiting(word.id?.text ?? word.text)) }
    let choice: PendingAnswer.Choice
    switch word.answer {
    case .nothing: choice = .left
    case .known("新项目"), .known("new"): choice = .new
    case .known("同一个"), .known("same"): choice = .same
    case .known(let text), .new(let text):
      guard let project = ProjectID(text) else { return fault(word.line, .unknownProject(text)) }
      choice = .project(project)
    }
    settled += found.map { PendingAnswer($0.id, choice) }
  }

  /// The speaker of the word: that of the item with its id, else the sender's.
  private func speaker(of word: DecisionFile.Word) -> String {
    if let item = word.id.flatMap({ byID[$0] }) { return item.speaker }
    let sender = word.sender ?? file.sender ?? ""
    return byID.values.first { catalogue.isSameSender($0.sender, sender) }?.sender ?? sender
  }

  private mutating func take(_ conflict: DecisionFile.Conflict) {
    let found = byID.values.filter { item in
      guard [.conflict, .difference].contains(item.id.kind) else { return false }
      if let id = conflict.id { return item.id == id }
      return (item.project.map { String($0) } == conflict.project || item.name == conflict.project)
        && (item.key?.text == conflict.field || item.key?.field.label == conflict.field)
    }
    if found.isEmpty {
      let fact = DecisionFault.Fact.noConflict(project: conflict.project, field: conflict.field)
      return fault(conflict.line, fact)
    }
    let now = found.map { $0.sidesText(catalogue) }
    if let seen = conflict.sides, let other = now.first(where: { $0 != seen }) {
      let fact = DecisionFault.Fact.saysOtherwise(
        project: conflict.project, field: conflict.field, now: other)
      return fault(conflict.line, fact)
    }
    let choice: PendingAnswer.Choice =
      switch conflict.resolution {
      case "list", "清单": .list
      case "hand", "手工", "台账": .left
      default: .value(conflict.resolution)
      }
    values += found.map { PendingAnswer($0.id, choice) }
  }

  private mutating func take(_ other: DecisionFile.Other) {
    guard let pair = other.id.pair else {
      guard byID[other.id] != nil else {
        return fault(other.line, .notWaiting(other.id.text))
      }
      return settled.append(PendingAnswer(other.id, .left))
    }
    switch other.answer {
    case "same", "同一个": pairs.append(Entry.Merge(pair.second, into: pair.first))
    case "different", "不同": different.append(DuplicateDecision(pair, .different))
    case "later", "搁置": different.append(DuplicateDecision(pair, .later))
    default: fault(other.line, .unreadableValue(other.answer))
    }
  }

  private mutating func fault(_ line: Int, _ fact: DecisionFault.Fact) {
    faults.append(DecisionFault(line: line, fact))
  }

  /// The lists of the answered words and headers.
  var lists: Set<Int64> {
    Set(words.values.joined().compactMap { word in word.id.flatMap { byID[$0]?.entry } })
  }

  /// The answers about pairs of projects, as catalogue items.
  func distinctions(_ catalogue: Catalogue) -> [CatalogueItem] {
    different.enumerated().map { number, distinction in
      distinction.item(position: catalogue.items(of: .distinction).count + number + 1)
    }
  }

  /// The items for words and headers, by sender; throws `DecisionFaults`.
  func decided(_ catalogue: Catalogue) throws -> [CatalogueItem] {
    var items: [CatalogueItem] = []
    for (sender, words) in words.sorted(by: { $0.key < $1.key }) {
      // The list of the first of the words.
      let list = byID.values.first { $0.speaker == sender && $0.id == words.first?.id }?.file
      items += try DecidedWords.items(
        of: DecisionFile(sender: sender, words: words), sender: sender, file: list ?? "",
        catalogue.adding(items))
    }
    return items
  }
}
