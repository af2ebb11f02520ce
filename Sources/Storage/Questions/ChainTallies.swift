import Engine
import Ledger

/// How many projects the chains have and what they are worth, added up by SQL along the index of
/// chains: what a list of one chain shows beside it.
enum ChainTallies {
  /// The projects of one chain in one condition, by item numbers; 0 is none.
  struct Tally {
    let chain: Int
    let condition: Int
    let count: Int
    let fen: Int64
  }

  /// Nil when a sum leaves 64 bits: the engine refuses to give it.
  static func read(_ items: ItemNumbers, _ session: Session) throws -> [Tally]? {
    do {
      // How many projects does each chain have, by condition, and what are they worth?
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
