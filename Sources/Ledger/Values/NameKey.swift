import Machine

/// A name in comparable form: bytes of UTF-8, so that a hundred thousand names are created and compared
/// quickly.
///
/// Names with equal keys as written also have equal keys as project names; not the other way round.
package struct NameKey: Hashable, Sendable {
  private var bytes: [UInt8]

  /// The key of a project's name: half-width, without white space, quotation marks and a final 项目,
  /// 建设项目 or 工程.
  ///
  /// Phase marks (一期, 二期) stay: they distinguish projects.
  package init(_ name: String) {
    self.init(name, without: Self.quotationMarks, endings: Self.genericEndings)
  }

  /// The key of an organisation's name: without brackets and company forms (有限公司 …).
  package init(ofBody name: String) {
    self.init(name, without: Self.brackets, endings: Self.companyForms)
  }

  /// The key of a name as written: a text of unified white space, without its spaces.
  package init(asWritten name: String) {
    bytes = Array(name.utf8)
    bytes.removeAll { $0 == 0x20 }
  }

  /// The hash of a name's key as written, from its UTF-8.
  package static func hash(asWritten name: Span<UInt8>) -> UInt64 {
    name.withUnsafeBufferPointer { name in
      name.contains(0x20)
        ? NameKey(asWritten: String(decoding: name, as: UTF8.self)).hash : ByteHash.of(name)
    }
  }

  /// Whether both names exist and differ.
  package static func differ(_ one: NameKey?, _ other: NameKey?) -> Bool {
    one != nil && other != nil && one != other
  }

  /// The hash of the key, for look-up.
  package var hash: UInt64 {
    bytes.withUnsafeBufferPointer { ByteHash.of($0) }
  }

  /// Calls `body` with the code point of each character.
  package func forEachScalar(_ body: (UInt32) -> Void) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      var scalar = UInt32(byte)
      for follower in bytes[index..<min(index + length, bytes.count)].dropFirst() {
        scalar = scalar << 6 | UInt32(follower & 0x3F)
      }
      body(scalar)
      index += length
    }
  }

  // MARK: Making keys

  private static let genericEndings = WordList(["建设项目", "项目", "工程"])
  private static let companyForms = WordList(["有限责任公司", "股份有限公司", "有限公司", "公司"])
  private static let brackets = WordList(["(", ")"])
  private static let quotationMarks = WordList([
    "\"", "'", "“", "”", "‘", "’", "「", "」", "『", "』", "《", "》",
  ])
  private init(_ name: String, without dropped: WordList, endings: WordList) {
    var folded = TextFolding.halfWidth(name)
    bytes = folded.withUTF8 { dropped.removed(from: $0.span) }
    bytes.removeAll { $0 <= 0x20 }
    endings.dropEnding(of: &bytes)
  }
}

extension NameKey {
  /// A 16-bit hash of each pair of adjacent characters, without repetitions.
  package var grams: [UInt16] {
    var grams: [UInt16] = []
    var last: UInt32?
    forEachScalar { scalar in
      if let last {
        let gram = UInt16(truncatingIfNeeded: last &* 31 ^ scalar &* 0x9E37)
        if !grams.contains(gram) { grams.append(gram) }
      }
      last = scalar
    }
    return grams
  }
}
