import Foundation
import Testing

@testable import Operations

/// JSON as it is read: what is written comes back, digits stay, and what is none is refused.
@Suite struct JSONReaderTests {
  private static func read(_ text: String) -> String? { JSON(Array(text.utf8))?.text }

  @Test(
    arguments: [
      "null", "true", "false", "0", "-1", "9223372036854775807", "1.50", "-0.0", "1e5", "2E-3",
      "123456789012345678901234567890", #""""#, #""电池""#, "[]", "{}", #"{"a":[1,{"b":null}]}"#,
      #""\u0000""#, #""\"\\""#,
    ])
  func `What is written comes back`(text: String) {
    #expect(Self.read(text) == text)
    #expect(Self.read(" \t\r\n" + text + "\n ") == text)
  }

  @Test func `Escapes are what they mean`() {
    #expect(Self.read(#""\u7535\ud83d\ude00\/\b\f""#) == "\"电😀/\\u0008\\u000c\"")
  }

  @Test(
    arguments: [
      "", " ", "nul", "True", "01", "-", "1.", ".5", "1e", "+1", "0x1", "NaN", "\"", "\"\n\"",
      #""\x""#, #""\u12""#, #""\ud800""#, #""\ud800x""#, #""\udc00""#, "[", "[1,]", "[1 2]", "{",
      #"{"a"}"#, #"{"a":1,}"#, "{a:1}", #"{"a":1,"a":2}"#, "1 2", "[] x", "'a'", "\u{FEFF}1",
      "-01", "00", #""\uD83D\u0041""#,
    ])
  func `What is no JSON is refused`(text: String) { #expect(Self.read(text) == nil) }

  @Test func `Bytes that are no text, and depths without end, are refused`() {
    #expect(JSON([0x22, 0xFF, 0x22]) == nil)
    #expect(JSON([0x22, 0xC0, 0x80, 0x22]) == nil)
    #expect(Self.read(String(repeating: "[", count: 100_000)) == nil)
    let deep = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
    #expect(Self.read(deep) == deep)
  }

  @Test func `It agrees with Foundation about what is JSON`() {
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = ["{", "}", "[", "]", ",", ":", "\"a\"", "\"b\"", "1", "-2.5", "true", "null", " "]
    for _ in 0..<3_000 {
      let text = (0..<(1 + next(7))).map { _ in pieces[next(pieces.count)] }.joined()
      let isJSON =
        (try? JSONSerialization.jsonObject(
          with: Data(text.utf8), options: [.fragmentsAllowed])) != nil
      // An object that has a member twice is one to Foundation.
      if text.components(separatedBy: "\"a\":").count > 2 { continue }
      if text.components(separatedBy: "\"b\":").count > 2 { continue }
      #expect((Self.read(text) != nil) == isJSON, "\(text)")
    }
  }
}
