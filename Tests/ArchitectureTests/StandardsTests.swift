import Foundation
import Testing

/// The page on security speaks of every point of the two standards that it names.
@Suite struct StandardsTests {
  /// The levels of the items of ASVS 5.0.0, section by section: the third of 1.2 is of level 1.
  private static let levels = """
    1.1:22 1.2:1111122223 1.3:112222222223 1.4:222 1.5:123 2.1:122 2.2:112 2.3:12223 2.4:23
    3.1:3 3.2:113 3.3:12223 3.4:11222233 3.5:11122333 3.6:3 3.7:22333 4.1:12233 4.2:23333 4.3:22
    4.4:1222 5.1:2 5.2:112333 5.3:113 5.4:222 6.1:122 6.2:111111112222 6.3:11223333 6.4:112233
    6.5:22222333 6.6:2223 6.7:33 6.8:2222 7.1:222 7.2:1111 7.3:22 7.4:11222 7.5:223 7.6:22
    8.1:1233 8.2:1123 8.3:133 8.4:23 9.1:111 9.2:1222 10.1:22 10.2:223 10.3:22223
    10.4:1111122222233333 10.5:22222 10.6:22 10.7:222 11.1:2233 11.2:22233 11.3:11233 11.4:1222
    11.5:23 11.6:23 11.7:33 12.1:12233 12.2:11 12.3:22223 13.1:2333 13.2:222223 13.3:2233
    13.4:1222233 14.1:22 14.2:12223333 14.3:122 15.1:12233 15.2:12233 15.3:1222222 15.4:3333
    16.1:2 16.2:22222 16.3:2222 16.4:222 16.5:2223 17.1:23 17.2:22223333 17.3:22
    """

  /// How many points GB/T 22239-2019 has in each part of 8.1.4, from .1 on.
  private static let points = [4, 7, 4, 6, 1, 1, 2, 2, 3, 2, 2]

  /// What stands first in the rows of a table of the page.
  private static func items(under heading: String) throws -> [String] {
    let page = try String(
      contentsOf: Sources.folder.appending(path: "taizhang/Taizhang.docc/Security.md"),
      encoding: .utf8)
    let parts = page.components(separatedBy: "\n## ")
    let part = try #require(parts.first { $0.hasPrefix(heading) })
    return part.split(separator: "\n").filter { $0.hasPrefix("| ") }
      .compactMap { $0.split(separator: "|").first.map(String.init) }
  }

  @Test func `Every item of levels 1 and 2 of ASVS is spoken of, and no item that there is not`()
    throws
  {
    var levels: [String: Int] = [:]
    for section in Self.levels.split(whereSeparator: \.isWhitespace) {
      let halves = section.split(separator: ":")
      for (index, level) in halves[1].enumerated() {
        levels["\(halves[0]).\(index + 1)"] = level.wholeNumberValue
      }
    }
    #expect(levels.count == 345)
    var told: Set<String> = []
    for item in try Self.items(under: "ASVS 5.0") {
      for word in item.split(whereSeparator: { ",* ".contains($0) }) {
        if let chapter = word.wholeMatch(of: /V(\d+)/) {
          told.formUnion(levels.keys.filter { $0.hasPrefix("\(chapter.1).") })
        } else if let section = word.wholeMatch(of: /\d+\.\d+/) {
          told.formUnion(levels.keys.filter { $0.hasPrefix("\(section.output).") })
        } else if let one = word.wholeMatch(of: /(\d+\.\d+)\.(\d+)(–\d+\.\d+\.(\d+))?/) {
          let first = Int(one.2) ?? 0
          let last = one.4.flatMap { Int($0) } ?? first
          told.formUnion((first...max(first, last)).map { "\(one.1).\($0)" })
        }
      }
    }
    #expect(told.filter { levels[$0] == nil }.sorted() == [])
    #expect(levels.filter { $0.value < 3 && !told.contains($0.key) }.keys.sorted() == [])
  }

  @Test func `Every point of GB/T 22239 is spoken of`() throws {
    var told: Set<String> = []
    for item in try Self.items(under: "GB/T 22239") {
      guard let part = item.firstMatch(of: /\.(\d+)/) else { continue }
      let letters = item.split(separator: " ").compactMap { word in
        word.wholeMatch(of: /([a-g])\)/).map { String($0.1) }
      }
      let all = Self.points[(Int(part.1) ?? 1) - 1]
      let none = (0..<all).map { String(UnicodeScalar(UInt8(97 + $0))) }
      told.formUnion((letters.isEmpty ? none : letters).map { "\(part.1) \($0)" })
    }
    for (part, count) in Self.points.enumerated() {
      for letter in "abcdefg".prefix(count) {
        #expect(told.contains("\(part + 1) \(letter)"), ".\(part + 1) \(letter))")
      }
    }
  }
}
