/* 催报: what is typed and not saved yet survives a reload; a row saves when it is left. */
(function () {
  "use strict";
  var store = null;
  try { store = window.localStorage; } catch (error) { store = null; }
  function typed(form) {
    return Array.from(form.elements).filter(function (field) {
      return field.name && field.tagName === "INPUT" && field.type !== "hidden";
    });
  }
  function begin(form) {
    var key = form.getAttribute("data-keep"), kept = {};
    try { kept = JSON.parse((store && store.getItem(key)) || "{}"); } catch (error) { kept = {}; }
    typed(form).forEach(function (field) {
      if (kept[field.name]) field.value = kept[field.name];
      field.addEventListener("input", function () {
        kept[field.name] = field.value;
        form.dirty = true;
        if (store) store.setItem(key, JSON.stringify(kept));
      });
    });
    form.dirty = Object.keys(kept).some(function (name) { return kept[name]; });
    if (form.dirty) say(form, "还没有保存");
    form.addEventListener("submit", function (event) {
      if (!window.fetch || !window.DOMParser || form.sending) return;
      event.preventDefault();
      save(form, event.submitter);
    });
    var row = form.closest("tr");
    row.addEventListener("focusout", function (event) {
      if (row.contains(event.relatedTarget) || !form.dirty || form.sending) return;
      // Who goes on to another page or to a button of the window saves by hand.
      if (event.relatedTarget && !event.relatedTarget.closest(".dues")) return;
      if (!document.hasFocus() || !window.fetch) return;
      save(form, null);
    });
  }
  function say(form, words) {
    var state = form.querySelector("[data-state]");
    if (state) state.textContent = words;
  }
  function save(form, button) {
    var row = form.closest("tr"), data = new URLSearchParams(new FormData(form));
    if (button && button.name) data.set(button.name, button.value);
    var address = new URL(form.action);
    address.searchParams.set("only", data.get("project"));
    form.sending = true;
    form.dirty = false;
    say(form, "正在保存…");
    fetch(address.pathname + address.search, { method: "POST", body: data, credentials: "same-origin" })
      .then(function (answer) {
        return answer.text().then(function (text) {
          take(form, row, new DOMParser().parseFromString(text, "text/html"), answer);
        });
      }).catch(function () {
        form.sending = false;
        form.dirty = true;
        say(form, "没有存上，再点一次“保存”");
      });
  }
  /* The row as the server shows it now. */
  function take(form, row, page, answer) {
    var next = page.getElementById(row.id), done = page.querySelector(".done"), faults = page.querySelector(".faults");
    var saved = answer.redirected && answer.ok && !!done;
    if (saved && store) store.removeItem(form.getAttribute("data-keep"));
    if (!next) {
      form.sending = false;
      form.dirty = true;
      return say(form, faults ? faults.textContent : "没有存上，再点一次“保存”");
    }
    var isHere = row.contains(document.activeElement), held = isHere ? document.activeElement.id : "";
    var action = form.getAttribute("action"), turns = row.querySelector(".turns");
    row.replaceWith(next);
    var own = next.querySelector("form");
    if (turns && next.querySelector(".turns")) next.querySelector(".turns").replaceWith(turns);
    if (own) {
      own.setAttribute("action", action);
      begin(own);
      var words = document.createElement("p");
      words.className = saved ? "saved" : "error";
      words.setAttribute("role", "status");
      if (saved) words.append.apply(words, Array.from(done.childNodes));
      else if (faults) words.textContent = faults.textContent;
      if (saved || faults) own.after(words);
      if (!saved) own.dirty = true;
    }
    var count = page.getElementById("due-reported"), here = document.getElementById("due-reported");
    if (count && here) here.textContent = count.textContent;
    // What was being typed into when the answer came goes on; a question is gone to.
    var focus = isHere && (document.getElementById(held) || next.querySelector("button"));
    if (focus) focus.focus();
  }
  document.querySelectorAll("form[data-keep]").forEach(begin);
})();
