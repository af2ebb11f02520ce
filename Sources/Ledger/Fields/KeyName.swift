import Synchronization

/// A name in a key: a register's code (or its name as written if the catalogue has none), or the text of
/// a milestone or problem.
///
/// Each text is interned for the life of the process and identified by a number, so that a key is a few
/// plain bytes: imports copy and compare keys millions of times.
package struct KeyName: Hashable, Sendable {
  let number: UInt32

  init(number: UInt32) { self.number = number }

  package init(_ text: String) {
    number = Self.known.withLock { $0.number(of: text) }
  }

  package var text: String { Self.known.withLock { $0.texts[Int(number)] } }

  private struct Known {
    var texts: [String] = []
    private var numbers: [String: UInt32] = [:]

    mutating func number(of text: String) -> UInt32 {
      if let number = numbers[text] { return number }
      let number = UInt32(texts.count)
      texts.append(text)
      numbers[text] = number
      return number
    }
  }

  private static let known = Mutex(Known())
}

extension KeyName: Comparable {
  /// In the order of the texts.
  package static func < (left: KeyName, right: KeyName) -> Bool {
    left != right && left.text < right.text
  }
}
