import Foundation
import Ledger
import Operations
import Storage
import Testing

@testable import Website

/// 视图: lists of projects kept under a name.
@Suite struct SavedViewsTests {
  private let site: TestSite
  private let wei = TestPeople.caller("promotion", .everything)
  private let reader = TestPeople.caller("reader", .everything)
  private let county = TestPeople.caller("county", .areas(["450223"]))

  init() throws { site = try TestSite() }

  /// Saves a list as somebody; the code of the view.
  private func save(
    _ name: String, _ target: String, as caller: Caller, shared: Bool = false
  ) throws -> String {
    let page = site.ask(target, as: caller).text
    var form: Query = ["name": name, "asks": try #require(Self.asks(in: page))]
    if shared { form = form.setting("shared", to: "yes") }
    let answer = site.ask("/views", as: caller, method: "POST", form: form)
    #expect(answer.status == 303)
    return String(try site.operations.standing().revision)
  }

  /// What the form of a list would save.
  private static func asks(in html: String) -> String? {
    html.components(separatedBy: "name=\"asks\" value=\"").dropFirst().first?
      .components(separatedBy: "\"")[0].replacing("&amp;", with: "&")
  }

  private static func target(of name: String, in html: String) -> String? {
    html.components(separatedBy: "<a href=\"").first { $0.contains(">\(name)</a>") }?
      .components(separatedBy: "\"")[0].replacing("&amp;", with: "&")
  }

  private static func total(of html: String) -> String? {
    html.components(separatedBy: "data-total=\"").dropFirst().first?.components(separatedBy: "\"")[
      0]
  }

  @Test func `存下的视图打开是同一张表，筛选不改动它`() throws {
    let list = "/projects?stage=%E5%BC%80%E5%B7%A5&sort=-investment&cols=name,stage&page=1"
    let code = try save("开工的", list, as: wei)
    let menu = site.ask("/projects", as: wei).text
    let target = try #require(Self.target(of: "开工的", in: menu))
    let opened = site.ask(target, as: wei)
    #expect(opened.status == 200)
    #expect(Self.total(of: opened.text) == Self.total(of: site.ask(list, as: wei).text))
    #expect(opened.text.contains("视图：开工的"))
    let before = try site.operations.standing().revision
    #expect(!site.ask(target + "&condition=%E6%AD%A3%E5%B8%B8", as: wei).text.contains("视图：开工的"))
    #expect(try site.operations.standing().revision == before)
    #expect(site.ask("/views/\(code)", as: wei).text.contains("阶段：开工"))
  }

  @Test func `自己的别人看不见，共享的人人看得见，只有存的人能改能删`() throws {
    let own = try save("自留", "/projects?stage=%E5%BC%80%E5%B7%A5", as: wei)
    let shared = try save("公用", "/projects", as: wei, shared: true)
    for caller in [reader, county] {
      let menu = site.ask("/projects", as: caller).text
      #expect(!menu.contains("自留") && menu.contains("公用"))
      #expect(site.ask("/views/\(own)", as: caller).status == 404)
      #expect(!site.ask("/catalogue/view", as: caller).text.contains("自留"))
      #expect(site.ask("/catalogue/view/\(own)", as: caller).status == 404)
      let page = site.ask("/views/\(shared)", as: caller)
      #expect(page.status == 200 && !page.text.contains("删除视图"))
      for form: Query in [["do": "remove"], ["name": "改名", "do": "keep"]] {
        let answer = site.ask("/views/\(shared)", as: caller, method: "POST", form: form)
        #expect(answer.status == 403)
        #expect(answer.text.contains("只有存它的人能改、能删"))
        #expect(
          site.ask("/views/\(own)", as: caller, method: "POST", form: form).status == 404)
      }
      let replaced = site.ask(
        "/views", as: caller, method: "POST", form: ["view": shared, "asks": "stage=开工"])
      #expect(replaced.status == 403)
    }
    #expect(try site.operations.views().map(\.name) == ["公用", "自留"])
  }

  @Test func `改名、更换、删除各是一张凭证，历史里看得到，删了可以撤销`() throws {
    let code = try save("甲", "/projects", as: wei)
    _ = site.ask(
      "/views/\(code)", as: wei, method: "POST", form: ["name": "乙", "shared": "yes", "do": "keep"])
    _ = site.ask("/views", as: wei, method: "POST", form: ["view": code, "asks": "stage=开工"])
    let page = site.ask("/views/\(code)", as: wei).text
    for words in ["名称：甲", "名称：乙", "共享：是", "开工"] {
      #expect(page.contains(words), "\(words)")
    }
    let removed = site.ask("/views/\(code)", as: wei, method: "POST", form: ["do": "remove"])
    #expect(removed.status == 303)
    #expect(site.ask("/views/\(code)", as: wei).status == 404)
    let entry = try site.operations.standing().revision
    // Who may alter the catalogue takes back no list of somebody else's.
    let other = LedgerOperations(
      path: site.operations.path, person: TestPeople.caller("system", .everything).person,
      actor: "别人", now: site.operations.now)
    #expect(throws: (any Error).self) { try other.undoPlan(of: entry) }
    let own = LedgerOperations(
      path: site.operations.path, person: wei.person, actor: "本人", now: site.operations.now)
    _ = try own.undo(own.undoPlan(of: entry), reason: nil)
    #expect(site.ask("/views/\(code)", as: wei).text.contains("视图 乙"))
    #expect(try site.operations.verify().isEmpty)
  }

  @Test func `名称不能空、不能太长、不能重，条件要认得出`() throws {
    _ = try save("甲", "/projects", as: wei)
    let before = try site.operations.standing().revision
    func answer(_ form: Query) -> Int {
      site.ask("/views", as: wei, method: "POST", form: form).status
    }
    #expect(answer(["name": "  ", "asks": ""]) == 422)
    #expect(answer(["name": String(repeating: "长", count: 41), "asks": ""]) == 422)
    #expect(answer(["name": "甲", "asks": ""]) == 422)
    #expect(answer(["name": "乙", "asks": "stage=没有的阶段"]) == 400)
    #expect(answer(["name": "乙", "asks": "nothing=1"]) == 400)
    #expect(try site.operations.standing().revision == before)
    // Somebody else's own list takes no name away.
    let other = site.ask("/views", as: reader, method: "POST", form: ["name": "甲", "asks": ""])
    #expect(other.status == 303)
  }

  @Test func `看过去某天的台账时能打开视图，不能存`() throws {
    _ = try save("甲", "/projects?stage=%E5%BC%80%E5%B7%A5", as: wei)
    let then = site.ask("/projects?as-of=2026-03-21", as: wei).text
    let target = try #require(Self.target(of: "甲", in: then))
    #expect(target.contains("as-of=2026-03-21"))
    #expect(site.ask(target, as: wei).status == 200)
    #expect(!then.contains("存为视图"))
  }
}
