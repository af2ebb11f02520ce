/// A batch of a year (年度批次), in which a project is planned to reach a stage: written `2026年开工一批` or
/// `2026=开工一批`; without a year, of any year.
package struct BatchClause: Hashable, Sendable {
  package let name: String
  package let year: Int?

  package init(name: String, year: Int? = nil) {
    self.name = name
    self.year = year
  }

  /// Projects in no batch.
  package static let none = BatchClause(name: "未列入")

  /// The written form.
  package var text: String { (year.map { "\($0)年" } ?? "") + name }

  /// Parses the written form; nil if the name is empty or the year is invalid.
  package init?(_ text: String) {
    guard let mark = text.firstIndex(where: { $0 == "=" || $0 == "年" }),
      text[..<mark].allSatisfy(\.isNumber)
    else {
      if text.isEmpty { return nil }
      self.init(name: text)
      return
    }
    let name = text[text.index(after: mark)...].drop { $0 == " " }
    guard let year = Int(text[..<mark]), (1900..<2200).contains(year), !name.isEmpty else {
      return nil
    }
    self.init(name: String(name), year: year)
  }

  /// Whether it asks for a batch of a year.
  package func holds(_ name: String, _ year: Int) -> Bool {
    self.name == name && (self.year ?? year) == year
  }
}

extension Catalogue {
  /// The names of the batches that a year is planned in: the classes of registers that lead to a stage, in order.
  package var batches: [String] {
    var names: [String] = []
    for name in registers.flatMap(\.batches) where !names.contains(name) { names.append(name) }
    return names
  }
}

extension Register {
  /// Its classes that lead to a stage.
  package var batches: [String] { classes.filter { $0.stage != nil }.map(\.name) }
}
