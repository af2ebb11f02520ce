import Ledger

/// The first byte of a stored value: its kind, and which parts follow.
///
/// After it follow, each if the mark has its bit: the key, if the field has parts; column and row of the
/// cell; the content; the cell's text. Integers are LEB128, signed ones zigzag-encoded; a key is eight
/// bytes; a text is twice its length and its UTF-8, a long text twice its index among the block's texts,
/// plus one.
struct ValueMark {
  private(set) var byte: UInt8

  enum Kind: UInt8 {
    case text, money, quantity, date, flag, reference, references, list
    /// Rare kinds, in their canonical form.
    case canonical
  }

  init(byte: UInt8) { self.byte = byte }

  /// The mark of a text equal to its cell's text.
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
