import Engine
import Ledger

extension ProjectSort.Key {
  /// A value that only the sort order needs.
  enum Value {
    case text(Field)
    case number(SortKey.Source)
  }

  /// The value besides those that every list reads; nil for none.
  var value: Value? {
    switch self {
    case .id, .investment, .unit, .plan, .done, .rate: nil
    case .code: .text(.code)
    case .name: .text(.name)
    case .owner: .text(.owner)
    case .chain: .number(.item(.chain))
    case .stage: .number(.item(.stage))
    case .condition: .number(.item(.condition))
    case .district: .number(.item(.district))
    case .zone: .number(.item(.zone))
    case .start: .number(.date([.startActual, .startPlanned]))
    case .finish: .number(.date([.finishActual, .finishPlanned]))
    case .updated: .number(.revision)
    case .field(let field):
      switch field.storedKind {
      case .money, .quantity, .flag: .number(.integer(field))
      case .date: .number(.date([field]))
      case .reference: .number(.item(field))
      default: .text(field)
      }
    }
  }
}

/// Reads a number for sorting from the rows of a scan.
struct SortKey {
  /// The source of the number.
  enum Source: Hashable {
    /// The value of a field: a sum, or an item's number.
    case integer(Field)
    case item(Field)
    case revision
    /// The first day of the first known date among some.
    case date([Field])
  }

  private let source: Source
  private let columns: [Int32]
  private let items: ItemNumbers

  init(_ source: Source, _ items: ItemNumbers, _ query: inout ScanQuery) {
    self.source = source
    self.items = items
    columns =
      switch source {
      case .integer(let field), .item(let field): [query.read(field)]
      case .revision: [ScanQuery.Column.revision]
      case .date(let fields): fields.map { query.read($0) }
      }
  }

  /// Nil if the project has none.
  func number(_ row: any Statement) throws -> Int64? {
    switch source {
    case .integer, .revision: return row.int64IfAny(columns[0])
    case .item(let field):
      guard let kind = field.itemKind else { return nil }
      let number = try items.number(row, columns[0], kind)
      return number == 0 ? nil : Int64(number)
    case .date:
      let date = columns.lazy.compactMap { row.textIfAny($0) }.first
      return date.flatMap { PartialDate($0) }.map { Int64($0.firstDay) }
    }
  }
}
