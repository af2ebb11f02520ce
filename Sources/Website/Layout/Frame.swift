import Foundation
import Ledger
import Operations

/// The frame around every page: navigation, revision and month of the ledger, the chosen day, and the entry just
/// written.
struct Frame {
  private let view: View
  private let figures: FrameFigures

  /// The frame of a page made from the ledger.
  init(_ context: PageContext, _ page: Page) throws {
    let now = try context.site.ledger.standing(at: context.operations)
    let asOf = try context.asOf
    let then = try asOf.map { try context.operations.standing(asOf: $0) }
    let waiting =
      context.permissions.have(.see)
      ? context.site.queue.count(at: context.operations, now, anew: context.importing) : nil
    view = Self.view(
      site: context.site, request: context.request, page: page, caller: context.caller,
      permissions: context.permissions, standing: then ?? now, asOf: asOf,
      saysWaiting: waiting != nil)
    figures = FrameFigures(
      revision: (then ?? now).revision, waiting: waiting, printed: ShanghaiCalendar.text(Date()))
  }

  /// The frame of a failure page, made without reading the ledger.
  init(_ site: Site, _ request: WebRequest, _ page: Page, _ caller: Caller) {
    view = Self.view(
      site: site, request: request, page: page, caller: caller,
      // With the default roles, which is enough to hide what would be refused.
      permissions: Permissions(caller.person, Catalogue(items: [])), standing: nil, asOf: nil,
      saysWaiting: false)
    figures = FrameFigures(
      revision: nil, waiting: nil, printed: ShanghaiCalendar.text(Date()))
  }

  /// Returns the page in its frame, with the part that can be cached.
  func response(_ page: Page, _ templates: Templates) throws -> WebResponse {
    let framed = PageShell(
      try templates.render(page.template, view.merging(page.view)), follows: page.follows)
    var response = WebResponse.html(framed.filled(figures), status: page.status)
    response.framed = framed
    return response
  }

  private static func view(
    site: Site, request: WebRequest, page: Page, caller: Caller, permissions: Permissions,
    standing: LedgerStanding?, asOf: PartialDate?, saysWaiting: Bool
  ) -> View {
    let kept = asOf.map { ["as-of": $0.text] } ?? Query()
    let rest = request.query.without("as-of", "done", "held")
    let sections = Page.Section.allCases.filter { permissions.have($0.right) }
    // Written as markup because every page contains it twice.
    let entries = Markup { html in
      for section in sections {
        html.link(
          section.address.with(section.isOfLedger ? kept : Query()), section.label,
          section == page.section ? " aria-current=\"page\"" : "")
        html.raw("\n")
      }
    }
    return View([
      "home": permissions.have(.see) || caller.isStranger ? Address() : Address("account"),
      "title": page.title, "stylesheet": site.files.styles, "script": site.files.script,
      "icon": site.files.icon,
      "queueHref": Address("queue"), "waiting": saysWaiting ? FrameGap.waiting.mark : nil,
      "entries": View(["table": caller.isStranger ? Markup() : entries]), "caller": caller.name,
      "unit": caller.unit,
      "isSignedIn": caller.session != nil, "isStranger": caller.isStranger,
      // Without accounts there are none to manage, and no audit.
      "keepsAccounts": caller.person.login != nil
        && (permissions.have(.accounts) || permissions.have(.grants)),
      "readsAudit": caller.person.login != nil && permissions.have(.audit),
      "standing": standing.map { standing in
        View([
          "month": standing.month.map { "截至 \($0) 月" },
          // The revision of an earlier day never changes.
          "revision": asOf == nil ? FrameGap.revision.mark : String(standing.revision),
        ])
      },
      "day": asOf?.text, "dayLabel": asOf?.text ?? "今天",
      "dayForm": Address(path: request.path).text,
      "kept": rest.items.map { View(["name": $0.name, "value": $0.value]) },
      "today": Address(path: request.path, query: rest),
      "then": asOf.map { day in
        View([
          "thenDay": day.text, "thenRevision": standing.map { $0.revision },
          "begun": standing?.begun.map { $0.text },
        ])
      },
      "writable": asOf == nil,
      "done": done(request.query) { site.notices.sentences(of: $0, for: caller.person) },
      "printed": FrameGap.printed.mark,
    ]).merging(may(permissions))
  }

  /// The rights that decide which links pages offer. Rights on a single project are added by its page.
  private static func may(_ permissions: Permissions) -> View {
    View([
      "maySee": permissions.have(.see), "mayExport": permissions.have(.export),
      "mayBooks": permissions.have(.books), "mayImport": permissions.have(.import),
      "mayFigures": permissions.have(.figures), "mayDecide": permissions.have(.decide),
      "maySettings": permissions.have(.settings),
      "mayUndo": permissions.have(.edit) || permissions.have(.decide),
      "mayCatalogue": permissions.have(.see) || permissions.have(.settings),
      // Uploaded files may contain any project, so they need the right to export all.
      "mayTakeLists": permissions.reach(of: .export).isEverything,
    ])
  }

  /// The notice of what the previous request wrote; nil if it wrote nothing.
  private static func done(_ query: Query, notices: (Int64) -> [String]) -> View? {
    guard let entry = query["done"].flatMap({ Int64($0) }), entry >= 0 else { return nil }
    if entry == 0 {
      return View([
        "number": "", "nothing": true, "entryHref": "", "undoHref": "", "held": Int?.none,
        "notices": [View](),
      ])
    }
    let held = query["held"].flatMap { Int($0) } ?? 0
    return View([
      "number": entry, "nothing": false, "entryHref": Address("entries", String(entry)),
      "undoHref": Address("entries", String(entry), "undo"), "held": held > 0 ? held : nil,
      "notices": notices(entry).map { View(["notice": $0]) },
    ])
  }
}
