import Engine
import SQLiteEngine

/// Which engine keeps a ledger. Nothing else above the engines knows which there are.
enum Engines {
  /// The engine for what stands at a path: a file is SQLite's.
  static func engine(for path: String) -> any DatabaseEngine { SQLiteEngine() }
}
