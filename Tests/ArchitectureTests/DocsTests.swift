import Foundation
import Testing

/// What the pages for developers claim is there.
@Suite struct DocsTests {
  private static let root = Sources.folder.deletingLastPathComponent()
  static let pages =
    ["README.md"]
    + [
      "Design", "Engines", "Extending", "Glossary", "Interchange", "Running", "Security",
      "Taizhang",
    ].map {
      "Sources/taizhang/Taizhang.docc/\($0).md"
    }

  private static func text(_ page: String) throws -> String {
    try String(contentsOf: root.appending(path: page), encoding: .utf8)
  }

  private static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  @Test(arguments: pages)
  func `Every link leads to a file`(page: String) throws {
    let folder = Self.root.appending(path: page).deletingLastPathComponent()
    for link in try Self.text(page).matches(of: /\]\(([^)#\s]+)[^)]*\)/) {
      let target = String(link.1)
      if target.contains("://") { continue }
      let file = folder.appending(path: target).standardized.path
      #expect(FileManager.default.fileExists(atPath: file), "\(target)")
    }
  }

  /// A path is a word with a slash in code: it begins at the root, in `Sources` or in one of its rooms.
  @Test(arguments: pages)
  func `Every path that is named exists`(page: String) throws {
    let rooms = try FileManager.default.contentsOfDirectory(atPath: Sources.folder.path)
    for code in try Self.text(page).matches(of: /`([A-Z.][\w.]*(?:\/[\w.+]+)+)`/) {
      let path = String(code.1)
      let first = path.split(separator: "/").first.map(String.init) ?? ""
      guard rooms.contains(first) || Self.exists(first) else { continue }
      #expect(Self.exists(path) || Self.exists("Sources/" + path), "\(path)")
    }
  }

  /// A word in code that looks like a type is one of ours.
  @Test(arguments: pages)
  func `Every type that is named is declared`(page: String) throws {
    let declared = try Self.declared.get()
    for code in try Self.text(page).matches(of: /`([^`\n]+)`/) {
      for name in code.1.matches(of: /\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\b/) {
        #expect(declared.contains(String(name.output)), "\(name.output)")
      }
    }
  }

  /// Types, cases, and folders of rooms and tests.
  private static let declared = Result { () throws -> Set<String> in
    let keywords: Set<Substring> = ["struct", "enum", "class", "protocol", "typealias", "case"]
    var names: Set<String> = []
    for top in ["Sources", "Tests"] {
      let folder = root.appending(path: top)
      for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
        guard path.hasSuffix(".swift") else {
          names.formUnion(path.split(separator: "/").map(String.init))
          continue
        }
        let words = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
          .split { !($0.isLetter || $0.isNumber || $0 == "_") }
        for (keyword, name) in zip(words, words.dropFirst()) where keywords.contains(keyword) {
          names.insert(String(name))
        }
      }
    }
    return names
  }

  private static func verbs() throws -> Set<String> {
    try Set(
      Sources.lines(in: "taizhang/Commands").flatMap { line in
        line.text.matches(of: /commandName: "([a-z]+)"/).map { String($0.1) }
      })
  }

  @Test(arguments: pages)
  func `Every verb that is named is there`(page: String) throws {
    let verbs = try Self.verbs()
    for match in try Self.text(page).matches(of: /taizhang ([a-z]+)/) {
      #expect(verbs.contains(String(match.1)) || match.1 == "help", "\(match.1)")
    }
  }

  @Test func `Every test that the page on security names is there`() throws {
    let names = try Self.text("Sources/taizhang/Taizhang.docc/Security.md")
      .matches(of: /「([^」]+)」/).map { String($0.1) }
    #expect(names.count > 50)
    let folder = Self.root.appending(path: "Tests")
    let tests = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }
      .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined()
    for name in Set(names) {
      #expect(
        tests.contains("func `\(name)`(") || tests.contains("@Test func \(name)(")
          || tests.contains("\n  func \(name)("), "\(name)")
    }
  }

  @Test func `The README names every verb`() throws {
    let readme = try Self.text("README.md")
    for verb in try Self.verbs() {
      #expect(readme.firstMatch(of: try Regex("\\b\(verb)\\b")) != nil, "\(verb)")
    }
  }
}
