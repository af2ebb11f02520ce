/// A list of words to find in texts, as UTF-8 bytes: faster than as characters, and equivalent for words
/// that no combining mark follows.
package struct WordList: Sendable {
  private let words: [[UInt8]]
  /// Whether a word begins with a byte, by the byte's value.
  private let begins: [Bool]

  package init(_ words: [String]) {
    self.words = words.map { Array($0.utf8) }
    var begins = Array(repeating: false, count: 256)
    for word in self.words { begins[Int(word[0])] = true }
    self.begins = begins
  }

  /// A text without the words; at each place the first that matches is removed.
  package func removed(from bytes: Span<UInt8>) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if begins[Int(byte)], let length = length(at: index, in: bytes) {
        index += length
      } else {
        kept.append(byte)
        index += 1
      }
    }
    return kept
  }

  /// A text without the words.
  package func removed(from text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      bytes.contains { begins[Int($0)] }
        ? String(decoding: removed(from: bytes.span), as: UTF8.self)
        : String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Whether a text contains one of the words.
  package func isPart(of text: String) -> Bool {
    var text = text
    return text.withUTF8 { isPart(of: $0.span) }
  }

  /// Whether a text's UTF-8 contains one of the words.
  package func isPart(of bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices
    where begins[Int(bytes[index])] && length(at: index, in: bytes) != nil { return true }
    return false
  }

  /// Drops the first word that is an ending, unless nothing would remain.
  package func dropEnding(of bytes: inout [UInt8]) {
    let ending = words.first { word in
      word.count < bytes.count && bytes[(bytes.count - word.count)...].elementsEqual(word)
    }
    if let ending { bytes.removeLast(ending.count) }
  }

  private func length(at index: Int, in bytes: Span<UInt8>) -> Int? {
    for word in words where index + word.count <= bytes.count {
      var same = 0
      while same < word.count, bytes[index + same] == word[same] { same += 1 }
      if same == word.count { return word.count }
    }
    return nil
  }
}
