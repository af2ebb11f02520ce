extension Migration {
  /// The eleventh schema: projects are found by their leaders and responsible persons too. No table differs; the
  /// search texts are rebuilt with the balance.
  static let searchedPersons = Migration(number: 11, sql: "", refillsBalance: true)
}
