import Intake
import Ledger
import Operations
import Testing

@testable import Website

/// Pages that are kept for whoever asks the same next.
@Suite struct KeptAnswersTests {
  private static func key(
    _ name: String = "韦", signedIn: Bool = false, path: [String] = ["projects"],
    query: Query = ["chain": "新能源"], revision: Int64 = 3, minute: String = "2026-03-31 10:00",
    waiting: Int? = 2
  ) -> KeptAnswers.Key {
    KeptAnswers.Key(
      person: Person(name: name), isSignedIn: signedIn, path: path, query: query,
      time: KeptAnswers.Time(revision: revision, minute: minute), waiting: waiting)
  }

  private static func page(_ size: Int = 10) -> WebResponse {
    .html(Array(repeating: 65, count: size))
  }

  @Test func `同一个人同一分钟问同样的页面，只做一次`() {
    let answers = KeptAnswers()
    var made = 0
    for _ in 0..<3 {
      _ = answers.answer(Self.key()) {
        made += 1
        return Self.page()
      }
    }
    #expect(made == 1)
  }

  @Test(arguments: [
    key("李"), key(signedIn: true), key(path: []), key(query: [:]), key(revision: 4),
    key(minute: "2026-03-31 10:01"), key(waiting: 1), key(waiting: nil),
  ])
  func `换了人、换了地址、有了新凭证、过了一分钟，都重做`(other: KeptAnswers.Key) {
    let answers = KeptAnswers()
    _ = answers.answer(Self.key()) { Self.page() }
    var made = 0
    _ = answers.answer(other) {
      made += 1
      return Self.page()
    }
    #expect(made == 1)
  }

  @Test func `没做成的不留`() {
    let answers = KeptAnswers()
    _ = answers.answer(Self.key()) { .html([], status: 404) }
    #expect(answers.answer(Self.key()) { Self.page() }.status == 200)
  }

  @Test func `占的内存有上限`() {
    let answers = KeptAnswers(most: 100)
    var made = 0
    for _ in 0..<2 {
      for number in 0..<20 {
        _ = answers.answer(Self.key(query: ["page": String(number)])) {
          made += 1
          return Self.page(10)
        }
      }
    }
    #expect(made == 40)
  }

  @Test func `记了凭证，页面马上是新的`() throws {
    let site = try TestSite()
    let before = site.get("/projects?q=测试云岫").text
    #expect(!before.contains("新名字项目"))
    _ = try site.desk.edit(
      "1", [.init(field: "name", text: "测试云岫新名字项目")], reason: "测试")
    #expect(site.get("/projects?q=测试云岫").text.contains("新名字项目"))
  }
}
