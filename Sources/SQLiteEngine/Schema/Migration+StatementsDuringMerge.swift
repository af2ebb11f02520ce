extension Migration {
  /// The twelfth schema: what lists said of a project while it was merged into another one goes by the names of
  /// their rows. No table differs; what senders said last is made anew with the balance.
  static let lentWords = Migration(number: 12, sql: "", refillsBalance: true)
}
