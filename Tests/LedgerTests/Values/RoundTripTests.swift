import TestSupport
import Testing

@testable import Ledger

@Suite("What is written is read back")
struct RoundTripTests {
  @Test func `partial dates`() {
    var random = SeededNumbers(1)
    for _ in 0..<2000 {
      let date = random.date()
      #expect(date.flatMap { PartialDate($0.text) } == date)
    }
  }

  @Test func `periods`() {
    var random = SeededNumbers(2)
    for _ in 0..<2000 {
      let period = random.period()
      #expect(period.flatMap { Period($0.text) } == period)
    }
  }

  @Test(arguments: MoneyUnit.allCases)
  func `money in every unit`(unit: MoneyUnit) {
    var random = SeededNumbers(3)
    for _ in 0..<1000 {
      let money = random.money()
      #expect(Money(money.text(in: unit), unit: unit) == money)
    }
  }

  @Test func `quantities`() {
    var random = SeededNumbers(4)
    for _ in 0..<1000 {
      let quantity = Quantity(
        tenThousandths: Int64.random(in: -1_000_000_000...1_000_000_000, using: &random))
      #expect(Quantity(quantity.text) == quantity)
    }
  }

  @Test func `field keys`() {
    var random = SeededNumbers(5)
    for _ in 0..<2000 {
      guard let key = Self.key(&random) else { continue }
      #expect(FieldKey(key.text) == key)
    }
  }

  @Test func `values of every kind`() {
    var random = SeededNumbers(6)
    for _ in 0..<4000 {
      guard let field = Field.allCases.randomElement(using: &random),
        let value = Self.value(field.kind, &random)
      else { continue }
      #expect(Value(canonical: value.canonical, kind: field.kind) == value, "\(field)")
    }
  }

  private static func key(_ random: inout SeededNumbers) -> FieldKey? {
    guard let field = Field.allCases.randomElement(using: &random) else { return nil }
    switch field.kind {
    case .series, .texts: return random.period().map { FieldKey(field, $0) }
    case .matters: return FieldKey(field, named: "节" + random.text())
    case .memberships:
      return FieldKey(register: random.text(), year: Int.random(in: 1900..<2200, using: &random))
    default: return FieldKey(field)
    }
  }

  private static func value(_ kind: FieldKind, _ random: inout SeededNumbers) -> Value? {
    switch kind {
    case .text, .texts: return .text(random.text())
    case .money, .series: return .money(random.money())
    case .quantity:
      return .quantity(Quantity(tenThousandths: Int64.random(in: -9_999...9_999, using: &random)))
    case .date: return random.date().map { .date($0) }
    case .flag: return .flag(random.bool())
    case .reference: return .reference(random.text())
    case .references: return .references((0..<3).map { _ in random.text() })
    case .list: return .list((0..<2).map { _ in random.text() })
    case .matters:
      return .matter(
        Matter(
          raised: random.date(), due: random.bool() ? random.date() : nil,
          done: random.bool() ? random.date() : nil,
          unit: random.bool() ? "u" + random.text() : nil,
          person: random.bool() ? "p" + random.text() : nil))
    case .memberships:
      return .membership(
        Membership(
          state: random.bool() ? random.text() : nil, batch: random.bool() ? random.text() : nil,
          className: random.bool() ? random.text() : nil))
    }
  }
}
