import Ledger
import Synchronization
import Testing

@testable import Storage

/// Whoever waits for a long question can end it.
@Suite struct LongQuestionTests {
  private struct Enough: Error {}

  private static let questions: [(name: String, ask: @Sendable (LedgerStore) throws -> Void)] = [
    ("identities", { try $0.forEachIdentity { _ in } }),
    ("projects", { _ = try $0.projects(1...600) }),
    ("bases", { _ = try $0.bases(sender: "县", projects: 1...600) }),
    ("undo", { _ = try $0.undoPlan(of: 2) }),
  ]

  @Test(arguments: questions.map(\.name))
  func `it ends with what whoever watches throws, and is answered when nothing is thrown`(
    name: String
  ) throws {
    let fixture = try Fixture(isFast: true)
    let isEnough = Mutex(false)
    var watch = LedgerWatch.nobody
    watch.waits = { if isEnough.withLock({ $0 }) { throw Enough() } }
    let store = try LedgerStore.open(
      path: fixture.path, access: .writing(timeout: .seconds(1)), watch: watch
    ) { Fixture.beginning }
    let rows = (0..<600).map { Drafts.create([.name: .text("项目\($0)")], row: $0 + 5) }
    try store.commit(Drafts.list(month: 3, rows), expecting: nil, upload: Drafts.upload)
    let question = try #require(Self.questions.first { $0.name == name })
    try question.ask(store)
    isEnough.withLock { $0 = true }
    #expect(throws: Enough.self) { try question.ask(store) }
  }
}
