/* 导入: dropped files are sent at once; a page of progress asks how far it is. */
(function () {
  "use strict";
  var form = document.querySelector("[data-drop]");
  if (form) {
    var input = form.querySelector("input[type=file]");
    var told = form.querySelector("[data-dropped]");
    var send = function () {
      if (!input.files.length) return;
      told.textContent = "正在上传 " + input.files.length + " 份…";
      form.requestSubmit();
    };
    input.addEventListener("change", send);
    ["dragenter", "dragover"].forEach(function (name) {
      document.addEventListener(name, function (event) {
        event.preventDefault();
        form.classList.add("over");
      });
    });
    document.addEventListener("dragleave", function (event) {
      if (!event.relatedTarget) form.classList.remove("over");
    });
    document.addEventListener("drop", function (event) {
      event.preventDefault();
      form.classList.remove("over");
      if (!event.dataTransfer.files.length) return;
      input.files = event.dataTransfer.files;
      send();
    });
  }
  var running = document.querySelector("[data-state]");
  if (!running) return;
  var line = running.querySelector("[data-line]");
  var bar = running.querySelector("progress");
  var ask = function () {
    fetch(running.getAttribute("data-state")).then(function (answer) {
      return answer.json();
    }).then(function (state) {
      if (!state.running) { location.replace(state.href); return; }
      if (line.textContent !== state.line) line.textContent = state.line;
      if (state.percent === null) bar.removeAttribute("value"); else bar.value = state.percent;
      setTimeout(ask, 500);
    }).catch(function () { setTimeout(ask, 2000); });
  };
  setTimeout(ask, 500);
})();
