import Machine

/// Memory for the cells of some rows and their texts.
///
/// A row's cells are written before the row is returned and never again, so threads can share a block.
///
/// Its memory returns to the system when the block is freed, on any thread: rows of a long list are
/// freed while other values are made from them.
final class CellBlock: @unchecked Sendable {
  /// The table that cells of kind `shared` refer to.
  let strings: SharedStrings?
  private let room: MappedMemory
  private let cells: UnsafeMutablePointer<PackedCell>
  private let cellRoom: Int
  private let texts: UnsafeMutablePointer<UInt8>
  private let textRoom: Int

  init(cells: Int, textBytes: Int, strings: SharedStrings?) {
    cellRoom = cells
    textRoom = textBytes
    let bytesOfCells = cells * MemoryLayout<PackedCell>.stride
    room = MappedMemory(bytesOfCells + textBytes)
    self.cells = room.start.bindMemory(to: PackedCell.self, capacity: cells)
    texts = (room.start + bytesOfCells).bindMemory(to: UInt8.self, capacity: textBytes)
    self.strings = strings
  }

  /// Ends writing, so that the block may be spilled to disk.
  func close() { room.close() }

  /// Allows the block's pages to leave memory until it is read again.
  func rest() { room.rest() }

  /// Whether a row fits into the unused part.
  func hasRoom(cells: Int, after usedCells: Int, textBytes: Int, after usedBytes: Int) -> Bool {
    cells <= cellRoom - usedCells && textBytes <= textRoom - usedBytes
  }

  /// Writes a row's cells and texts at the first unused positions.
  func write(
    _ row: [PackedCell], at usedCells: Int, texts bytes: Bytes, at usedBytes: Int
  ) {
    for (index, cell) in row.enumerated() {
      (cells + usedCells + index).initialize(to: cell.moved(by: usedBytes))
    }
    if let start = bytes.baseAddress {
      (texts + usedBytes).initialize(from: start, count: bytes.count)
    }
  }

  @inline(__always)
  subscript(index: Int) -> PackedCell { cells[index] }

  /// The UTF-8 of a text or an error, valid while the block is retained.
  @inline(__always)
  func text(of cell: PackedCell) -> Bytes {
    if cell.kind == .shared {
      return strings?.bytes(at: cell.shared) ?? Bytes(start: nil, count: 0)
    }
    return Bytes(rebasing: Bytes(start: texts, count: textRoom)[cell.place])
  }

  func value(of cell: PackedCell) -> CellValue {
    switch cell.kind {
    case .shared, .text: .text(String(decoding: text(of: cell), as: UTF8.self))
    case .error: .error(String(decoding: text(of: cell), as: UTF8.self))
    case .number: .number(cell.number)
    case .shown: .shown(ShownNumber(cell.number, cell.display))
    case .uncalculated: .uncalculated
    case .boolean: .boolean(cell.flag)
    case .date1900, .date1904: cell.date.map { .date($0) } ?? .number(cell.number)
    }
  }
}
