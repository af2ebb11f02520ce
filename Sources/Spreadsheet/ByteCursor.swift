#if canImport(Glibc)
  import Glibc
#endif

/// A cursor over bytes that advances while they are what the caller expects.
struct ByteCursor {
  private(set) var place: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>

  /// A cursor at the first of some bytes, which must outlive it.
  @inline(__always)
  init(_ start: UnsafePointer<UInt8>, count: Int) {
    place = start
    end = start + count
  }

  /// Takes exactly these bytes. Returns false, and takes nothing, where others follow.
  @inline(__always)
  mutating func take(_ expected: StaticString) -> Bool {
    let count = expected.utf8CodeUnitCount
    guard end - place >= count, memcmp(place, expected.utf8Start, count) == 0 else { return false }
    place += count
    return true
  }

  /// The next byte; nil at the end.
  @inline(__always)
  var next: UInt8? { place < end ? place.pointee : nil }

  /// Takes one byte; nil at the end.
  @inline(__always)
  mutating func takeByte() -> UInt8? {
    guard let next else { return nil }
    place += 1
    return next
  }

  /// Takes the bytes before the next `mark`, and the mark; nil when there is none.
  @inline(__always)
  mutating func take(upTo mark: UInt8) -> Bytes? {
    let start = place
    while place < end {
      if place.pointee == mark {
        defer { place += 1 }
        return Bytes(start: start, count: place - start)
      }
      place += 1
    }
    return nil
  }

  /// Takes XML text up to the next "<". Returns nil when there is none, or when the text needs decoding
  /// because of a reference or a line end.
  @inline(__always)
  mutating func takePlainText() -> Bytes? {
    let start = place
    while place < end {
      switch place.pointee {
      case UInt8(ascii: "<"): return Bytes(start: start, count: place - start)
      case UInt8(ascii: "&"), 0x0D: return nil
      default: place += 1
      }
    }
    return nil
  }
}
