extension SheetParser {
  /// The type of a cell's value in the attribute t (ST_CellType, ECMA-376 §18.18.11).
  private enum Kind {
    case number, shared, inline, formulaText, boolean, error, date

    @inline(__always)
    init(_ bytes: Bytes?) {
      guard let bytes, let first = bytes.first else {
        self = .number
        return
      }
      switch (first, bytes.count) {
      case (UInt8(ascii: "s"), 1): self = .shared
      case (UInt8(ascii: "s"), _): self = .formulaText
      case (UInt8(ascii: "i"), _): self = .inline
      case (UInt8(ascii: "b"), _): self = .boolean
      case (UInt8(ascii: "e"), _): self = .error
      case (UInt8(ascii: "d"), _): self = .date
      default: self = .number
      }
    }
  }

  /// Reads a cell in its usual form in one step; false when anything else follows.
  @inline(__always)
  mutating func readPlainCell(row: Int) throws(SpreadsheetError) -> Bool {
    guard let cell = xml.plainCell() else { return false }
    let column = try column(of: cell.reference, row: row)
    lastColumn = column
    let kind = Kind(cell.kind)
    if let formula = cell.formula, PictureFormula.isOne(formula) { return true }
    switch cell.content {
    case .value(let bytes) where bytes.isEmpty && cell.formula != nil && kind != .formulaText:
      self.row.add(.uncalculated, column: column)
    case .value(let bytes) where kind != .inline:
      try add(bytes, kind: kind, format: cell.style?.integer ?? 0, column)
    case .inline(let bytes) where kind == .inline: addText(bytes, column)
    case .none, .value, .inline: break
    }
    return true
  }

  /// Reads the cell that has just started, through its end tag; of several values the last one is kept.
  mutating func readCell(row: Int) throws(SpreadsheetError) {
    let column = try column(of: xml.attribute("r"), row: row)
    lastColumn = column
    let kind = Kind(xml.attribute("t"))
    let format = xml.integer("s") ?? 0
    let before = self.row.mark
    var formula = Formula.none
    while true {
      switch try xml.next() {
      case .start where xml.isNamed("f"):
        let text = try xml.elementText()
        let isSettled = formula == .settled || kind == .inline
        formula = PictureFormula.isOne(text) ? .picture : isSettled ? .settled : .open
      case .start where xml.isNamed("v"):
        if kind == .inline || formula == .picture {
          try xml.skipElement()
        } else {
          let text = try xml.elementText()
          self.row.forget(since: before)
          // An empty text is a result, an empty number is not.
          if kind == .formulaText || !text.isEmpty { formula = .settled }
          try add(text, kind: kind, format: format, column)
        }
      case .start where xml.isNamed("is"):
        var text = ByteBuffer()
        try RichText.read(&xml, into: &text)
        guard text.count <= context.limits.textBytes else { throw xml.exceeded(.textBytes) }
        if kind == .inline {
          self.row.forget(since: before)
          if text.count > 0 { self.row.add(text: text.bytes, column: column) }
        }
      case .start: try xml.skipElement()
      case .end:
        if formula == .open { self.row.add(.uncalculated, column: column) }
        return
      case .text: break
      case .finished: throw xml.malformed()
      }
    }
  }

  /// The state of a cell's formula.
  private enum Formula {
    case none, picture
    /// No result has been read yet.
    case open
    case settled
  }

  /// The column in the attribute r, else the next one, since some programs omit it. Throws `damaged` or
  /// `exceeded`.
  @inline(__always)
  private func column(of reference: Bytes?, row: Int) throws(SpreadsheetError) -> Int {
    var column = lastColumn + 1
    if let written = reference {
      guard let reference = CellReference.parse(written), reference.row == row else {
        throw badReference(written)
      }
      column = reference.column
    }
    guard column < context.limits.columns else {
      throw .exceeded(
        .columns, part: xml.source.part, at: CellReference.name(row: row, column: column))
    }
    return column
  }

  /// Adds an inline text with its escapes decoded.
  private mutating func addText(_ bytes: Bytes, _ column: Int) {
    guard bytes.contains(UInt8(ascii: "_")) else { return row.add(text: bytes, column: column) }
    var text = ByteBuffer()
    XMLText.unescape(bytes, into: &text)
    row.add(text: text.bytes, column: column)
  }

  /// Adds the value of some bytes, unless they are empty. Throws `damaged` for an unknown shared string.
  @inline(__always)
  private mutating func add(
    _ bytes: Bytes, kind: Kind, format: Int, _ column: Int
  ) throws(SpreadsheetError) {
    if bytes.isEmpty { return }
    switch kind {
    case .number: addNumber(bytes, format: format, column)
    case .shared:
      let index = bytes.integer ?? bytes.trimmed.integer ?? -1
      guard let length = context.strings.length(at: index) else {
        throw .damaged(part: xml.source.part, .sharedString(index))
      }
      if length > 0 { row.add(shared: index, column: column) }
    case .formulaText, .inline: addText(bytes, column)
    case .boolean: row.add(.boolean(bytes.trimmed.isTrue), column: column)
    case .error:
      row.add(.error(String(decoding: bytes.trimmed, as: UTF8.self)), column: column)
    case .date:
      let parts = context.styles.dateParts(format)
      if let date = ISODate.parse(bytes.trimmed, parts: parts, system: context.system) {
        row.add(.date(date), column: column)
      } else {
        addNumber(bytes, format: format, column)
      }
    }
  }

  /// Adds a number or, by its format, a date; an invalid number is kept as text.
  @inline(__always)
  private mutating func addNumber(_ bytes: Bytes, format: Int, _ column: Int) {
    guard let number = DecimalNumber(bytes: bytes) else {
      return row.add(text: bytes, column: column)
    }
    row.add(
      context.styles.value(number, format: format, system: context.system), column: column)
  }
}
