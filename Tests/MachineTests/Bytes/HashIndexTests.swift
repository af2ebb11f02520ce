import Machine
import Testing

@Suite struct HashedPlacesTests {
  @Test func `places are found by hash, in order, whatever shares their slot`() {
    // Few hashes in few slots: 0 and 16 share one.
    let hashes: [UInt64?] = [0, 16, nil, 0, 7, 16, 0]
    let places = HashIndex(hashes.count) { hashes[$0] }
    #expect(places.all(of: 0) { _ in true } == [0, 3, 6])
    #expect(places.all(of: 16) { _ in true } == [1, 5])
    #expect(places.all(of: 0) { $0 > 0 } == [3, 6])
    #expect(places.first(of: 16) { $0 != 1 } == 5)
    #expect(places.first(of: 32) { _ in true } == nil)
    #expect(HashIndex(0) { _ in 1 }.first(of: 1) { _ in true } == nil)
  }

  @Test func `what is added later comes later, however many there are`() {
    var places = HashIndex(3)
    places.add(1, 5)
    places.add(2, 5)
    #expect(places.all(of: 5) { _ in true } == [1, 2])
    var grown = HashIndex(0)
    for place in 0..<1_000 {
      if place.isMultiple(of: 50) { grown.makeRoom(for: place + 50) }
      if place % 3 != 0 { grown.add(place, UInt64(place % 7)) }
    }
    for hash in 0..<7 {
      let expected = (0..<1_000).filter { $0 % 3 != 0 && $0 % 7 == hash }
      #expect(grown.all(of: UInt64(hash)) { _ in true } == expected)
    }
  }
}
