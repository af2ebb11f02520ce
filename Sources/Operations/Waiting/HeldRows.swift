import Intake
import Ledger
import Matching
import Storage

/// The rows of lists that were put to a person, from the notes of entries, with their answers.
struct HeldRows {
  struct Row {
    let entry: Int64
    /// The sender of its list; empty if unknown.
    let sender: String
    /// The month of its list.
    let month: Period?
    let row: HeldRow
    /// Nil while the row waits.
    fileprivate(set) var answer: Settled.Answer?
    /// Whether a later row of its sender with the same name is asked about instead; that answer counts for
    /// both.
    fileprivate(set) var isFollowing = false

    var id: PendingID { .row(entry, row.source) }

    /// Whether a person answered it.
    var isAnswered: Bool {
      switch answer {
      case .project, .new, .left: true
      case .replaced, nil: false
      }
    }
  }

  /// In order of arrival.
  private(set) var all: [Row]

  /// The rows that are asked about.
  var open: [Row] { waiting.filter { !$0.isFollowing } }

  /// The rows without an answer.
  var waiting: [Row] { all.filter { $0.answer == nil } }

  /// The earlier rows that the answer about a row also covers.
  func following(_ id: PendingID) -> [Row] {
    guard let asked = all.first(where: { $0.id == id }) else { return [] }
    return waiting.filter { $0.isFollowing && $0.isCalledLike(asked) }
  }

  init(_ store: LedgerStore, through revision: Int64 = .max) throws {
    let notes = try store.standingNotes([.held, .settled], through: revision)
    let lists = notes.isEmpty ? [] : try store.standingLists(through: revision)
    self.init(notes, Dictionary(lists.map { ($0.entry, $0) }) { first, _ in first })
  }

  init(_ notes: [(entry: Int64, notes: EntryNotes)], _ lists: [Int64: StandingList]) {
    var answers: [PendingID: Settled.Answer] = [:]
    for (_, notes) in notes {
      for settled in notes.all(Settled.self) { answers[settled.id] = settled.answer }
    }
    all = notes.flatMap { entry, notes in
      notes.all(HeldRow.self).map { row in
        Row(
          entry: entry, sender: lists[entry]?.sender ?? "", month: lists[entry]?.month, row: row,
          answer: answers[.row(entry, row.source)])
      }
    }
    askOnce()
    follow()
  }

  private struct Saying: Hashable {
    let sender: String
    let entry: Int64?
    let row: HeldRow.Saying
  }

  /// Asks once about identical rows of a sender, for the last of them; not at all if one was answered before.
  private mutating func askOnce() {
    let said = Dictionary(grouping: all.indices) { place in
      // Lists without a sender are not assumed to be of one sender.
      Saying(
        sender: all[place].sender, entry: all[place].sender.isEmpty ? all[place].entry : nil,
        row: all[place].row.saying)
    }
    for places in said.values where places.count > 1 {
      let places = inTime(places)
      let answered = places.last { all[$0].isAnswered }
      let open = places.filter { all[$0].answer == nil }
      for place in answered == nil ? open.dropLast() : open where !tellsMore(place, than: places) {
        all[place].answer = .replaced
      }
    }
  }

  /// Whether a row has figures of its own month that the last of the rows does not.
  private func tellsMore(_ place: Int, than places: [Int]) -> Bool {
    all[place].tellsOfMonth(before: places.last.flatMap { all[$0].month })
  }

  /// Of rows with one name in several months, only the last is asked about; several rows of one month need a
  /// person to tell them apart.
  private mutating func follow() {
    let named = all.indices.filter { place in
      if case .repeated = all[place].row.reason { return false }
      return all[place].answer == nil && !all[place].sender.isEmpty
    }
    for places in Dictionary(grouping: named, by: { Call(all[$0]) }).values
    where places.count > 1 && Set(places.map { all[$0].month }).count == places.count {
      for place in inTime(places).dropLast() { all[place].isFollowing = true }
    }
  }

  /// Positions by the months of their lists, whatever the order of arrival; unchanged if one has no month.
  private func inTime(_ places: [Int]) -> [Int] {
    let months = places.compactMap { all[$0].month }
    if months.count < places.count { return places }
    return zip(months, places).sorted { $0 < $1 }.map(\.1)
  }

  private struct Call: Hashable {
    let sender: String
    let call: String

    init(_ row: Row) { (sender, call) = (row.sender, row.row.call) }
  }
}

extension HeldRows.Row {
  /// Whether it has values of its own month that a later month's list does not state.
  func tellsOfMonth(before later: Period?) -> Bool {
    guard let month, let later, month < later else { return false }
    return row.values.contains { $0.key.period != nil || $0.key.field == .progress }
  }

  /// Whether its list is of a later month than `earlier`.
  func isOf(after earlier: Period?) -> Bool {
    guard let month, let earlier else { return false }
    return earlier < month
  }

  fileprivate func isCalledLike(_ other: HeldRows.Row) -> Bool {
    sender == other.sender && row.call == other.row.call
  }
}
