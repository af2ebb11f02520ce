import Machine
import Testing

@Suite struct HexadecimalTests {
  @Test func `every byte is two digits`() {
    #expect(Hexadecimal.text([]) == "")
    #expect(Hexadecimal.text([0, 9, 10, 0xAB, 255]) == "00090aabff")
  }
}
