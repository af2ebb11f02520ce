import Foundation
import Intake
import Ledger
import Storage
import Testing

@testable import Operations
@testable import Website

/// Whoever guesses finds out nothing: what is somebody else's is answered as what is not there. 测试数据
@Suite struct GuessingTests {
  private static let county = TestPeople.caller("county", .areas(["450223"]))

  /// A ledger with forty projects of another county before and behind one of 鹿寨.
  private static func site() throws -> (site: TestSite, own: ProjectID) {
    let site = try TestSite(isEmpty: true)
    let letters = Array("霁璟昶琛珩翊煜栩珺琮瑾瑜璇玥琪琳瑶璐翎翔翰翡翠岫棠溪朔湛苍黛墨练缃绮绫缎榕桐楠檀梧")
    let rows = letters.enumerated().map { index, letter in
      "测试\(String(repeating: letter, count: 4))基地,2211-450203-04-02-\(310_000 + index),"
        + (index == 20 ? "鹿寨县" : "柳北区")
    }
    let list = site.folder.appending(path: "list.csv")
    try (["项目名称,项目代码,县区"] + rows).joined(separator: "\n")
      .write(to: list, atomically: true, encoding: .utf8)
    let entry = try site.operations.commit(
      try site.operations.prepare(
        try ReceivedFile(path: list.path), ImportOptions(year: 2026, sender: "测试局")))
    #expect(entry?.counts.created == letters.count)
    let own = try site.operations.list(QuestionOptions(filter: ["area": ["鹿寨县"]])).content.projects
    return (site, try #require(own.first?.id))
  }

  /// What an answer says, apart from the day in its frame.
  private static func answer(_ site: TestSite, _ place: String) -> String {
    let answer = site.ask(place, as: county)
    return
      ([String(answer.status)] + answer.headers.map { "\($0.name): \($0.value)" }
      + [RightsMatrixTests.body(of: answer)]).joined(separator: "\n")
  }

  @Test(arguments: ["/projects/", "/api/v1/projects/"])
  func `猜一千个编号，没有的和别家的答得一个字不差`(place: String) throws {
    let (site, own) = try Self.site()
    let absent = Self.answer(site, place + "987654321")
    #expect(absent.hasPrefix("404"))
    for number in 1...1_000 where number != own {
      let expected = absent.replacing("987654321", with: String(number))
      if Self.answer(site, place + String(number)) != expected {
        Issue.record("\(place)\(number)")
      }
    }
    #expect(Self.answer(site, place + String(own)).hasPrefix("200"))
  }

  @Test func `猜名称、代码，猜中猜不中一个样`() throws {
    let (site, own) = try Self.site()
    func answer(_ text: String) -> String {
      let encoded = text.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? text
      return Self.answer(site, "/projects/" + encoded).replacing(text, with: "N")
        .replacing(encoded, with: "N")
    }
    let absent = answer("测试没有的基地")
    #expect(absent.hasPrefix("404"))
    for text in ["测试霁霁霁霁基地", "2211-450203-04-02-310000", "2211-450203-04-02-399999"] {
      #expect(answer(text) == absent, "\(text)")
    }
    #expect(answer("测试瑾瑾瑾瑾基地") == absent)
    #expect(answer("测试琪琪琪琪基地") == absent)
    let record = try site.operations.show(String(own)).project.record
    #expect(answer(try #require(record.text(.name))).hasPrefix("308"))
  }
}
