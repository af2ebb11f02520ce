import Storage

/// What stands around every page and changes with each entry or minute.
struct FrameFigures: Sendable {
  /// The last entry; nil where no page says it.
  let revision: Int64?
  /// What waits for whoever asks; nil where that is not counted.
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

/// A place of a page that is filled for each request.
enum FrameGap: UInt8, CaseIterable, Sendable {
  case revision = 0x61
  case waiting
  case printed

  /// What a template is told in its place: begins with a character that hardly any page has, and goes on with what
  /// nobody can guess, so that no text of a ledger or a request is taken for it.
  var mark: String { Self.head + String(UnicodeScalar(rawValue)) }

  fileprivate static let head =
    "\u{E000}" + String(UInt64.random(in: 1 << 63 ... .max), radix: 16)
}

/// A finished page with gaps for what changes with each entry or minute: it is kept as it is, and filled for
/// whoever asks.
struct PageShell: Sendable {
  /// Whether it says what waits.
  let saysWaiting: Bool
  /// The list that it follows from; nil where each entry may make it another page.
  let follows: ListedPage?
  private let bytes: [UInt8]
  private let gaps: [(place: Int, gap: FrameGap)]

  /// Finds the marks in a page that was rendered.
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

  /// How many bytes it takes.
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
