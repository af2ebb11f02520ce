/// An incremental parser of `multipart/form-data` (RFC 7578 and 2046); memory holds at most a delimiter and a part's
/// header.
struct MultipartParser {
  /// Parsing events, in order.
  enum Event: Hashable, Sendable {
    case part(MultipartHead)
    /// Bytes of the current part.
    case bytes([UInt8])
    case end
  }

  /// An error in the form.
  enum Fault: Error, Hashable, Sendable {
    /// The content type has no valid boundary.
    case noBoundary
    case headTooLong
    /// A part that names no field.
    case nameless
    case tooManyParts
    /// A delimiter is not followed by a line end.
    case malformed
    /// The body ends before the last delimiter.
    case unfinished
  }

  static let mostParts = 32
  static let longestHead = 8 << 10
  static let longestBoundary = 70

  private enum Place { case preamble, delimiter, head, body, epilogue }

  /// Includes the line end before the boundary.
  private let delimiter: [UInt8]
  private var place = Place.preamble
  private var pending: [UInt8] = Array("\r\n".utf8)
  private var parts = 0

  /// Throws `noBoundary`.
  init(contentType: String) throws(Fault) {
    guard let type = HeaderValue(contentType), type.value.lowercased() == "multipart/form-data",
      let boundary = type.parameters["boundary"], !boundary.isEmpty,
      boundary.utf8.count <= Self.longestBoundary,
      boundary.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }), boundary.last != " "
    else { throw .noBoundary }
    delimiter = Array("\r\n--\(boundary)".utf8)
  }

  /// Parses the next bytes of the body; throws `Fault` and what `take` throws.
  mutating func feed(_ bytes: some Collection<UInt8>, _ take: (Event) throws -> Void) throws {
    pending += bytes
    var start = 0
    while try step(&start, take) {}
    pending.removeFirst(start)
  }

  /// Throws `unfinished` unless the last delimiter was parsed.
  func finish() throws(Fault) {
    if place != .epilogue { throw .unfinished }
  }

  /// Advances by one event; returns false if more bytes are needed.
  private mutating func step(
    _ start: inout Int, _ take: (Event) throws -> Void
  ) throws -> Bool {
    switch place {
    case .preamble, .body: return try passContent(&start, take)
    case .delimiter: return try passDelimiter(&start)
    case .head: return try passHead(&start, take)
    case .epilogue:
      start = pending.count
      return false
    }
  }

  private mutating func passContent(
    _ start: inout Int, _ take: (Event) throws -> Void
  ) throws -> Bool {
    let found = Self.find(delimiter, in: pending, from: start)
    // A delimiter may begin at the end of the buffer.
    let end = found ?? max(start, pending.count - delimiter.count + 1)
    if place == .body, end > start { try take(.bytes(Array(pending[start..<end]))) }
    start = end
    guard found != nil else { return false }
    if place == .body { try take(.end) }
    start += delimiter.count
    place = .delimiter
    return true
  }

  /// A delimiter is followed by blanks and a line end, the last one by `--`.
  private mutating func passDelimiter(_ start: inout Int) throws -> Bool {
    let dash = UInt8(ascii: "-")
    if pending.count - start < 2 { return false }
    if pending[start] == dash, pending[start + 1] == dash {
      place = .epilogue
      return true
    }
    var end = start
    while end < pending.count, pending[end] == 0x20 || pending[end] == 0x09 { end += 1 }
    if end - start > Self.longestHead { throw Fault.malformed }
    if pending.count - end < 2 { return false }
    guard pending[end] == 0x0D, pending[end + 1] == 0x0A else { throw Fault.malformed }
    parts += 1
    if parts > Self.mostParts { throw Fault.tooManyParts }
    // The line end stays, so that a header without lines is parsed as empty.
    start = end
    place = .head
    return true
  }

  private mutating func passHead(
    _ start: inout Int, _ take: (Event) throws -> Void
  ) throws -> Bool {
    guard let end = Self.find(Array("\r\n\r\n".utf8), in: pending, from: start) else {
      if pending.count - start > Self.longestHead { throw Fault.headTooLong }
      return false
    }
    if end - start > Self.longestHead { throw Fault.headTooLong }
    guard let head = MultipartHead(pending[start..<end]) else { throw Fault.nameless }
    try take(.part(head))
    start = end + 4
    place = .body
    return true
  }

  /// Returns the index of the first occurrence of `wanted`.
  static func find(_ wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      wanted.withUnsafeBufferPointer { wanted in
        var place = start
        let last = bytes.count - wanted.count
        while place <= last {
          if bytes[place] == wanted[0] {
            var length = 1
            while length < wanted.count, bytes[place + length] == wanted[length] { length += 1 }
            if length == wanted.count { return place }
          }
          place += 1
        }
        return nil
      }
    }
  }
}
