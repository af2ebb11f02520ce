import Intake
import Ledger
import Storage

/// The rows of lists that were put to a person, as the entries that hold say: which of them still wait.
struct HeldRows {
  struct Row {
    let entry: Int64
    /// Whose list it came in; empty when nobody said.
    let sender: String
    let row: HeldRow
    /// Nil while it waits.
    fileprivate(set) var answer: Settled.Answer?

    var id: WaitingID { .row(entry, row.source) }

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

  var open: [Row] { all.filter { $0.answer == nil } }

  init(_ store: LedgerStore, through revision: Int64 = .max) throws {
    let notes = try store.standingNotes([.held, .settled], through: revision)
    let lists = notes.isEmpty ? [] : try store.standingLists(through: revision)
    self.init(notes, senders: Dictionary(lists.map { ($0.entry, $0.sender) }) { first, _ in first })
  }

  init(_ notes: [(entry: Int64, notes: EntryNotes)], senders: [Int64: String]) {
    var answers: [WaitingID: Settled.Answer] = [:]
    for (_, notes) in notes {
      for settled in notes.all(Settled.self) { answers[settled.id] = settled.answer }
    }
    all = notes.flatMap { entry, notes in
      notes.all(HeldRow.self).map { row in
        Row(
          entry: entry, sender: senders[entry] ?? "", row: row,
          answer: answers[.row(entry, row.source)])
      }
    }
    askOnce()
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
      let answered = places.last { all[$0].isAnswered }
      let open = places.filter { all[$0].answer == nil }
      for place in answered == nil ? open.dropLast() : open { all[place].answer = .replaced }
    }
  }
}
