/// The header of a compound file ([MS-CFB] §2.2): sector size and start sectors.
struct CompoundFileHeader {
  let sectorSize: Int
  let firstDirectorySector: Int
  /// The size in bytes below which streams are in the mini stream.
  let miniStreamCutoff: Int
  let firstMiniTableSector: Int
  /// The first sectors of the sector table, as many as fit the header (109).
  let tableSectors: [Int]
  /// The sector where their list continues.
  let firstListSector: Int

  let miniSectorSize = 64

  init(_ bytes: Bytes) throws(SpreadsheetError) {
    guard bytes.count > 512, bytes.starts(with: CompoundFile.signature) else {
      throw .damaged(part: nil, .directory)
    }
    switch bytes.uint16(0x1E) {
    case 9: sectorSize = 512
    case 12: sectorSize = 4096
    default: throw .damaged(part: nil, .directory)
    }
    firstDirectorySector = bytes.uint32(0x30)
    miniStreamCutoff = bytes.uint32(0x38)
    firstMiniTableSector = bytes.uint32(0x3C)
    firstListSector = bytes.uint32(0x44)
    tableSectors = (0..<109).map { bytes.uint32(0x4C + $0 * 4) }
  }
}
