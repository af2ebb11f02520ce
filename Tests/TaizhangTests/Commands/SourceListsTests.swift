import Foundation
import Testing

/// Every figure of books, brief and screen, worked out from the source lists alone: `Tests/ReadBack/sources` invents
/// lists, filters, months and edits of the catalogue.
@Suite struct SourceListsTests {
  @Test func `每本报表、简报和屏幕上的数，都等于另一个程序从原始清单算出来的`() throws {
    let program = try Program()
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../ReadBack/sources").standardized.path
    let outcome = try program.shell("/usr/bin/python3 -B '\(script)' \"$0\" 1 7", [])
    #expect(outcome.status == 0, "\(outcome.output) \(outcome.notes)")
    let answer = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(answer["wrong"] as? [String] == [])
    #expect(try #require(answer["compared"] as? Int) > 1_000)
  }
}
