/* What a field takes its text for, shown below it while it is typed. */
(function () {
  "use strict";
  if (!window.fetch || !window.AbortController) return;
  var timer = 0, running = null;
  function place(field) {
    var id = field.getAttribute("aria-describedby");
    var there = id && document.getElementById(id.split(" ").pop());
    if (there && there.classList.contains("reads")) return there;
    if (!field.reads) {
      field.reads = document.createElement("span");
      field.reads.className = "note reads";
      field.after(field.reads);
    }
    return field.reads;
  }
  function ask(field) {
    var out = place(field), text = field.value.trim();
    if (running) running.abort();
    if (!text) { out.textContent = ""; return; }
    running = new AbortController();
    var query = new URLSearchParams({ field: field.getAttribute("data-reads"), text: text });
    fetch("/reading?" + query.toString(), { signal: running.signal, credentials: "same-origin" })
      .then(function (answer) { return answer.ok ? answer.json() : {}; })
      .then(function (told) {
        out.textContent = told.reading ? "读作 " + told.reading : told.fault ? "✗ " + told.fault : "";
      }).catch(function () { /* The server reads it again when it is sent. */ });
  }
  document.addEventListener("input", function (event) {
    var field = event.target;
    if (!field.hasAttribute || !field.hasAttribute("data-reads") || event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(function () { ask(field); }, 250);
  });
})();
