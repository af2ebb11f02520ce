extension Migration {
  /// The sixth schema: what senders said last is digested as values, no longer as the journal's lines.
  /// No table differs; the digests are made anew with the balance.
  static let digests = Migration(number: 6, sql: "", refillsBalance: true)
}
