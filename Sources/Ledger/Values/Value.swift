/// One value of a project, of the kind its field declares.
package enum Value: Hashable, Sendable {
  case text(String)
  case money(Money)
  case quantity(Quantity)
  case date(PartialDate)
  case flag(Bool)
  /// The code of a catalogue item of the field's kind.
  case reference(String)
  /// The codes of catalogue items, in the order stated; the first is the primary one.
  case references([String])
  /// Texts in the order stated.
  case list([String])
  // Indirect because they are rare and large, so that the other cases are copied as two words.
  indirect case membership(Membership)
  indirect case matter(Matter)
}
