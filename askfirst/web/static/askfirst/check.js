/* The check's page, a little quicker. It sends nothing anywhere: without it every button still works, by sending the form. */
(function () {
  "use strict";
  var form = document.getElementById("again");
  var text = document.getElementById("text");
  var draft = document.getElementById("draft");
  var said = document.getElementById("said");

  function all(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }

  /* Words live in the page, where they can be translated. */
  function say(name, n) { return (said.getAttribute("data-" + name) || "").replace("%n", n); }

  function tell(words) { if (said) { said.textContent = words; } }

  var summary = document.querySelector(".govuk-error-summary");
  if (summary) { summary.focus(); }

  all("input[name=author]").forEach(function (choice) {
    choice.addEventListener("change", function () { document.documentElement.setAttribute("data-mode", choice.value); });
  });

  function copied(button, done) {
    if (!done) { return; }
    var words = button.firstChild;
    var before = words.textContent;
    words.textContent = say("copied");
    tell(say("copied"));
    setTimeout(function () { words.textContent = before; }, 2000);
  }

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

  function copy(button, words) {
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(words).then(function () { copied(button, true); }, function () { copied(button, oldCopy(words)); });
    } else {
      copied(button, oldCopy(words));
    }
  }

  all("[data-copy]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { copy(button, button.getAttribute("data-copy")); });
  });
  all("[data-copy-from]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { copy(button, text.value); });
  });

  /* What goes along to a question is the text as it stands now, if the person ticked it. */
  var carry = document.getElementById("carry");
  if (carry && text) { carry.addEventListener("submit", function () { document.getElementById("carry-draft").value = text.value; }); }

  if (!form || !draft) { return; }

  function plain() {
    return Array.prototype.map.call(draft.querySelectorAll("#draft > span, #draft > a > span"), function (run) { return run.textContent; }).join("");
  }

  function marks(item) { return all('#draft > a[data-item="' + item + '"]'); }

  function unmark(item) {
    marks(item).forEach(function (mark) {
      var run = mark.querySelector(":scope > span");
      if (run) { mark.replaceWith(run); } else { mark.remove(); }
    });
  }

  function count() {
    var left = all(".af-finding:not(.af-finding--used)").length;
    var heading = document.getElementById("heading");
    var student = document.documentElement.getAttribute("data-mode") === "student";
    if (left === 0) { heading.textContent = say("none"); }
    else if (!student) { heading.textContent = left === 1 ? say("one") : say("many", left); }
    return heading;
  }

  function hide(event) {
    var button = event.currentTarget;
    event.preventDefault();
    all('button[name="hide"]').filter(function (other) { return other.value === button.value; }).forEach(function (other) {
      var card = other.closest(".af-finding");
      unmark(card.getAttribute("data-item"));
      card.remove();
    });
    var kept = document.createElement("input");
    kept.type = "hidden";
    kept.name = "hidden";
    kept.value = button.value;
    form.appendChild(kept);
    count().focus();
  }

  function used(card, item) {
    unmark(item);
    card.className = "af-finding af-finding--plain af-finding--used";
    var heading = card.querySelector("h3");
    card.querySelectorAll(":scope > :not(h3)").forEach(function (part) { part.remove(); });
    heading.textContent = say("used");
    count();
    heading.focus();
  }

  function use(event) {
    var button = event.currentTarget;
    var card = button.closest(".af-finding");
    var item = card.getAttribute("data-item");
    if (text.value !== plain()) { return; } /* changed by hand: the server finds the place */
    if (button.hasAttribute("data-add")) {
      var line = document.createElement("span");
      line.textContent = "\n\n" + button.getAttribute("data-add");
      draft.appendChild(line);
    } else {
      var fixes = marks(item).filter(function (mark) { return mark.hasAttribute("data-fix"); });
      if (String(fixes.length) !== button.getAttribute("data-use")) { return; }
      fixes.forEach(function (mark) { mark.querySelector(":scope > span").textContent = mark.getAttribute("data-fix"); });
    }
    event.preventDefault();
    text.value = plain();
    used(card, item);
  }

  all('button[name="hide"]').forEach(function (button) { button.addEventListener("click", hide); });
  all('button[name="use"]').forEach(function (button) { button.addEventListener("click", use); });
})();
