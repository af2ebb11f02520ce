/* Comfort for every page; without it everything works. */
(function () {
  "use strict";
  // A menu closes on Esc and on a click elsewhere.
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    document.querySelectorAll("details.menu[open]").forEach(function (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });
  document.addEventListener("click", function (event) {
    document.querySelectorAll("details.menu[open]").forEach(function (menu) {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });
  document.addEventListener("keydown", function (event) {
    if (!event.ctrlKey || event.isComposing) return;
    if (event.key === "Enter") {
      var main = document.querySelector("main button.main, main .button.main");
      if (main) { event.preventDefault(); main.click(); }
    } else if (event.key === "k") {
      var search = document.querySelector("input[type=search]");
      event.preventDefault();
      if (search) { search.focus(); search.select(); } else location.assign("/projects#q");
    }
  });
  if (location.hash === "#q" && document.getElementById("q")) document.getElementById("q").focus();
  // In a table up and down move between the rows that have a link.
  document.addEventListener("keydown", function (event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    var row = event.target.closest && event.target.closest(".scroll tbody tr");
    var table = event.target.closest && event.target.closest(".scroll");
    if (!table || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    var next = row
      ? (event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling)
      : table.querySelector("tbody tr");
    var link = next && next.querySelector("a");
    if (link) { event.preventDefault(); link.focus(); }
  });
  // What only a script does is shown by it.
  document.querySelectorAll("[data-copies]").forEach(function (button) { button.hidden = false; });
  // What a button copies stands on the page; on plain HTTP there is no clipboard but the selection's.
  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("[data-copies]");
    if (!button) return;
    var source = document.getElementById(button.getAttribute("data-copies"));
    var area = document.createElement("textarea");
    area.value = source.textContent.replace(/\s+/g, " ").trim();
    area.className = "unseen";
    document.body.appendChild(area);
    area.select();
    var done = document.execCommand("copy");
    area.remove();
    button.focus();
    button.textContent = done ? "已复制" : "没能复制，请选中文字后按 Ctrl+C";
  });
})();
