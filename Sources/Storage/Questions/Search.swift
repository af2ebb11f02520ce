import Foundation
import Ledger

#if canImport(Glibc)
  import Glibc
#endif

/// Finds the projects whose search texts contain every term.
struct Search {
  private let terms: [ContiguousArray<CChar>]
  /// The projects with a text so far, and the terms found in each: bit n is term n.
  private var projects: [ProjectID] = []
  private var found: [UInt64] = []

  /// Their numbers in order; nil when nothing is searched for.
  static func projects(_ query: SearchQuery, _ session: Session) throws -> [ProjectID]? {
    if query.isEmpty { return nil }
    // A query of more words than bits is told by its first ones.
    let terms = query.terms.prefix(UInt64.bitWidth)
    var search = Search(terms: terms.map { $0.utf8CString })
    try search.readWritten(session)
    let sounds = terms.indices.filter { SearchQuery.isSound(terms[$0]) }
    if !sounds.isEmpty { try search.readSounds(of: sounds, session) }
    let all = UInt64.max >> UInt64(UInt64.bitWidth - terms.count)
    return zip(search.projects, search.found).compactMap { $1 == all ? $0 : nil }
  }

  private init(terms: [ContiguousArray<CChar>]) { self.terms = terms }

  private mutating func readWritten(_ session: Session) throws {
    // What is each project found by, as it is written?
    let statement = try session.statement(
      """
      SELECT project, text
      FROM project_search
      ORDER BY project
      """)
    while try statement.step() {
      projects.append(statement.int64(0))
      found.append(statement.withCString(1) { terms(terms.indices, in: $0) })
    }
  }

  /// Looks for what may be pinyin or initials; the rows come in the order of the written texts.
  private mutating func readSounds(of sounds: [Int], _ session: Session) throws {
    // What is each project found by, as it sounds?
    let statement = try session.statement(
      """
      SELECT project, text
      FROM project_sound
      ORDER BY project
      """)
    var position = 0
    while try statement.step() {
      while position < projects.count, projects[position] < statement.int64(0) { position += 1 }
      guard position < projects.count else { return }
      found[position] |= statement.withCString(1) { terms(sounds, in: $0) }
    }
  }

  private func terms(
    _ asked: some Collection<Int>, in text: UnsafePointer<CChar>
  ) -> UInt64 {
    var found: UInt64 = 0
    for index in asked where Self.isPart(terms[index], of: text) { found |= 1 << UInt64(index) }
    return found
  }

  private static func isPart(
    _ term: ContiguousArray<CChar>, of text: UnsafePointer<CChar>
  ) -> Bool {
    term.withUnsafeBufferPointer { term in
      term.baseAddress.map { strstr(text, $0) != nil } ?? true
    }
  }
}
