/// The characters of many names in 16 bits each, concatenated.
struct NameTexts: Sendable {
  private var scalars: [UInt16] = []
  private var starts: [Int32] = [0]

  /// Adds the next name.
  mutating func append(_ text: NameText) {
    for scalar in text.scalars { scalars.append(UInt16(truncatingIfNeeded: scalar.value)) }
    starts.append(Int32(scalars.count))
  }

  /// Whether a name may differ from the one at a place in at most one character.
  func mayBeSlip(of text: NameText, at place: Int) -> Bool {
    let (start, end) = (Int(starts[place]), Int(starts[place + 1]))
    guard end - start == text.scalars.count else { return false }
    var differing = 0
    for (offset, scalar) in text.scalars.enumerated()
    where scalars[start + offset] != UInt16(truncatingIfNeeded: scalar.value) {
      differing += 1
      if differing > 1 { return false }
    }
    return true
  }
}
