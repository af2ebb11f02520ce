import Ledger
import TestSupport
import Testing

@testable import Intake

/// What goes into the bytes of a block comes out of them.
@Suite struct ParsedRowTests {
  private static func values(_ random: inout SeededNumbers) -> [ParsedValue] {
    Field.allCases.shuffled(using: &random).prefix(Int.random(in: 0...30, using: &random))
      .flatMap { field in
        (0..<(field.kind.hasParts ? Int.random(in: 0...3, using: &random) : 1)).compactMap { part in
          key(field, part).map {
            ParsedValue(
              key: $0, value: value(of: field, &random),
              column: Bool.random(using: &random) ? Int.random(in: 0...700, using: &random) : nil,
              cellRow: Bool.random(using: &random)
                ? Int.random(in: 1...90_000, using: &random) : nil,
              raw: Bool.random(using: &random) ? text(&random) : nil)
          }
        }
      }
  }

  private static func key(_ field: Field, _ part: Int) -> FieldKey? {
    switch field.kind {
    case .series, .texts: Period.month(2026, part + 1).map { FieldKey(field, $0) }
    case .memberships: FieldKey(register: "簿\(9 - part)", year: 2026)
    case .matters: nil
    default: FieldKey(field)
    }
  }

  private static func value(of field: Field, _ random: inout SeededNumbers) -> Value {
    switch field.kind {
    case .text, .texts, .matters: .text(text(&random))
    case .money, .series: .money(Money(fen: Int64.random(in: .min ... .max, using: &random)))
    case .quantity:
      .quantity(Quantity(tenThousandths: Int64.random(in: -300...300, using: &random)))
    case .date: .date(PartialDate("2026-Q\(Int.random(in: 1...4, using: &random))")!)
    case .flag: .flag(Bool.random(using: &random))
    case .reference: .reference(text(&random))
    case .references: .references((0..<3).map { _ in text(&random) })
    case .list: .list((0..<2).map { _ in text(&random) })
    case .memberships: .membership(Membership(state: text(&random), className: "类,\\"))
    }
  }

  private static func text(_ random: inout SeededNumbers) -> String {
    let length = [0, 1, 4, 30, 300, 3_000][Int.random(in: 0...5, using: &random)]
    return String(repeating: "项目 a", count: length / 4) + "𠮷"
  }

  private static func parted(
    _ values: [ParsedValue]
  ) -> (registers: [ParsedValue], others: [ParsedValue]) {
    (values.filter { $0.key.field == .registers }, values.filter { $0.key.field != .registers })
  }

  @Test func `values of every kind are read back, whatever stands with them`() {
    var random = SeededNumbers(name: "packed rows")
    var packer = RowPacker()
    var rows: [[ParsedValue]] = []
    for number in 1...150 {
      rows.append(Self.values(&random))
      packer.add(number: number, serial: "\(number)", mark: nil, RowValues(rows[number - 1]))
    }
    let packed = packer.finish()
    #expect(packed.map(\.number) == Array(1...150))
    for (row, values) in zip(packed, rows) {
      let record = Record(values.map { ($0.key, $0.value) })
      #expect(row.record == record)
      #expect(row.digest == StatementDigest.of(record))
      // Registers stay as they are listed; everything else is in the order of the keys.
      let (listed, others) = Self.parted(row.values)
      let (given, rest) = Self.parted(values)
      #expect(listed.map(\.key) == given.map(\.key))
      let expected = rest.sorted { $0.key < $1.key }.map { "\($0)" }
      #expect(others.map { "\($0)" } == expected)
      var keys: [FieldKey] = []
      row.forEachByKey { keys.append($0.key) }
      #expect(keys == record.entries.map(\.key))
      for value in values { #expect(row[value.key] == value.value) }
      #expect(row[FieldKey(register: "无此簿", year: 2026)] == nil)
    }
  }

  @Test func `a value that is added is found among the others, and alters the digest`() {
    let name = ParsedValue(
      key: FieldKey(.name), value: .text("示例项目"), column: 1, cellRow: nil, raw: nil)
    var row = ParsedRow(number: 7, serial: "3-1", values: [name])
    let before = row.digest
    row.add(
      ParsedValue(
        key: FieldKey(.package), value: .text("打包项目"), column: nil, cellRow: nil, raw: nil))
    #expect(row.text(.package) == "打包项目")
    #expect(row.text(.name) == "示例项目")
    #expect(row.place(of: FieldKey(.name))?.text == "B7")
    #expect(row.place(of: FieldKey(.package)) == nil)
    #expect(row.serial == "3-1")
    #expect(row.digest != before)
  }

  @Test func `a cell may name more registers than a row of any list has values`() {
    let values = (0..<70_000).map { number in
      ParsedValue(
        key: FieldKey(register: "簿\(number)", year: 2026), value: .membership(Membership()),
        column: 1, cellRow: nil, raw: nil)
    }
    let row = ParsedRow(number: 2, serial: nil, values: values)
    #expect(row.values.count == 70_000)
    #expect(row[FieldKey(register: "簿69999", year: 2026)] == .membership(Membership()))
  }
}
