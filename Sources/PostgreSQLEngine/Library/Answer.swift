/// The rows that a statement returned, all of them in memory.
final class Answer {
  private let handle: OpaquePointer
  private let library: Library
  let count: Int32
  private let types: [UInt32]
  /// Columns of type `numeric`, whose values must fit into 64 bits.
  let unbound: [Int32]

  init(_ handle: OpaquePointer, _ library: Library) {
    self.handle = handle
    self.library = library
    count = library.ntuples(handle)
    let types = (0..<library.nfields(handle)).map { library.ftype(handle, $0) }
    self.types = types
    unbound = types.indices.filter { types[$0] == LibraryCode.numeric }.map(Int32.init)
  }

  deinit { library.clear(handle) }

  /// The bytes of a row in memory, on average over the first rows; 0 if there are none.
  var bytesOfRow: Int {
    let sample = min(count, 64)
    if sample == 0 { return 0 }
    let columns = Int32(types.count)
    let bytes = (0..<sample).reduce(0) { sum, row in
      (0..<columns).reduce(sum) { $0 + Int(library.getlength(handle, row, $1)) + 17 }
    }
    return bytes / Int(sample)
  }

  /// The command tag of the statement, such as `COMMIT`.
  var command: String { library.cmdStatus(handle).map { String(cString: $0) } ?? "" }

  func isNull(_ row: Int32, _ column: Int32) -> Bool {
    library.getisnull(handle, row, column) != 0
  }

  func type(_ column: Int32) -> UInt32 { types[Int(column)] }

  /// The value in the server's text format.
  func text(_ row: Int32, _ column: Int32) -> UnsafeBufferPointer<UInt8> {
    guard let start = library.getvalue(handle, row, column) else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    let count = Int(library.getlength(handle, row, column))
    return UnsafeBufferPointer(
      start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self), count: count)
  }

  func string(_ row: Int32, _ column: Int32) -> String {
    String(decoding: text(row, column), as: UTF8.self)
  }

  /// An integer, or a boolean as 1 or 0; NULL is 0. Nil if it exceeds 64 bits.
  func integer(_ row: Int32, _ column: Int32) -> Int64? {
    let text = text(row, column)
    if type(column) == LibraryCode.boolean { return text.first == UInt8(ascii: "t") ? 1 : 0 }
    guard let first = text.first else { return 0 }
    let isNegative = first == UInt8(ascii: "-")
    var number: Int64 = 0
    for byte in isNegative ? text[1...] : text[...] {
      let digit = Int64(byte) - Int64(UInt8(ascii: "0"))
      guard (0...9).contains(digit) else { return 0 }
      let (tens, isTooMuch) = number.multipliedReportingOverflow(by: 10)
      // Counts downwards, because the negative range has one number more.
      let (sum, isMore) = tens.subtractingReportingOverflow(digit)
      if isTooMuch || isMore { return nil }
      number = sum
    }
    return isNegative ? number : number == .min ? nil : -number
  }
}
