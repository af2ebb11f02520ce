import Foundation
import Ledger
import Matching
import Testing

@testable import Operations
@testable import Website

/// What projects come to, books, the catalogue and the journal through the interface.
@Suite struct QuestionsAPITests {
  private let site: TestSite

  init() throws { site = try TestSite() }

  @Test(arguments: ["", "?chain=新能源", "?stage=开工&as-of=2026-03-21"])
  func `Facets, funnel and matrix are those of the command line`(query: String) throws {
    let options = QuestionOptions(
      filter: Query(encoded: String(query.dropFirst())).values(without: []))
    let operations = site.operations
    #expect(
      site.program("GET", "/facets" + query).text
        == AnswerJSON.facets(try operations.facets(options)).text)
    #expect(
      site.program("GET", "/funnel" + query).text
        == AnswerJSON.funnel(try operations.funnel(options)).text)
    #expect(
      site.program("GET", "/matrix" + query).text
        == AnswerJSON.matrix(try operations.matrix(options)).text)
  }

  @Test func `What is due is told page by page, with totals of all`() {
    let all = site.program("GET", "/due?limit=1000").json
    let due = all["projects"]?.items ?? []
    #expect(all["due"]?.integer == Int64(due.count))
    var seen: [Int64] = []
    var query = "limit=2"
    while true {
      let page = site.program("GET", "/due?" + query).json
      #expect(page["due"]?.integer == all["due"]?.integer)
      seen += (page["projects"]?.items ?? []).compactMap { $0["id"]?.integer }
      guard let next = page["next"]?.string else { break }
      query = "limit=2&cursor=\(next)"
    }
    #expect(seen == due.compactMap { $0["id"]?.integer })
  }

  @Test func `Every kind of the catalogue and every book is answered`() {
    for kind in CatalogueKind.allCases {
      let answer = site.program("GET", "/catalogue/\(kind.rawValue)")
      #expect(answer.status == 200)
    }
    for book in Book.allCases {
      let answer = site.program("GET", "/books/\(book.rawValue).xlsx")
      #expect(answer.status == 200, "\(book)")
      #expect(answer.content.starts(with: [0x50, 0x4B]))
    }
    #expect(site.program("GET", "/books/nonsense.xlsx").status == 404)
    #expect(site.program("GET", "/catalogue/nonsense").status == 404)
  }

  @Test func `The tail of the journal goes on where a copy ends`() throws {
    let whole = String(decoding: site.program("GET", "/journal").content, as: UTF8.self)
      .split(separator: "\n")
    let revision = try site.operations.standing().revision
    #expect(whole.count == Int(revision))
    let tail = String(
      decoding: site.program("GET", "/journal?after=2").content, as: UTF8.self
    ).split(separator: "\n")
    #expect(tail == Array(whole.dropFirst(2)))
    #expect(site.program("GET", "/journal?after=\(revision)").content.isEmpty)
  }

  @Test func `Entries are told latest first, page by page`() throws {
    var seen: [Int64] = []
    var query = "limit=1"
    while true {
      let page = site.program("GET", "/entries?" + query).json
      seen += (page["entries"]?.items ?? []).compactMap { $0["entry"]?.integer }
      guard let next = page["next"]?.string else { break }
      query = "limit=1&cursor=\(next)"
    }
    #expect(seen == (1...(try site.operations.standing().revision)).reversed())
    let edits = site.program("GET", "/entries?kind=edit").json["entries"]?.items ?? []
    #expect(edits.allSatisfy { $0["kind"]?.string == "edit" })
  }

  @Test func `An undo is looked at, done once, and told when it was done`() throws {
    let entry =
      site.program(
        "POST", "/projects", #"{"name":"测试要撤销的项目"}"#
      ).json["entry"]?.integer ?? 0
    let plan = site.program("POST", "/entries/\(entry)/undo?dry-run=yes")
    #expect(plan.status == 200)
    #expect(plan.json["reverted"]?.items.count == 1)
    let undone = site.program("POST", "/entries/\(entry)/undo?reason=测试")
    #expect(undone.status == 201)
    #expect(
      site.program("GET", "/entries/\(entry)").json["undone_by"]?.text
        == undone.json["entry"]?.text)
    let again = site.program("POST", "/entries/\(entry)/undo")
    #expect(again.status == 409)
    #expect(again.code == "entry.undone")
    #expect(site.program("POST", "/entries/9999/undo").status == 404)
  }
}
