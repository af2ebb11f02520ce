import Testing

@testable import PostgreSQLEngine

@Suite struct GramsTests {
  @Test(
    arguments: [
      ("", nil), ("电", nil), ("abc", nil),
      ("电池", "{\(0x7535 << 16 | 0x6C60)}"),
      ("a电", "{\(0x61 << 16 | 0x7535)}"),
      ("电池电池", "{\(0x6C60 << 16 | 0x7535),\(0x7535 << 16 | 0x6C60)}"),
    ] as [(String, String?)])
  func `a word has the pairs of its characters, each once, but for those of ASCII`(
    word: String, grams: String?
  ) {
    #expect(Grams.text(ofTerm: word) == grams)
  }
}
