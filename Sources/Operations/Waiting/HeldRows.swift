import Intake
import Ledger
import Matching
import Storage

/// The rows of lists that were put to a person, as the entries that hold say: which of them still wait.
struct HeldRows {
  struct Row {
    let entry: Int64
    /// Whose list it came in; empty when nobody said.
    let sender: String
    /// The month that its list reaches.
    let month: Period?
    let row: HeldRow
    /// Nil while it waits.
    fileprivate(set) var answer: Settled.Answer?
    /// Whether a later row of its sender by the same name is asked about: what is answered there counts here.
    fileprivate(set) var isFollowing = false

    var id: PendingID { .row(entry, row.source) }

    /// Whether a person said something of it.
    var isAnswered: Bool {
      switch answer {
      case .project, .new, .left: true
      case .replaced, nil: false
      }
    }
  }

  /// In the order in which they came.
  private(set) var all: [Row]

  /// Those that are asked about.
  var open: [Row] { waiting.filter { !$0.isFollowing } }

  /// Those that nobody answered yet.
  var waiting: [Row] { all.filter { $0.answer == nil } }

  /// The earlier rows that an answer about one is about as well.
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

  /// What a sender says several times to the letter is asked once, of the last row that says it; what was
  /// answered there, or before, is not asked again.
  private mutating func askOnce() {
    let said = Dictionary(grouping: all.indices) { place in
      // Lists of which nobody says whose they are are not one sender's.
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

  /// Whether a row tells of a month that the last of some rows does not.
  private func tellsMore(_ place: Int, than places: [Int]) -> Bool {
    all[place].tellsOfMonth(before: places.last.flatMap { all[$0].month })
  }

  /// Of the rows of several months by one name the last is asked about; several of one month are told apart by
  /// nobody but a person.
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

  /// Places in the order of the months that their lists reach, whichever list came first; as they are where one states
  /// none.
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
  /// Whether it says something of its own month that a list of a later one does not.
  func tellsOfMonth(before later: Period?) -> Bool {
    guard let month, let later, month < later else { return false }
    return row.values.contains { $0.key.period != nil || $0.key.field == .progress }
  }

  /// Whether its list reaches a later month than another one.
  func isOf(after earlier: Period?) -> Bool {
    guard let month, let earlier else { return false }
    return earlier < month
  }

  fileprivate func isCalledLike(_ other: HeldRows.Row) -> Bool {
    sender == other.sender && row.call == other.row.call
  }
}
