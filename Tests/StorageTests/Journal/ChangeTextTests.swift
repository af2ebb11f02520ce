import Ledger
import Testing

@testable import Storage

@Suite struct ChangeTextTests {
  private static func roundTrip(
    _ kind: Change.Kind, _ fields: [FieldChange], _ stated: [Stated],
    _ inheritance: Inheritance = Inheritance()
  ) -> (String, ChangeText.Content?) {
    var text = ByteText()
    let content = ChangeText.Content(fields: fields, stated: stated, inheritance: inheritance)
    ChangeText.write(kind: kind, content, to: &text)
    return (
      String(decoding: text.bytes, as: UTF8.self),
      text.bytes.withUnsafeBufferPointer { ChangeText.read(kind: kind, $0) }
    )
  }

  @Test func `an update writes before and after, a creation only the value`() {
    let update = FieldChange(key: .total, before: nil, after: .wan(5), raw: "5\t万")
    #expect(Self.roundTrip(.update, [update], []).0 == "total_investment\t\\N\t5000000\t5\\t万\n")
    let creation = FieldChange(key: .name, before: nil, after: .text("\\N"))
    #expect(Self.roundTrip(.create, [creation], []).0 == "name\t\\\\N\n")
    let stated = Record([(.remark, .text("一\n二"))]).stated
    #expect(Self.roundTrip(.update, [], stated).0 == "=remark\t一\\n二\n")
  }

  @Test(arguments: 0..<200) func `what is written reads back`(seed: Int) {
    var values = RandomValues(seed: UInt64(seed))
    let kind = values.pick([Change.Kind.create, .update, .remove])
    let before = values.record()
    let after = values.record()
    let keys = Set(before.entries.map(\.key) + after.entries.map(\.key)).sorted()
    let fields = keys.compactMap { key -> FieldChange? in
      let raw = values.chance(20) ? values.pick(["", "约5\t亿", "\\"]) : nil
      switch kind {
      case .create:
        return after[key].map { FieldChange(key: key, before: nil, after: $0, raw: raw) }
      case .remove:
        return before[key].map { FieldChange(key: key, before: $0, after: nil, raw: raw) }
      case .update:
        return FieldChange(key: key, before: before[key], after: after[key], raw: raw)
      }
    }
    let stated = values.chance(50) ? values.record().stated : []
    let inheritance =
      values.chance(30)
      ? Inheritance(
        statements: ["": Record([(.name, .text("甲"))]), "县\t局": Record([(.total, .wan(3))])],
        reach: [FieldKey("done.2026")!: 4]) : Inheritance()
    let read = Self.roundTrip(kind, fields, stated, inheritance).1
    #expect(
      read == ChangeText.Content(fields: fields, stated: stated, inheritance: inheritance))
  }

  @Test(arguments: ["name", "nope\tx\n", "name\ta\tb\tc\n", "plan\t5\n", "total_investment\tx\n"])
  func `text that is no change is refused`(text: String) {
    let bytes = Array(text.utf8)
    #expect(
      bytes.withUnsafeBufferPointer { ChangeText.read(kind: .create, $0) } == nil)
  }
}
