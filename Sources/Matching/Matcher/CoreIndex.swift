/// Cores of names, to be found by what they have in common: those that say all that another says, and those
/// of which another says all.
///
/// Each word knows the cores that say it, and each core stands under the word that fewest say; so a core is
/// looked for among those that share its rarest word, however many are much alike.
struct CoreIndex: Sendable {
  /// The different cores.
  private(set) var cores: [NameBag] = []
  private var numbers: [NameBag: Int32] = [:]
  private var wordNumbers: [UInt64: Int32] = [:]
  /// The cores that say each word.
  private var saying: [[Int32]] = []
  /// The cores whose rarest word it is.
  private var rarest: [[Int32]] = []
  /// The core that says nothing.
  private var silent: Int32?

  /// The number of a core, which is added if it is new.
  mutating func add(_ core: NameBag) -> Int32 {
    if let number = numbers[core] { return number }
    let number = Int32(cores.count)
    numbers[core] = number
    cores.append(core)
    return number
  }

  /// To be called when all are added.
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

  /// Tells the cores that say all that one says.
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

  /// Tells the cores of which one says all.
  func forEachPart(of core: NameBag, _ body: (Int32) -> Void) {
    if let silent { body(silent) }
    forEachWord(of: core) { word in
      guard let place = wordNumbers[word] else { return }
      for number in rarest[Int(place)] where cores[Int(number)].isPart(of: core) { body(number) }
    }
  }

  /// Tells each word of a core once.
  private func forEachWord(of core: NameBag, _ body: (UInt64) -> Void) {
    var last: UInt64?
    for word in core.words where word != last {
      body(word)
      last = word
    }
  }
}
