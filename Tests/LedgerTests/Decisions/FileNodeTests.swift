import Testing

@testable import Ledger

/// Files that people write: nothing in them stands for more than they hold.
@Suite struct FileNodeTests {
  private func fact(_ yaml: String) -> FileNode.Failure.Fact? {
    do {
      _ = try FileNode(yaml: yaml.utf8)
      return nil
    } catch {
      return (error as? FileNode.Failure)?.fact
    }
  }

  /// Nested anchors, written in every way that YAML has for them.
  private static let bombs: [String] = {
    let names = (0..<9).map { "a\($0)" }
    func bomb(_ first: String, _ next: (_ name: String, _ last: String) -> String) -> String {
      let rest = zip(names.dropFirst(), names).map { next($0, $1) }
      return ([first] + rest).joined(separator: "\n") + "\n"
    }
    let nine = { (name: String) in repeatElement("*\(name)", count: 9).joined(separator: ",") }
    return [
      bomb("a0: &a0 [1,2,3]") { "\($0): &\($0) [\(nine($1))]" },
      "[&a0 [1,2],&a1 [*a0,*a0],[*a1,*a1]]", "? &a [1]\n: *a\n", "!!seq &a [1]\n",
      "- &a [1]\n- *a\n", "\"k\": &a [1]\n*a : 2\n", "k: \"x\n# \", &b\nj: *b\n",
      "k: |\n  \"\nx: &a [1]\ny: [*a]\n", "k: 1\u{85}x: &a [1]\u{2028}y: *a\n", "\u{FEFF}&a [*a]",
      "x: &a1 {<<: *a1}", "{\"x\":&a [1],\"y\":*a}", "x: &- [1]\ny: *-\n",
    ]
  }()

  @Test(arguments: bombs)
  func `锚点和别名不读`(yaml: String) {
    let found = fact(yaml)
    #expect(found == .repeated || !yaml.contains("*"), "\(String(describing: found))")
  }

  @Test(arguments: [
    "value: R&D中心", "value: 研发 & 制造 * 2", "value: \"一期*二期 &三期\"", "note: 10*20 A&B", "a: \"&x\"",
    "a: \"*x\"", "k: |\n  第一行\n  第二行",
  ])
  func `文字里的和号、星号照读`(yaml: String) throws {
    #expect(fact(yaml) == nil)
  }

  @Test func `一处写两次、空的、不是 YAML 的，各有说法`() {
    #expect(fact("a: 1\nb: 2\na: 3\n") == .keyTwice("a"))
    #expect(fact("# 什么都没写\n") == .empty)
    for yaml in ["a: [1", "a: *b", "\u{1}", "a: \"", "%", "--- a\n--- b\n", "\t- a"] {
      guard case .malformed? = fact(yaml) else {
        Issue.record("\(yaml) is read")
        continue
      }
    }
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func `套得再深也不崩溃`(opening: String) {
    _ = fact(String(repeating: opening, count: 50_000))
  }
}
