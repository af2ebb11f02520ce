/// One record of a BIFF stream ([MS-XLS] §2.1.4).
struct Record {
  let kind: Kind
  /// The bytes after the header, valid while the stream is retained.
  let body: Bytes
  /// The offset of the record in its stream.
  let offset: Int

  /// The size of a record's header: two bytes for its number, two for the length of its body.
  static let headSize = 4

  /// The records that are read or skipped by name, by number ([MS-XLS] §2.3; BIFF5 has the same).
  struct Kind: RawRepresentable, Hashable {
    let rawValue: UInt16

    /// Cells of BIFF2, which programs do not read in a later workbook.
    static let integer2 = Kind(rawValue: 0x0002)
    static let number2 = Kind(rawValue: 0x0003)
    static let label2 = Kind(rawValue: 0x0004)
    static let boolErr2 = Kind(rawValue: 0x0005)
    static let formula = Kind(rawValue: 0x0006)
    static let eof = Kind(rawValue: 0x000A)
    static let date1904 = Kind(rawValue: 0x0022)
    static let font = Kind(rawValue: 0x0031)
    static let filePass = Kind(rawValue: 0x002F)
    static let continuation = Kind(rawValue: 0x003C)
    static let codePage = Kind(rawValue: 0x0042)
    static let colInfo = Kind(rawValue: 0x007D)
    static let boundSheet = Kind(rawValue: 0x0085)
    static let mulRk = Kind(rawValue: 0x00BD)
    static let rString = Kind(rawValue: 0x00D6)
    static let xf = Kind(rawValue: 0x00E0)
    static let mergeCells = Kind(rawValue: 0x00E5)
    static let sst = Kind(rawValue: 0x00FC)
    static let labelSst = Kind(rawValue: 0x00FD)
    static let number = Kind(rawValue: 0x0203)
    static let label = Kind(rawValue: 0x0204)
    static let boolErr = Kind(rawValue: 0x0205)
    static let string = Kind(rawValue: 0x0207)
    /// Formulas with the numbers of BIFF3 and BIFF4, which some programs write and Excel reads.
    static let formula3 = Kind(rawValue: 0x0206)
    static let formula4 = Kind(rawValue: 0x0406)
    static let row = Kind(rawValue: 0x0208)
    static let rk = Kind(rawValue: 0x027E)
    static let format = Kind(rawValue: 0x041E)
    static let bof = Kind(rawValue: 0x0809)
  }
}
