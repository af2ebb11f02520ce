extension Migration {
  /// The twelfth schema: lists' statements on a project while it was merged into another are kept under their rows'
  /// names. No table differs; senders' last statements are rebuilt with the balance.
  static let lentWords = Migration(number: 12, sql: "", refillsBalance: true)
}
