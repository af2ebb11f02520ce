import Foundation
import Ledger
import Operations
import Storage
import Synchronization

/// Pages as they were shown last, for whoever asks for the same next. A page of a list stands as long as no entry
/// touches what it follows from; any other until the next entry.
final class AnswerCache: Sendable {
  /// All that a page follows from beside the entries.
  struct Key: Hashable, Sendable {
    /// Who asks, with what they may see.
    let person: Person
    let isSignedIn: Bool
    let path: [String]
    let query: Query
    let time: Time
  }

  /// What pages say of the day, and of the ledger whatever they are about.
  struct Time: Hashable, Sendable {
    let today: PartialDate?
    /// The day of the last entry, on which lights are judged.
    let last: PartialDate?
    /// The month that figures reach.
    let month: Int?
  }

  /// The state of the ledger that somebody asks about, with what its pages say of it.
  struct Moment: Sendable {
    let revision: Int64
    let figures: FrameFigures
  }

  fileprivate struct Kept: Sendable {
    let page: PageShell
    /// The last entry of which it is known that it left the page as it is.
    var revision: Int64
    /// When it was asked for last.
    var turn: Int
  }

  fileprivate struct Answers {
    var kept: [Key: Kept] = [:]
    var bytes = 0
    var turn = 0
  }

  /// So many bytes of pages; beyond that those go that were not asked for longest.
  private let most: Int
  private let answers = Mutex(Answers())

  init(most: Int = 32 << 20) { self.most = most }

  /// The answer for a key at a moment: the one that is kept where it still is the same, else made. Whether the entries
  /// since a revision left a list as it was is told by `leaves`. What fails is made again by whoever asks next.
  func answer(
    _ key: Key, at moment: Moment, leaves: (ListedPage, Int64) throws -> Bool,
    made make: () throws -> WebResponse
  ) throws -> WebResponse {
    if let known = known(key), known.page.saysWaiting == (moment.figures.waiting != nil),
      try known.stands(at: moment.revision, leaves)
    {
      if known.revision < moment.revision { keep(known.page, key, at: moment.revision) }
      return .html(known.page.filled(moment.figures))
    }
    let made = try make()
    if made.status == 200, let page = made.framed { keep(page, key, at: moment.revision) }
    return made
  }

  private func known(_ key: Key) -> Kept? {
    answers.withLock { answers in
      answers.turn += 1
      answers.kept[key]?.turn = answers.turn
      return answers.kept[key]
    }
  }

  private func keep(_ page: PageShell, _ key: Key, at revision: Int64) {
    guard page.count <= most else { return }
    answers.withLock { answers in
      // Whoever began before an entry may end behind whoever began after it.
      if let other = answers.kept[key], other.revision > revision { return }
      answers.turn += 1
      let before = answers.kept.updateValue(
        Kept(page: page, revision: revision, turn: answers.turn), forKey: key)
      answers.bytes += page.count - (before?.page.count ?? 0)
      if answers.bytes > most { answers.shrink(to: most / 4 * 3) }
    }
  }
}

extension AnswerCache.Time {
  init(today: PartialDate, _ standing: LedgerStanding) {
    self.init(
      today: today, last: ShanghaiCalendar.day(of: standing.recordedAt), month: standing.month)
  }
}

extension AnswerCache.Kept {
  /// Whether the page is still the same at a revision.
  fileprivate func stands(
    at revision: Int64, _ leaves: (ListedPage, Int64) throws -> Bool
  ) throws -> Bool {
    if self.revision == revision { return true }
    guard self.revision < revision, let list = page.follows else { return false }
    return try leaves(list, self.revision)
  }
}

extension AnswerCache.Answers {
  /// Forgets what was not asked for longest.
  fileprivate mutating func shrink(to most: Int) {
    for (key, page) in kept.sorted(by: { $0.value.turn < $1.value.turn }) where bytes > most {
      bytes -= page.page.count
      kept[key] = nil
    }
  }
}
