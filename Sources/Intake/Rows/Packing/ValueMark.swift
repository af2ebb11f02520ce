import Ledger

/// The byte that a value begins with: what it is, and what stands with it.
///
/// Behind it follow, each where the mark says so: the key, where its field holds several; column and row
/// of the cell; what the value is; the cell's text. Numbers are LEB128, signed ones in zigzag order; a
/// key is eight bytes; a text is twice its length and its UTF-8, a long one twice its place among the
/// block's texts, and one.
struct ValueMark {
  private(set) var byte: UInt8

  enum Kind: UInt8 {
    case text, money, quantity, date, flag, reference, references, list
    /// Rare ones, in their canonical form.
    case canonical
  }

  init(byte: UInt8) { self.byte = byte }

  /// Of a text that stands in a cell just so.
  static let plainText = ValueMark(byte: Kind.text.rawValue | 0x20)

  init(of value: ParsedValue) {
    let kind: Kind =
      switch value.value {
      case .text: .text
      case .money: .money
      case .quantity: .quantity
      case .date: .date
      case .flag: .flag
      case .reference: .reference
      case .references: .references
      case .list: .list
      case .membership, .matter: .canonical
      }
    byte = kind.rawValue
    if !value.key.isWhole { byte |= 0x10 }
    if value.column != nil { byte |= 0x20 }
    if value.cellRow != nil { byte |= 0x40 }
    if value.raw != nil { byte |= 0x80 }
  }

  var kind: Kind { Kind(rawValue: byte & 0x0F) ?? .text }
  var hasKey: Bool { byte & 0x10 != 0 }
  var hasColumn: Bool { byte & 0x20 != 0 }
  var hasRow: Bool { byte & 0x40 != 0 }
  var hasRaw: Bool { byte & 0x80 != 0 }
}
