import Ledger
import Testing

/// What somebody is shown, as a file keeps it.
@Suite struct SightTextTests {
  private static func reach(_ number: Int) -> Reach {
    switch number % 6 {
    case 0: .everything
    case 1: .nothing
    case 2: Reach([.units(["drc", "iit"])])
    case 3: Reach([.areas(["450203"]), .chains(["new-energy"])])
    case 4: Reach([.chains(["a", "b"])])
    default: Reach([.units(["drc"]), .areas(["450223", "450204"]), .chains(["x"])])
    }
  }

  @Test(arguments: 0..<36, [[], [Field.contact], [.contact, .phone]] as [Set<Field>])
  func `What is written is read again`(number: Int, masked: Set<Field>) throws {
    let sight = Sight(
      Self.reach(number), masked: masked,
      unmasked: masked.isEmpty ? .everything : Self.reach(number / 6))
    let read = try #require(Sight(text: sight.text))
    #expect(read.text == sight.text)
    #expect(read.reach == sight.reach)
    #expect(read.masks == sight.masks)
    if sight.masks { #expect(read == sight) }
    #expect(sight.text.isEmpty == sight.isEverything)
  }

  @Test(arguments: [
    "x", "units", "units=a units=b", "all=x", "nothing=x", "masked=nothing", "areas=1 y=2",
  ])
  func `What is none is not read`(text: String) { #expect(Sight(text: text) == nil) }
}
