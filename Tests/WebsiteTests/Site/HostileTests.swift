import Foundation
import Testing

@testable import Website

/// Whatever stands in the ledger or comes with a request: it is shown as it stands, refused with the right status, and
/// tells nothing of the program or of where it runs.
@Suite struct HostileTests {
  private func encoded(_ target: String) -> String {
    String(
      target.unicodeScalars.flatMap { scalar -> [Character] in
        scalar.isASCII && !"<>\"{} ".unicodeScalars.contains(scalar)
          ? [Character(scalar)] : Array(PercentCoding.encoded(String(scalar)))
      })
  }

  private func isClean(_ text: String, _ site: TestSite) -> Bool {
    ![
      "<script>alert", "<img src=x", ".swift", "Sources/", site.folder.path, "Fatal",
      "SQLite", "GRDB",
    ].contains { text.contains($0) }
  }

  @Test func `每个字段都是标签和一万个字，每一页都按字面显示`() throws {
    let site = try TestSite()
    let names = try site.fillHostile()
    var shown = 0
    for page in BrowserPages.ofHostile {
      let target = names.reduce(page) { $0.replacing($1.key, with: $1.value) }
      // A plan that the ledger has outrun is made again first.
      let answer = site.follow(site.get(encoded(target))).page
      #expect(answer.status == 200, "\(target)")
      #expect(isClean(answer.text, site), "\(target)")
      if answer.text.contains("&lt;script&gt;alert(1)&lt;/script&gt;") { shown += 1 }
    }
    // Or the test would look at pages that say nothing.
    #expect(shown > 25, "\(shown)")
  }

  @Test(arguments: [
    "..", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "0", "-1", "99999999999999999999", "%00",
    "<script>alert(1)</script>", "1;DROP TABLE project", "%ff%fe", "长长的名称", "1%0d%0aX:1",
  ])
  func `每个网址里的名字换成乱写的，回答有分寸，不露底`(value: String) throws {
    let site = try TestSite()
    for route in Routes.all where route.method == .get && route.pattern.contains("{") {
      let target = route.pattern.split(separator: "/").map { part in
        part.hasPrefix("{") ? value + part.drop { $0 != "}" }.dropFirst() : String(part)
      }.joined(separator: "/")
      let answer = site.get(encoded("/" + target))
      #expect((200..<500).contains(answer.status), "\(target): \(answer.status)")
      #expect(isClean(answer.text, site), "\(target)")
      #expect(answer["X-Content-Type-Options"] == "nosniff", "\(target)")
    }
    #expect(site.get("/").status == 200)
  }
}
