import Intake
import Ledger
import Operations
import Storage
import Testing

@testable import Website

/// Pages that are kept for whoever asks the same next.
@Suite struct KeptAnswersTests {
  private static func key(
    _ name: String = "韦", signedIn: Bool = false, path: [String] = ["projects"],
    query: Query = ["chain": "新能源"], today: String = "2026-03-31", last: String = "2026-03-30",
    month: Int? = 3
  ) -> AnswerCache.Key {
    AnswerCache.Key(
      person: Person(name: name), isSignedIn: signedIn, path: path, query: query,
      time: AnswerCache.Time(
        today: PartialDate(today), last: PartialDate(last), month: month))
  }

  private static func moment(
    _ revision: Int64 = 3, waiting: Int? = 2
  ) -> AnswerCache.Moment {
    AnswerCache.Moment(
      revision: revision,
      figures: FrameFigures(revision: revision, waiting: waiting, printed: "10:00"))
  }

  private static func page(
    _ text: String = "第\(FrameGap.revision.mark)号，待办\(FrameGap.waiting.mark)",
    follows: ListedPage? = nil
  ) -> WebResponse {
    var response = WebResponse.html([])
    response.framed = PageShell(Array(text.utf8), follows: follows)
    return response
  }

  /// How often a page is made for two requests.
  private static func made(
    _ first: AnswerCache.Key = key(), _ second: AnswerCache.Key = key(),
    at moments: [AnswerCache.Moment] = [moment(), moment()], follows: ListedPage? = nil,
    leaves: Bool = false
  ) throws -> Int {
    let answers = AnswerCache()
    var made = 0
    for (key, moment) in zip([first, second], moments) {
      _ = try answers.answer(key, at: moment) { _, _ in
        leaves
      } made: {
        made += 1
        return page(follows: follows)
      }
    }
    return made
  }

  @Test func `同一个人问同样的页面，只做一次`() throws { #expect(try Self.made() == 1) }

  @Test(arguments: [
    key("李"), key(signedIn: true), key(path: []), key(query: [:]), key(today: "2026-04-01"),
    key(last: "2026-03-31"), key(month: 4),
  ])
  func `换了人、换了地址、过了一天、到了另一个月，都重做`(other: AnswerCache.Key) throws {
    #expect(try Self.made(Self.key(), other) == 2)
  }

  @Test func `有了新凭证，清单没有动的不重做，别的都重做`() throws {
    let moments = [Self.moment(3), Self.moment(4)]
    let site = try TestSite()
    let list = try site.operations.list(QuestionOptions(filter: [:]))
    let listed = ListedPage(list.content, of: list.filter, sort: .byID)
    #expect(try Self.made(at: moments, follows: listed, leaves: true) == 1)
    #expect(try Self.made(at: moments, follows: listed, leaves: false) == 2)
    #expect(try Self.made(at: moments, follows: nil, leaves: true) == 2)
    // Whoever began before the entry is not shown what came behind it.
    #expect(try Self.made(at: moments.reversed(), follows: listed, leaves: true) == 2)
  }

  @Test func `开始数待办了，头上就有待办`() throws {
    #expect(try Self.made(at: [Self.moment(waiting: 1), Self.moment(waiting: nil)]) == 2)
  }

  @Test func `凭证号和待办数照问的时候填`() throws {
    let answers = AnswerCache()
    func text(_ moment: AnswerCache.Moment) throws -> String {
      try answers.answer(Self.key(), at: moment) { _, _ in
        true
      } made: {
        Self.page()
      }.text
    }
    _ = try text(Self.moment(waiting: 1))
    #expect(try text(Self.moment(waiting: 7)) == "第3号，待办7")
  }

  @Test func `没做成的不留`() throws {
    let answers = AnswerCache()
    _ = try answers.answer(Self.key(), at: Self.moment()) { _, _ in
      true
    } made: {
      .html([], status: 404)
    }
    let next = try answers.answer(Self.key(), at: Self.moment()) { _, _ in
      true
    } made: {
      Self.page()
    }
    #expect(next.status == 200)
  }

  @Test func `占的内存有上限，先忘最久没人问的`() throws {
    let answers = AnswerCache(most: 100)
    var made: [String] = []
    func ask(_ name: String) throws {
      _ = try answers.answer(Self.key(query: ["q": name]), at: Self.moment(waiting: nil)) { _, _ in
        true
      } made: {
        made.append(name)
        return Self.page(String(repeating: "a", count: 10))
      }
    }
    for number in 0..<30 {
      try ask("总有人问")
      try ask(String(number))
    }
    #expect(made.count == 31)
    try ask("0")
    #expect(made.count == 32)
  }

  @Test func `页面里写了像空格标记的字，不当标记`() {
    let text = "\u{E000}\u{E000}0123456789abcdefa第\(FrameGap.revision.mark)号\u{E000}"
    let page = PageShell(Array(text.utf8), follows: nil)
    let filled = page.filled(FrameFigures(revision: 12, waiting: nil, printed: ""))
    #expect(
      String(decoding: filled, as: UTF8.self) == "\u{E000}\u{E000}0123456789abcdefa第12号\u{E000}")
    #expect(!page.saysWaiting)
  }

  @Test func `记了凭证，页面马上是新的`() throws {
    let site = try TestSite()
    let before = site.get("/projects?q=测试云岫").text
    #expect(!before.contains("新名字项目"))
    _ = try site.operations.edit(
      "1", [.init(field: "name", text: "测试云岫新名字项目")], reason: "测试")
    #expect(site.get("/projects?q=测试云岫").text.contains("新名字项目"))
  }
}
