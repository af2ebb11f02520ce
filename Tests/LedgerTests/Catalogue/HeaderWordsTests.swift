import Testing

@testable import Ledger

@Suite("Words of headers")
struct HeaderWordsTests {
  let words: HeaderWords

  init() throws { words = try HeaderWords.shipped() }

  @Test func `every field that lists may state has words`() {
    let named = Set(words.synonyms.map(\.field)).union(words.series.map(\.field))
    #expect(named == Set(Field.allCases.filter { $0.kind.isColumn || $0.kind == .series }))
  }

  @Test func `a label has one meaning`() {
    var fields: [String: Field] = [:]
    for synonym in words.synonyms {
      let key = TextFolding.key(synonym.text)
      #expect(fields[key] == nil || fields[key] == synonym.field, "\(synonym.text)")
      fields[key] = synonym.field
    }
  }

  @Test func `shared labels name fields that exist`() {
    #expect(words.composites.allSatisfy { $0.fields.count == 2 })
    #expect(words.contextDependent.allSatisfy { !$0.fields.isEmpty })
  }

  @Test func `units are told from the longest`() {
    #expect(words.moneyUnits.first?.word.count == 3)
    #expect(words.areaUnits.contains(.init(word: "公顷", factor: "15")))
  }
}
