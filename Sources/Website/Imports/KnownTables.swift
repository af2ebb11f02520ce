import Foundation
import Operations

/// A person's corrections of a list's layout, by sheet, in the format of `RecipeFile`: JSON is also YAML.
struct KnownTables {
  private var tables: [[(String, JSON)]]

  init(_ layout: String?) {
    let file = layout.flatMap { JSON(Array($0.utf8)) }
    tables = file?["tables"]?.items.map(\.members) ?? []
  }

  /// The text stored under a name for a sheet; empty if there is none.
  subscript(sheet: String, name: String) -> String { table(of: sheet)[name]?.string ?? "" }

  /// The rows to skip.
  func skipped(_ sheet: String) -> [String] {
    table(of: sheet)["skip"]?.items.compactMap(\.string) ?? []
  }

  /// The fields of columns, by column letters.
  func columns(_ sheet: String) -> [String: String] {
    let columns = table(of: sheet)["columns"]?.items ?? []
    return Dictionary(
      columns.compactMap { column in
        guard let letters = column["column"]?.string, let field = column["field"]?.string else {
          return nil
        }
        return (letters, field)
      }
    ) { _, last in last }
  }

  private func table(of sheet: String) -> JSON {
    .object(tables.first { JSON.object($0)["sheet"]?.string ?? "" == sheet } ?? [])
  }

  /// Returns the corrections with those of a form for one sheet: what differs from the recognized layout or was stored
  /// before.
  func telling(_ form: Query) -> KnownTables {
    let sheet = form["sheet"] ?? ""
    var members: [(String, JSON)] = sheet.isEmpty ? [] : [("sheet", .string(sheet))]
    let named = members.count
    if let rows = form["header"], rows != form["header-was"] {
      members.append(("header", .string(rows)))
    }
    let separators = CharacterSet(charactersIn: "、，,;； ")
    let skip = (form["skip"] ?? "").components(separatedBy: separators).filter { !$0.isEmpty }
    if !skip.isEmpty { members.append(("skip", .array(skip.map { .string($0) }))) }
    let columns = form.items.compactMap { item -> JSON? in
      guard item.name.hasPrefix("column:"), !item.value.isEmpty else { return nil }
      let letters = String(item.name.dropFirst("column:".count))
      guard item.value != form["was:\(letters)"] else { return nil }
      return .object([("column", .string(letters)), ("field", .string(item.value))])
    }
    if !columns.isEmpty { members.append(("columns", .array(columns))) }
    var told = self
    told.tables.removeAll { JSON.object($0)["sheet"]?.string ?? "" == sheet }
    if members.count > named { told.tables.append(members) }
    return told
  }

  /// The file; nil without corrections.
  var text: String? {
    tables.isEmpty
      ? nil : JSON.object([("tables", .array(tables.map { .object($0) }))]).text
  }
}
