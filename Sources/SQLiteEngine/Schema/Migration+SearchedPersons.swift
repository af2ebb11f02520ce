extension Migration {
  /// The eleventh schema: projects are found by their leaders and responsible persons too. No table differs;
  /// what is searched is made anew with the balance.
  static let searchedPersons = Migration(number: 11, sql: "", refillsBalance: true)
}
