import Ledger

/// A unit word and its factor to the field's own unit: `multiplier × 10^exponent`.
///
/// Money is in 分, land in 亩, people in 人.
struct MeasureUnit: Hashable, Sendable {
  let word: String
  let multiplier: Int64
  let exponent: Int

  /// The field's own unit.
  static let smallest = MeasureUnit(word: "", multiplier: 1, exponent: 0)

  /// Units of money in 分, longest word first.
  static let money: [MeasureUnit] = [
    MeasureUnit(word: "千万元", multiplier: 1, exponent: 9),
    MeasureUnit(word: "百万元", multiplier: 1, exponent: 8),
    MeasureUnit(word: "亿元", multiplier: 1, exponent: 10),
    MeasureUnit(word: "万元", multiplier: 1, exponent: 6),
    MeasureUnit(word: "千元", multiplier: 1, exponent: 5),
    MeasureUnit(word: "千万", multiplier: 1, exponent: 9),
    MeasureUnit(word: "百万", multiplier: 1, exponent: 8),
    MeasureUnit(word: "亿", multiplier: 1, exponent: 10),
    MeasureUnit(word: "万", multiplier: 1, exponent: 6),
    MeasureUnit(word: "元", multiplier: 1, exponent: 2),
  ]

  /// Units of land in 亩, longest word first.
  static let land: [MeasureUnit] = [
    MeasureUnit(word: "平方公里", multiplier: 1500, exponent: 0),
    MeasureUnit(word: "平方米", multiplier: 15, exponent: -4),
    MeasureUnit(word: "公顷", multiplier: 15, exponent: 0),
    MeasureUnit(word: "㎡", multiplier: 15, exponent: -4),
    MeasureUnit(word: "m2", multiplier: 15, exponent: -4),
    MeasureUnit(word: "万亩", multiplier: 1, exponent: 4),
    MeasureUnit(word: "亩", multiplier: 1, exponent: 0),
  ]

  /// Units of head counts in 人, longest word first.
  static let people: [MeasureUnit] = [
    MeasureUnit(word: "万人", multiplier: 1, exponent: 4),
    MeasureUnit(word: "人", multiplier: 1, exponent: 0),
    MeasureUnit(word: "个", multiplier: 1, exponent: 0),
    MeasureUnit(word: "名", multiplier: 1, exponent: 0),
  ]

  /// The units that a field's cells and headers may state; empty for fields without units.
  static func units(of field: Field) -> [MeasureUnit] {
    switch field.kind {
    case .money, .series: money
    case .quantity: field == .landArea ? land : people
    default: []
    }
  }

  /// The unit of a field's numbers if none is stated; nil for money.
  static func assumed(for field: Field) -> MeasureUnit? {
    field.kind == .quantity ? smallest : nil
  }
}
