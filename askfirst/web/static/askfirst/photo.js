/* Parts of a photo are drawn by hand, in the browser alone. Nothing is sent until the form is: without this the parts can be typed. */
(function () {
  "use strict";
  var file = document.getElementById("file");
  var areas = document.getElementById("areas");
  var canvas = document.getElementById("picture");
  var said = document.getElementById("areas-said");
  var blur = document.getElementById("blur");
  var crop = document.getElementById("crop");
  var summary = document.querySelector(".govuk-error-summary");
  if (summary) { summary.focus(); }
  if (!file || !canvas || !window.createImageBitmap) { return; }

  var pen = canvas.getContext("2d");
  var picture = null;
  var from = null;
  var LONGEST = 1200; /* dots to draw on; the copy is made from the photo itself */

  function tell(name) { said.textContent = said.getAttribute("data-" + name); }

  function read(field) {
    return field.value.split(/[;\n]+/).map(function (line) { return line.replace(/[,%]/g, " ").trim().split(/\s+/).map(Number); })
      .filter(function (one) { return one.length === 4 && one.every(isFinite); });
  }

  function rect(one) {
    return [one[0] * canvas.width / 100, one[1] * canvas.height / 100, one[2] * canvas.width / 100, one[3] * canvas.height / 100];
  }

  function draw(extra) {
    if (!picture) { return; }
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    pen.fillStyle = "#555";
    read(blur).forEach(function (one) { pen.fillRect.apply(pen, rect(one)); });
    var kept = read(crop)[0];
    if (kept) {
      var box = rect(kept);
      pen.fillStyle = "rgba(0, 0, 0, 0.6)";
      pen.fillRect(0, 0, canvas.width, box[1]);
      pen.fillRect(0, box[1] + box[3], canvas.width, canvas.height - box[1] - box[3]);
      pen.fillRect(0, box[1], box[0], box[3]);
      pen.fillRect(box[0] + box[2], box[1], canvas.width - box[0] - box[2], box[3]);
    }
    if (extra) {
      pen.strokeStyle = "#fff";
      pen.lineWidth = 4;
      pen.strokeRect.apply(pen, rect(extra));
      pen.strokeStyle = "#000";
      pen.lineWidth = 2;
      pen.strokeRect.apply(pen, rect(extra));
    }
  }

  function place(event) {
    var box = canvas.getBoundingClientRect();
    function part(value, all) { return Math.min(100, Math.max(0, value / all * 100)); }
    return [part(event.clientX - box.left, box.width), part(event.clientY - box.top, box.height)];
  }

  function between(one, other) {
    var left = Math.min(one[0], other[0]), top = Math.min(one[1], other[1]);
    return [left, top, Math.abs(one[0] - other[0]), Math.abs(one[1] - other[1])].map(function (n) { return Math.round(n * 100) / 100; });
  }

  function add(one) {
    var tool = document.querySelector("input[name=tool]:checked").value;
    if (one[2] < 0.5 || one[3] < 0.5) { return; }
    if (tool === "crop") {
      crop.value = one.join(", ");
      tell("kept");
    } else {
      blur.value = (blur.value.trim() ? blur.value.trim() + "\n" : "") + one.join(", ");
      tell("covered");
    }
  }

  canvas.addEventListener("pointerdown", function (event) {
    if (!picture) { return; }
    from = place(event);
    canvas.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  canvas.addEventListener("pointermove", function (event) { if (from) { draw(between(from, place(event))); } });
  canvas.addEventListener("pointercancel", function () { from = null; draw(); });
  canvas.addEventListener("pointerup", function (event) {
    if (!from) { return; }
    add(between(from, place(event)));
    from = null;
    draw();
  });

  document.getElementById("undo-areas").addEventListener("click", function () {
    if (crop.value.trim()) {
      crop.value = "";
    } else {
      blur.value = blur.value.trim().split(/\s*[;\n]+\s*/).slice(0, -1).join("\n");
    }
    tell("back");
    draw();
  });
  [blur, crop].forEach(function (field) { field.addEventListener("input", function () { draw(); }); });

  function show() {
    picture = null;
    areas.hidden = true;
    if (!file.files.length) { return; }
    window.createImageBitmap(file.files[0]).then(function (made) {
      var smaller = Math.min(1, LONGEST / Math.max(made.width, made.height));
      picture = made;
      canvas.width = Math.max(1, Math.round(made.width * smaller));
      canvas.height = Math.max(1, Math.round(made.height * smaller));
      areas.hidden = false;
      draw();
    }, function () { tell("cannot"); });
  }

  file.addEventListener("change", function () { blur.value = ""; crop.value = ""; show(); });
  show();
})();
