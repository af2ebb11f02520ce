/// The head of a compound file ([MS-CFB] §2.2): how large its sectors are and where things begin.
struct CompoundFileHeader {
  let sectorSize: Int
  let firstDirectorySector: Int
  /// Streams smaller than this lie in the mini stream.
  let miniStreamCutoff: Int
  let firstMiniTableSector: Int
  /// The sectors that hold the table of sectors, as far as the head has room for them.
  let tableSectors: [Int]
  /// Where the list of them goes on.
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
