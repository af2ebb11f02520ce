import Ledger

/// The data of an entry that a replay needs.
struct EntryHeader: Sendable {
  let number: Int64
  let kind: Entry.Kind
  let actor: String
  /// The key of the list's source, as `Speaker` computes it; nil for an entry without a list.
  let sender: String?
  let asOfMonth: Int?
  /// The month of the list's figures.
  let month: Period?
  let undoes: Int64?
}

extension EntryHeader {
  /// Creates the header of an entry before it is written.
  init(_ draft: EntryDraft, number: Int64) {
    self.init(
      number: number, kind: draft.kind, actor: draft.actor, sender: draft.source?.speaker,
      asOfMonth: draft.source?.asOfMonth, month: draft.source?.month, undoes: draft.undoes)
  }
}

/// The headers of all entries, and which of them are undone.
struct EntryHeaders: Sendable {
  private var headers: [Int64: EntryHeader] = [:]
  private var undone: Set<Int64> = []
  /// The numbers of all entries, in order.
  private var order: [Int64] = []

  init(_ headers: [EntryHeader]) {
    for header in headers {
      self.headers[header.number] = header
      order.append(header.number)
    }
    markUndone()
  }

  subscript(number: Int64) -> EntryHeader? { headers[number] }

  /// Whether an entry is undone, and its undo is not.
  func isUndone(_ number: Int64) -> Bool { undone.contains(number) }

  /// The effective undo of an entry; nil if the entry is in force.
  func undo(of number: Int64) -> Int64? {
    order.last { headers[$0]?.undoes == number && !undone.contains($0) }
  }

  /// The latest month of a sender's lists; nil if none states one.
  func newestMonth(of sender: String) -> Period? { lists(of: sender).compactMap(\.month).max() }

  /// The entries of a sender's lists for a month.
  func lists(of sender: String, reaching month: Period) -> [Int64] {
    lists(of: sender).filter { $0.month == month }.map(\.number)
  }

  /// The latest month among the earlier lists of a list's sender, as of that time; nil if the list names no sender.
  func newestMonth(before number: Int64) -> Period? {
    guard let sender = headers[number]?.sender, Speaker.unnamed(sender) == nil else { return nil }
    return order.prefix { $0 < number }.compactMap { earlier -> Period? in
      guard let header = headers[earlier], header.sender == sender, header.kind == .import else {
        return nil
      }
      // If it was undone later, it was in force then.
      return undo(of: earlier).map { $0 > number } ?? true ? header.month : nil
    }.max()
  }

  private func lists(of sender: String) -> [EntryHeader] {
    order.compactMap { headers[$0] }.filter {
      $0.sender == sender && $0.kind == .import && !isUndone($0.number)
    }
  }

  /// The original entry of a chain of undos.
  func root(of number: Int64) -> Int64 {
    var number = number
    while let earlier = headers[number]?.undoes { number = earlier }
    return number
  }

  /// The entries that undid an entry, undid that undo, and so on.
  func turns(of number: Int64) -> [Int64] {
    order.filter { $0 != number && root(of: $0) == number }
  }

  /// The undone entries, in order.
  var takenBack: [Int64] { undone.sorted() }

  /// Returns the headers as if an entry were undone.
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

  /// An undo that was itself undone has no effect, so later entries are processed first.
  private mutating func markUndone() {
    undone = []
    for number in order.reversed() where !undone.contains(number) {
      if let earlier = headers[number]?.undoes { undone.insert(earlier) }
    }
  }
}
