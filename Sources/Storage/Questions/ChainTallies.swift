import Engine
import Ledger

/// The number of projects of the chains and their investment, computed by SQL with the index on chains.
enum ChainTallies {
  /// The projects of one chain in one condition, by item numbers; 0 is none.
  struct Tally {
    let chain: Int
    let condition: Int
    let count: Int
    let fen: Int64
  }

  /// Nil if a sum exceeds 64 bits, which the engine rejects.
  static func read(_ items: ItemNumbers, _ session: Session) throws -> [Tally]? {
    do {
      // How many projects does each chain have, by condition, and what is their investment?
      return try session.rows(
        """
        SELECT min(id), chain, condition, count(*), sum(total_investment)
        FROM project
        GROUP BY chain, condition
        """
      ) { row in
        Tally(
          chain: try items.number(row, 1, .chain),
          condition: try items.number(row, 2, .condition), count: row.int(3), fen: row.int64(4))
      }
    } catch EngineError.refused(.overflow, _, _) {
      return nil
    }
  }
}
