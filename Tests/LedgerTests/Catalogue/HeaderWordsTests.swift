import Testing

@testable import Ledger

@Suite("Words of headers")
struct HeaderWordsTests {
  let words: HeaderWords
  let items: [CatalogueItem]

  init() throws {
    words = try HeaderWords.shipped()
    items = try Catalogue.shipped().headerItems()
  }

  @Test func `every field that lists may state has words`() {
    let fields = Field.allCases.filter { $0.kind.isColumn || $0.kind == .series }
    #expect(fields.filter { words.labels(of: $0.id).isEmpty }.isEmpty)
  }

  @Test func `每一条都有规则去读，规则读的每一类都有用语`() {
    let columns = [
      "seq", "mark", "start_planned/finish_planned", "contact/phone", "name/code", "name/content",
      "ignore",
    ]
    let fields = Field.allCases.filter { $0.kind.isColumn || $0.kind == .series }.map(\.id)
    #expect(
      Set(items.map(\.code)) == Set(columns + fields + HeaderTerm.allCases.map(\.rawValue)))
    #expect(Set(items.map(\.code)).count == items.count)
    #expect(items.allSatisfy { !$0.aliases.isEmpty })
  }

  @Test func `a label has one meaning, and stands in the file once`() {
    var columns: [String: String] = [:]
    for item in items where HeaderTerm(rawValue: item.code) == nil {
      for alias in item.aliases {
        let key = TextFolding.halfWidth(alias.text)
        #expect(columns[key] == nil, "\(alias.text)：\(item.code)")
        columns[key] = item.code
      }
    }
  }

  @Test func `words that a rule looks for stand in its list once`() {
    for term in HeaderTerm.allCases {
      #expect(Set(words[term]).count == words[term].count, "\(term)")
      #expect(words[term].allSatisfy { !$0.isEmpty }, "\(term)")
    }
  }

  @Test func `台账改过的用语以台账为准，没改的照软件自带的`() throws {
    let item = CatalogueItem(
      kind: .header, code: "remark", name: "备注", position: 1, aliases: [Alias("补充说明文字")])
    let own = try HeaderWords(Catalogue.shipped().adding([item]))
    #expect(own.labels(of: "remark") == ["补充说明文字"])
    #expect(own.labels(of: "content") == words.labels(of: "content"))
    #expect(try HeaderWords(Catalogue(items: [])).labels(of: "remark").contains("备注说明"))
    #expect(
      try HeaderWords(Catalogue(items: [item.withdrawn])).labels(of: "remark")
        == words.labels(of: "remark"))
  }
}
