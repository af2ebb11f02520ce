/* 催报: what is typed and not saved yet survives a reload. */
(function () {
  "use strict";
  var store;
  try { store = window.localStorage; } catch (error) { return; }
  if (!store) return;
  document.querySelectorAll("form[data-keep]").forEach(function (form) {
    var key = form.getAttribute("data-keep");
    var fields = Array.from(form.elements).filter(function (field) {
      return field.name && field.tagName === "INPUT" && field.type !== "hidden";
    });
    var kept = {};
    try { kept = JSON.parse(store.getItem(key) || "{}"); } catch (error) { kept = {}; }
    fields.forEach(function (field) {
      if (kept[field.name]) field.value = kept[field.name];
      field.addEventListener("input", function () {
        kept[field.name] = field.value;
        store.setItem(key, JSON.stringify(kept));
      });
    });
    form.addEventListener("submit", function () { store.removeItem(key); });
  });
})();
