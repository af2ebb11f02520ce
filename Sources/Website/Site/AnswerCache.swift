import Foundation
import Ledger
import Operations
import Storage
import Synchronization

/// A cache of pages, shared by callers who see the same. A page of a list stays valid until an entry touches what it
/// depends on, any other page until the next entry.
final class AnswerCache: Sendable {
  /// Everything that a page depends on besides the entries.
  struct Key: Hashable, Sendable {
    /// The caller, with their permissions.
    let person: Person
    let isSignedIn: Bool
    let path: [String]
    let query: Query
    let time: Time
  }

  /// The dates that pages of any kind depend on.
  struct Time: Hashable, Sendable {
    let today: PartialDate?
    /// The day of the last entry, on which lights are judged.
    let last: PartialDate?
    /// The latest month of the figures.
    let month: Int?
  }

  /// The revision that a request reads, with the values in the frame.
  struct Moment: Sendable {
    let revision: Int64
    let figures: FrameFigures
  }

  fileprivate struct Kept: Sendable {
    let page: PageShell
    /// The last entry known to leave the page unchanged.
    var revision: Int64
    /// When it was last used, as a counter.
    var turn: Int
  }

  fileprivate struct Answers {
    var kept: [Key: Kept] = [:]
    var bytes = 0
    var turn = 0
  }

  /// The capacity in bytes; beyond it the least recently used pages are evicted.
  private let most: Int
  private let answers = Mutex(Answers())

  init(most: Int = 32 << 20) { self.most = most }

  /// Returns the cached page if it is still valid, else makes and caches it. `leaves` tells whether the entries since a
  /// revision left a list unchanged. Failures are not cached.
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
      // A request that started before an entry may finish after one that started later.
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
  /// Whether the page is still valid at a revision.
  fileprivate func stands(
    at revision: Int64, _ leaves: (ListedPage, Int64) throws -> Bool
  ) throws -> Bool {
    if self.revision == revision { return true }
    guard self.revision < revision, let list = page.follows else { return false }
    return try leaves(list, self.revision)
  }
}

extension AnswerCache.Answers {
  /// Evicts the least recently used pages.
  fileprivate mutating func shrink(to most: Int) {
    for (key, page) in kept.sorted(by: { $0.value.turn < $1.value.turn }) where bytes > most {
      bytes -= page.page.count
      kept[key] = nil
    }
  }
}
