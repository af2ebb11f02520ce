import Ledger
import Testing

@testable import Storage

/// What is written fast is what its plain definition says.
@Suite struct ByteTextTests {
  private static func written(_ write: (inout ByteText) -> Void) -> String {
    var text = ByteText()
    text.append(plain: "前\t" as StaticString)
    write(&text)
    return String(decoding: text.bytes.dropFirst(4), as: UTF8.self)
  }

  @Test(arguments: [
    0, 1, 9, 10, 99, 100, 12_345_678, 1_000_000_000_000, -1, -10, -987_654_321, Int64.max,
    Int64.min,
  ])
  func `an integer is written in decimal`(integer: Int64) {
    #expect(Self.written { $0.append(integer: integer) } == String(integer))
  }

  @Test(arguments: 0..<300) func `texts and lists of random length are escaped`(seed: Int) {
    var random = RandomValues(seed: UInt64(seed))
    let characters =
      ["甲", "a", "，", "é", "1"] + (seed % 2 == 0 ? ["\t", "\n", "\\", ","] : [])
    let texts = (0..<seed % 4).map { _ in
      (0..<seed % 41).map { _ in random.pick(characters) }.joined()
    }
    for text in texts {
      #expect(Self.written { $0.append(escaped: text) } == Self.escaped(text))
      #expect(Self.written { $0.append(plain: text) } == text)
    }
    let list = Value.list(texts).canonical
    #expect(Self.written { $0.append(list: texts) } == list)
    #expect(Self.written { $0.append(escapedList: texts) } == Self.escaped(list))
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\n", with: "\\n")
  }

  @Test func `dates and periods are written in their canonical form`() throws {
    for month in 1...12 {
      let days = [1, 9, 10, 28].compactMap { PartialDate(year: 2026, .day(month: month, day: $0)) }
      for date in days + [PartialDate(year: 1999, .month(month))].compactMap(\.self) {
        #expect(Self.written { $0.append(date) } == date.text)
      }
      let period = try #require(Period.months(2026, 1, month))
      #expect(Self.written { $0.append(period) } == period.text)
    }
  }
}
