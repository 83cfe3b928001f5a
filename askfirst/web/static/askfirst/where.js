/* A question that is asked only after a certain choice hides until then. Without this all of them stand there, and are read the same way. */
(function () {
  "use strict";
  Array.prototype.forEach.call(document.querySelectorAll("form"), function (form) {
    var held = form.querySelectorAll("[data-where]");
    if (!held.length) { return; }
    function look() {
      Array.prototype.forEach.call(held, function (group) {
        var field = group.getAttribute("data-where");
        var chosen = form.querySelector("input[name=" + field + "]:checked");
        var fits = chosen && group.getAttribute("data-is").split(" ").indexOf(chosen.value) >= 0;
        group.hidden = !fits && !group.classList.contains("govuk-form-group--error");
      });
    }
    form.addEventListener("change", look);
    look();
  });
})();
