extension Migration {
  /// The sixth schema: digests of senders' last statements are computed from values, no longer from the journal's
  /// lines. No table differs; the digests are recomputed with the balance.
  static let digests = Migration(number: 6, sql: "", refillsBalance: true)
}
