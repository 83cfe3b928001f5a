/* Buttons that copy words, and the way to a form's mistake. It sends nothing anywhere: without it the words can be marked and copied by hand. */
(function () {
  "use strict";
  function all(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }

  var summary = document.querySelector(".govuk-error-summary");
  if (summary) { summary.focus(); }

  function oldCopy(words) {
    var area = document.createElement("textarea");
    area.value = words;
    area.setAttribute("readonly", "");
    area.className = "govuk-visually-hidden";
    document.body.appendChild(area);
    area.select();
    var done = document.execCommand("copy");
    area.remove();
    return done;
  }

  function tell(button, done) {
    var said = document.getElementById(button.getAttribute("aria-describedby"));
    if (done && said) { said.textContent = said.getAttribute("data-copied"); }
  }

  function copy(event) {
    var button = event.currentTarget;
    var words = button.getAttribute("data-copy");
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(words).then(function () { tell(button, true); }, function () { tell(button, oldCopy(words)); });
    } else {
      tell(button, oldCopy(words));
    }
    button.focus();
  }

  all("[data-copy]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", copy);
  });
})();
