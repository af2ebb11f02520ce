/* 项目: search as you type. */
(function () {
  "use strict";
  var input = document.getElementById("q");
  var results = document.getElementById("results");
  if (!input || !results || !window.fetch || !window.AbortController) return;
  var timer = 0, running = null, last = input.value;
  function ask() {
    if (input.value === last) return;
    last = input.value;
    if (running) running.abort();
    running = new AbortController();
    var url = "/projects?" + new URLSearchParams(new FormData(input.form)).toString();
    fetch(url, { signal: running.signal, credentials: "same-origin" }).then(function (answer) {
      if (!answer.ok) throw new Error("status");
      return answer.text();
    }).then(function (text) {
      var page = new DOMParser().parseFromString(text, "text/html");
      ["results", "filters"].forEach(function (id) {
        var there = document.getElementById(id), here = page.getElementById(id);
        if (there && here) there.replaceChildren.apply(there, Array.from(here.childNodes));
      });
      history.replaceState(null, "", url);
    }).catch(function () { /* Enter still submits the form. */ });
  }
  function soon() {
    clearTimeout(timer);
    timer = setTimeout(ask, 200);
  }
  input.addEventListener("input", function (event) { if (!event.isComposing) soon(); });
  input.addEventListener("keydown", function (event) { if (event.keyCode === 229) clearTimeout(timer); });
  input.addEventListener("compositionend", soon);
})();
