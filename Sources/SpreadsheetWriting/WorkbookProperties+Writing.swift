internal import CXLSXWriter
import Foundation

extension WorkbookProperties {
  /// Sets the properties of a workbook.
  func apply(to workbook: UnsafeMutablePointer<lxw_workbook>) throws(WriteError) {
    let strings = CStrings([title, subject, author, company, keywords, comments])
    var properties = lxw_doc_properties()
    properties.title = strings[0]
    properties.subject = strings[1]
    properties.author = strings[2]
    properties.company = strings[3]
    properties.keywords = strings[4]
    properties.comments = strings[5]
    properties.created = time_t(created.timeIntervalSince1970)
    let code = withExtendedLifetime(strings) { workbook_set_properties(workbook, &properties) }
    guard code == LXW_NO_ERROR else { throw .refused(sheet: nil, code: Int(code.rawValue)) }
    for property in custom { try property.apply(to: workbook) }
  }
}

extension WorkbookProperties.CustomProperty {
  func apply(to workbook: UnsafeMutablePointer<lxw_workbook>) throws(WriteError) {
    let code = name.withLegibleCString { name in
      value.withLegibleCString { workbook_set_custom_property_string(workbook, name, $0) }
    }
    guard code == LXW_NO_ERROR else { throw .refused(sheet: nil, code: Int(code.rawValue)) }
  }
}
