package import Ledger
import Machine

/// The identities of projects, packed as bytes: there are a hundred thousand, and few are looked at.
///
/// The texts of all projects are concatenated, each preceded by its length; a missing text has the length `none`.
package struct PackedProjects: Sendable {
  /// The texts of a project, in their stored order.
  package enum Text: Int, CaseIterable, Sendable {
    case code, name, owner, ownerUSCC, investor, district, zone, site
  }

  private(set) var ids: [ProjectID] = []
  /// The own numbers of the first projects, which were merged into those in `ids`.
  private(set) var gone: [ProjectID] = []
  private var investments: [Money?] = []
  private var bytes: [UInt8] = []
  /// The position where the texts of each project begin.
  private var starts: [Int] = []

  private static let none = UInt32.max

  package init() {}

  package init(_ known: some Sequence<KnownProject>) {
    for project in known { append(project) }
  }

  /// Takes merged projects, each with its own number and, in `known`, the number of the surviving project.
  package init(gone: some Sequence<(id: ProjectID, known: KnownProject)>) {
    for (id, known) in gone {
      append(known)
      self.gone.append(id)
    }
  }

  package var count: Int { ids.count }

  /// Adds a project; then append all its texts in their order, including missing ones.
  package mutating func append(_ id: ProjectID, investment: Money?) {
    ids.append(id)
    investments.append(investment)
    starts.append(bytes.count)
  }

  /// Adds the next text of the last project, as UTF-8.
  package mutating func append(text: Span<UInt8>) {
    append(UInt32(truncatingIfNeeded: text.count))
    text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  /// Adds the next text of the last project.
  package mutating func append(text: String?) {
    guard var text else { return append(Self.none) }
    text.withUTF8 { append(text: $0.span) }
  }

  package mutating func append(_ project: KnownProject) {
    append(project.id, investment: project.investment)
    for text in [
      project.code, project.name, project.owner, project.ownerUSCC, project.investor,
      project.district, project.zone, project.site,
    ] {
      append(text: text)
    }
  }

  /// The projects with others appended.
  consuming func appending(_ other: PackedProjects) -> PackedProjects {
    let before = bytes.count
    ids += other.ids
    investments += other.investments
    bytes += other.bytes
    starts += other.starts.map { before + $0 }
    return self
  }

  /// The project at a place.
  package subscript(place: Int) -> KnownProject {
    withTexts(of: place) { text in
      func string(_ kind: Text) -> String? {
        text(kind).map { String(decoding: $0, as: UTF8.self) }
      }
      return KnownProject(
        id: ids[place], code: string(.code), name: string(.name) ?? "", owner: string(.owner),
        ownerUSCC: string(.ownerUSCC), investor: string(.investor),
        investment: investments[place], district: string(.district), zone: string(.zone),
        site: string(.site))
    }
  }

  /// The hash of a project's code; nil if it has none.
  func hashOfCode(at place: Int) -> UInt64? {
    withTexts(of: place) { text in
      text(.code).map { ByteHash.of(UnsafeBufferPointer(rebasing: $0)) }
    }
  }

  /// Whether a project has this code.
  func hasCode(_ code: String, at place: Int) -> Bool {
    withTexts(of: place) { text in text(.code).map { $0.elementsEqual(code.utf8) } ?? false }
  }

  /// Whether a project has exactly this name.
  func hasName(_ name: String, at place: Int) -> Bool {
    withTexts(of: place) { text in text(.name).map { $0.elementsEqual(name.utf8) } ?? false }
  }

  /// The key of a project's name.
  func nameKey(at place: Int) -> NameKey {
    withTexts(of: place) { text in
      NameKey(text(.name).map { String(decoding: $0, as: UTF8.self) } ?? "")
    }
  }

  private mutating func append(_ length: UInt32) {
    withUnsafeBytes(of: length) { bytes.append(contentsOf: $0) }
  }

  /// Passes the texts of a project to `body`.
  private func withTexts<T>(
    of place: Int, _ body: ((Text) -> Slice<UnsafeBufferPointer<UInt8>>?) -> T
  ) -> T {
    bytes.withUnsafeBufferPointer { bytes in
      body { kind in
        var position = starts[place]
        for _ in 0..<kind.rawValue {
          let length = Self.length(at: position, in: bytes)
          position += 4 + (length == Self.none ? 0 : Int(length))
        }
        let length = Self.length(at: position, in: bytes)
        return length == Self.none ? nil : bytes[(position + 4)..<(position + 4 + Int(length))]
      }
    }
  }

  private static func length(at position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: position, as: UInt32.self)
  }
}
