extension Sight {
  /// The stored form: `units=drc areas=450223 masked=contact,phone open.units=drc`; empty for everything.
  package var text: String {
    if isEverything { return "" }
    let open = Self.parts(of: unmasked).map { ("open." + $0.0, $0.1) }
    let fields = ("masked", masked.map(\.id).sorted())
    return (Self.parts(of: reach) + (masks ? [fields] + open : []))
      .map { "\($0.0)=\($0.1.joined(separator: ","))" }.joined(separator: " ")
  }

  /// Parses the written form; nil if it is malformed.
  package init?(text: String) {
    if text.isEmpty {
      self = .everything
      return
    }
    var lists: [String: [String]] = [:]
    for part in text.split(separator: " ") {
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2, lists[String(halves[0])] == nil else { return nil }
      lists[String(halves[0])] = halves[1].split(separator: ",").map(String.init)
    }
    let fields = (lists.removeValue(forKey: "masked") ?? []).map(Field.init(id:))
    guard !fields.contains(nil), let reach = Self.reach(&lists, ""),
      let open = Self.reach(&lists, "open."), lists.isEmpty
    else { return nil }
    let masked = Set(fields.compactMap { $0 })
    self.init(reach, masked: masked, unmasked: masked.isEmpty ? .everything : open)
  }

  private static func parts(of reach: Reach) -> [(String, [String])] {
    if reach.isEverything { return [("all", [])] }
    if reach.isNothing { return [("nothing", [])] }
    return [("units", reach.units), ("areas", reach.areas), ("chains", reach.chains)]
      .filter { !$0.1.isEmpty }.map { ($0.0, $0.1.sorted()) }
  }

  /// Takes the members of one reach out of the lists; nil if they are malformed.
  private static func reach(_ lists: inout [String: [String]], _ start: String) -> Reach? {
    func take(_ name: String) -> [String]? { lists.removeValue(forKey: start + name) }
    if let all = take("all") { return all.isEmpty ? .everything : nil }
    if let nothing = take("nothing") { return nothing.isEmpty ? .nothing : nil }
    return Reach([
      .units(Set(take("units") ?? [])), .areas(Set(take("areas") ?? [])),
      .chains(Set(take("chains") ?? [])),
    ])
  }
}
