import Storage

/// The values in the frame that change with each entry or minute.
struct FrameFigures: Sendable {
  /// The number of the last entry; nil if not shown.
  let revision: Int64?
  /// The number of pending items for the caller; nil if not counted.
  let waiting: Int?
  let printed: String

  fileprivate func text(_ gap: FrameGap) -> String {
    switch gap {
    case .revision: revision.map { String($0) } ?? ""
    case .waiting: waiting.map { String($0) } ?? ""
    case .printed: printed
    }
  }
}

/// A placeholder in a page, filled in for each request.
enum FrameGap: UInt8, CaseIterable, Sendable {
  case revision = 0x61
  case waiting
  case printed

  /// The placeholder's text: a private-use character and a random number, so that no text of a ledger or a request can
  /// imitate it.
  var mark: String { Self.head + String(UnicodeScalar(rawValue)) }

  fileprivate static let head =
    "\u{E000}" + String(UInt64.random(in: 1 << 63 ... .max), radix: 16)
}

/// A rendered page with placeholders for what changes with each entry or minute; cached, and filled in for each
/// request.
struct PageShell: Sendable {
  /// Whether it shows the number of pending items.
  let saysWaiting: Bool
  /// The list on which it depends; nil if any entry may change it.
  let follows: ListedPage?
  private let bytes: [UInt8]
  private let gaps: [(place: Int, gap: FrameGap)]

  /// Finds the placeholders in a rendered page.
  init(_ rendered: [UInt8], follows: ListedPage?) {
    let head = Array(FrameGap.head.utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rendered.count)
    var gaps: [(place: Int, gap: FrameGap)] = []
    var start = 0
    var place = 0
    while let found = rendered[place...].firstIndex(of: head[0]) {
      let end = found + head.count
      guard end < rendered.count else { break }
      guard rendered[found..<end].elementsEqual(head), let gap = FrameGap(rawValue: rendered[end])
      else {
        place = found + 1
        continue
      }
      bytes += rendered[start..<found]
      gaps.append((bytes.count, gap))
      (start, place) = (end + 1, end + 1)
    }
    bytes += rendered[start...]
    self.bytes = bytes
    self.gaps = gaps
    self.follows = follows
    saysWaiting = gaps.contains { $0.gap == .waiting }
  }

  /// The size in bytes.
  var count: Int { bytes.count }

  func filled(_ figures: FrameFigures) -> [UInt8] {
    var filled: [UInt8] = []
    filled.reserveCapacity(bytes.count + gaps.count * 16)
    var start = 0
    for (place, gap) in gaps {
      filled += bytes[start..<place]
      filled += figures.text(gap).utf8
      start = place
    }
    return filled + bytes[start...]
  }
}
