/// An index of name cores that finds those containing a given core, and those contained in it.
///
/// Each word lists the cores that contain it, and each core is listed under its rarest word; so a core is compared only
/// with those that share its rarest word, however many are alike.
struct CoreIndex: Sendable {
  /// The distinct cores.
  private(set) var cores: [NameBag] = []
  private var numbers: [NameBag: Int32] = [:]
  private var wordNumbers: [UInt64: Int32] = [:]
  /// The cores that contain each word.
  private var saying: [[Int32]] = []
  /// The cores whose rarest word it is.
  private var rarest: [[Int32]] = []
  /// The empty core.
  private var silent: Int32?

  /// The number of a core, which is added if it is new.
  mutating func add(_ core: NameBag) -> Int32 {
    if let number = numbers[core] { return number }
    let number = Int32(cores.count)
    numbers[core] = number
    cores.append(core)
    return number
  }

  /// Builds the index; call it once all cores are added.
  mutating func close() {
    for (number, core) in cores.enumerated() {
      forEachWord(of: core) { word in
        let place = wordNumbers[word] ?? Int32(saying.count)
        if place == saying.count {
          wordNumbers[word] = place
          saying.append([])
        }
        saying[Int(place)].append(Int32(number))
      }
    }
    rarest = Array(repeating: [], count: saying.count)
    for (number, core) in cores.enumerated() {
      var least: Int32?
      forEachWord(of: core) { word in
        guard let place = wordNumbers[word] else { return }
        if least.map({ saying[Int(place)].count < saying[Int($0)].count }) ?? true { least = place }
      }
      if let least { rarest[Int(least)].append(Int32(number)) } else { silent = Int32(number) }
    }
  }

  /// Calls `body` for each core that contains the given one.
  func forEachSaying(_ core: NameBag, _ body: (Int32) -> Void) {
    if core.isEmpty {
      for number in cores.indices { body(Int32(number)) }
      return
    }
    var least: [Int32]?
    var isUnknown = false
    forEachWord(of: core) { word in
      guard let place = wordNumbers[word] else {
        isUnknown = true
        return
      }
      let saying = saying[Int(place)]
      if least.map({ saying.count < $0.count }) ?? true { least = saying }
    }
    if isUnknown { return }
    for number in least ?? [] where core.isPart(of: cores[Int(number)]) { body(number) }
  }

  /// Calls `body` for each core contained in the given one.
  func forEachPart(of core: NameBag, _ body: (Int32) -> Void) {
    if let silent { body(silent) }
    forEachWord(of: core) { word in
      guard let place = wordNumbers[word] else { return }
      for number in rarest[Int(place)] where cores[Int(number)].isPart(of: core) { body(number) }
    }
  }

  /// Calls `body` once for each distinct word of a core.
  private func forEachWord(of core: NameBag, _ body: (UInt64) -> Void) {
    var last: UInt64?
    for word in core.words where word != last {
      body(word)
      last = word
    }
  }
}
