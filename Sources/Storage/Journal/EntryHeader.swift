import Ledger

/// What replay needs to know of an entry.
struct EntryHeader: Sendable {
  let number: Int64
  let kind: Entry.Kind
  let actor: String
  /// Who spoke, as `Speaker` names it; nil for an act that no list stood behind.
  let sender: String?
  let asOfMonth: Int?
  /// The month that its list's figures reach.
  let month: Period?
  let undoes: Int64?
}

extension EntryHeader {
  /// The header that an entry will have.
  init(_ draft: EntryDraft, number: Int64) {
    self.init(
      number: number, kind: draft.kind, actor: draft.actor, sender: draft.source?.speaker,
      asOfMonth: draft.source?.asOfMonth, month: draft.source?.month, undoes: draft.undoes)
  }
}

/// All entries' headers, and which of them still hold.
struct EntryHeaders: Sendable {
  private var headers: [Int64: EntryHeader] = [:]
  private var undone: Set<Int64> = []
  /// The entry whose taking back was taken back, and so on, down to the first act.
  private var order: [Int64] = []

  init(_ headers: [EntryHeader]) {
    for header in headers {
      self.headers[header.number] = header
      order.append(header.number)
    }
    markUndone()
  }

  subscript(number: Int64) -> EntryHeader? { headers[number] }

  /// Whether an entry was taken back, and its taking back was not.
  func isUndone(_ number: Int64) -> Bool { undone.contains(number) }

  /// The undo in force of an entry; nil when the entry holds.
  func undo(of number: Int64) -> Int64? {
    order.last { headers[$0]?.undoes == number && !undone.contains($0) }
  }

  /// The latest month that a sender's lists reached; nil where none states one.
  func newestMonth(of sender: String) -> Period? { lists(of: sender).compactMap(\.month).max() }

  /// The entries of a sender's lists that reach a month.
  func lists(of sender: String, reaching month: Period) -> [Int64] {
    lists(of: sender).filter { $0.month == month }.map(\.number)
  }

  /// The latest month that a list's sender had sent before it, as it stood then; nil where it names none.
  func newestMonth(before number: Int64) -> Period? {
    guard let sender = headers[number]?.sender, Speaker.unnamed(sender) == nil else { return nil }
    return order.prefix { $0 < number }.compactMap { earlier -> Period? in
      guard let header = headers[earlier], header.sender == sender, header.kind == .import else {
        return nil
      }
      // Taken back later, it stood then.
      return undo(of: earlier).map { $0 > number } ?? true ? header.month : nil
    }.max()
  }

  private func lists(of sender: String) -> [EntryHeader] {
    order.compactMap { headers[$0] }.filter {
      $0.sender == sender && $0.kind == .import && !isUndone($0.number)
    }
  }

  /// The act that a chain of undos is about.
  func root(of number: Int64) -> Int64 {
    var number = number
    while let earlier = headers[number]?.undoes { number = earlier }
    return number
  }

  /// The entries that took an act back, brought it back, took it back again …
  func turns(of number: Int64) -> [Int64] {
    order.filter { $0 != number && root(of: $0) == number }
  }

  /// The acts that do not hold, in order.
  var takenBack: [Int64] { undone.sorted() }

  /// The same once an entry is taken back.
  func takingBack(_ number: Int64) -> EntryHeaders {
    var later = self
    later.append(
      EntryHeader(
        number: (order.last ?? number) + 1, kind: .undo, actor: "", sender: nil, asOfMonth: nil,
        month: nil, undoes: number))
    return later
  }

  mutating func append(_ header: EntryHeader) {
    headers[header.number] = header
    order.append(header.number)
    markUndone()
  }

  /// An undo that was itself undone takes nothing back, so later entries are judged first.
  private mutating func markUndone() {
    undone = []
    for number in order.reversed() where !undone.contains(number) {
      if let earlier = headers[number]?.undoes { undone.insert(earlier) }
    }
  }
}
