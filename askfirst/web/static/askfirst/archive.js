/* Picks one's posts out of an archive in the browser, and puts only those into the form: messages, pictures and films never leave the device.
   Files are copied as they lie in the zip into a smaller one; only one that holds posts and messages together is unpacked, and the messages
   are taken out. Without this the whole file is sent, and the page says so. */
(function () {
  "use strict";
  var summary = document.querySelector(".govuk-error-summary");
  if (summary) { summary.focus(); }
  var form = document.getElementById("archive");
  var file = document.getElementById("file");
  var said = document.getElementById("archive-said");
  if (!form || !window.DataTransfer || !window.Promise || !Blob.prototype.arrayBuffer || !window.DecompressionStream) { return; }
  document.getElementById("on-device").hidden = false;

  function pattern(name) { return new RegExp(form.getAttribute("data-" + name), "i"); }
  var wanted = pattern("wanted"), denied = pattern("denied"), open = pattern("public"), pages = pattern("pages"), mixed = pattern("mixed"), heard = pattern("messages");
  var LARGEST = Number(form.getAttribute("data-largest"));
  var LIST = 64000000, FULL = 0xFFFFFFFF, TAIL = 65557;

  function tell(name) { said.textContent = said.getAttribute("data-" + name); }
  function view(blob, start, end) { return blob.slice(start, end).arrayBuffer().then(function (held) { return new DataView(held); }); }
  function large(held, at) { return held.getUint32(at, true) + held.getUint32(at + 4, true) * 4294967296; }
  function fail() { throw new Error("no zip"); }

  function named(bytes) {
    try { return new TextDecoder("utf-8", { fatal: true }).decode(bytes); } catch (problem) { return new TextDecoder("latin1").decode(bytes); }
  }

  /* Where the list of files stands: [start, bytes]. */
  function list(blob) {
    var from = Math.max(0, blob.size - TAIL);
    return view(blob, from, blob.size).then(function (tail) {
      for (var at = tail.byteLength - 22; at >= 0; at -= 1) {
        if (tail.getUint32(at, true) === 0x06054B50) { break; }
      }
      if (at < 0) { fail(); }
      var size = tail.getUint32(at + 12, true), start = tail.getUint32(at + 16, true);
      if (size !== FULL && start !== FULL && tail.getUint16(at + 10, true) !== 0xFFFF) { return [start, size]; }
      if (at < 20 || tail.getUint32(at - 20, true) !== 0x07064B50) { fail(); }
      var there = large(tail, at - 12);
      return view(blob, there, there + 56).then(function (end) { return [large(end, 48), large(end, 40)]; });
    });
  }

  function figures(held, at, extra, end, entry) {
    for (var place = extra; place + 4 <= end; place += 4 + held.getUint16(place + 2, true)) {
      if (held.getUint16(place, true) !== 1) { continue; }
      var next = place + 4;
      ["size", "packed", "at"].forEach(function (name) { if (entry[name] === FULL) { entry[name] = large(held, next); next += 8; } });
    }
  }

  function entries(held) {
    var found = [], at = 0;
    while (at + 46 <= held.byteLength && held.getUint32(at, true) === 0x02014B50) {
      var length = held.getUint16(at + 28, true), extra = held.getUint16(at + 30, true), note = held.getUint16(at + 32, true);
      var raw = new Uint8Array(held.buffer, held.byteOffset + at + 46, length);
      var entry = {
        flags: held.getUint16(at + 8, true) & ~8, method: held.getUint16(at + 10, true), crc: held.getUint32(at + 16, true),
        packed: held.getUint32(at + 20, true), size: held.getUint32(at + 24, true), at: held.getUint32(at + 42, true), raw: raw, name: named(raw)
      };
      figures(held, at, at + 46 + length, at + 46 + length + extra, entry);
      found.push(entry);
      at += 46 + length + extra + note;
    }
    return found;
  }

  function head(entry, signature, at) {
    var inside = at !== undefined, bytes = new DataView(new ArrayBuffer(inside ? 46 : 30)), place = inside ? 6 : 4;
    bytes.setUint32(0, signature, true);
    if (inside) { bytes.setUint16(4, 20, true); bytes.setUint32(42, at, true); }
    bytes.setUint16(place, 20, true);
    bytes.setUint16(place + 2, entry.flags, true);
    bytes.setUint16(place + 4, entry.method, true);
    bytes.setUint32(place + 10, entry.crc, true);
    bytes.setUint32(place + 14, entry.packed, true);
    bytes.setUint32(place + 18, entry.size, true);
    bytes.setUint16(place + 22, entry.raw.length, true);
    return bytes;
  }

  function sum(bytes) {
    var crc = -1;
    for (var at = 0; at < bytes.length; at += 1) {
      crc ^= bytes[at];
      for (var bit = 0; bit < 8; bit += 1) { crc = (crc >>> 1) ^ (0xEDB88320 & -(crc & 1)); }
    }
    return (crc ^ -1) >>> 0;
  }

  /* Without the messages: in JSON under keys of their own, in a page under a heading of their own. Raises where it is no such file. */
  function section(piece) {
    var head = /^<h1[^>]*>([^]{0,500}?)<\/h1>/i.exec(piece);
    return !head || !heard.test(head[1].replace(/<[^>]*>/g, ""));
  }

  function cleaned(words) {
    if (/^\s*</.test(words)) { return new TextEncoder().encode(words.split(/(?=<h1[\s>])/i).filter(section).join("")); }
    var held = JSON.parse(words.replace(/^\uFEFF/, ""));
    Object.keys(held).forEach(function (key) { if (/^direct message/i.test(key)) { delete held[key]; } });
    return new TextEncoder().encode(JSON.stringify(held));
  }

  function unpacked(entry, slice) {
    var stream = entry.method === 8 ? slice.stream().pipeThrough(new DecompressionStream("deflate-raw")) : slice.stream();
    return new Response(stream).text().then(cleaned).then(function (bytes) {
      entry.method = 0;
      entry.size = entry.packed = bytes.length;
      entry.crc = sum(bytes);
      return bytes;
    });
  }

  function zip(blob, chosen) {
    var parts = [], lines = [], at = 0, size = 0;
    return chosen.reduce(function (before, entry) {
      return before.then(function () { return view(blob, entry.at, entry.at + 30); }).then(function (local) {
        var start = entry.at + 30 + local.getUint16(26, true) + local.getUint16(28, true), slice = blob.slice(start, start + entry.packed);
        return mixed.test(entry.name) && entry.size ? unpacked(entry, slice) : slice;
      }).then(function (held) {
        lines.push(head(entry, 0x02014B50, at), entry.raw);
        parts.push(head(entry, 0x04034B50), entry.raw, held);
        at += 30 + entry.raw.length + entry.packed;
        size += 46 + entry.raw.length;
      });
    }, Promise.resolve()).then(function () {
      var end = new DataView(new ArrayBuffer(22));
      end.setUint32(0, 0x06054B50, true);
      end.setUint16(8, chosen.length, true);
      end.setUint16(10, chosen.length, true);
      end.setUint32(12, size, true);
      end.setUint32(16, at, true);
      return new Blob(parts.concat(lines, [end]), { type: "application/zip" });
    });
  }

  function nothing(entry) { return { flags: entry.flags & 0x800, method: 0, crc: 0, packed: 0, size: 0, at: entry.at, raw: entry.raw, name: "" }; }

  function pick(blob) {
    return list(blob).then(function (place) {
      if (place[1] > LIST) { fail(); }
      return view(blob, place[0], place[0] + place[1]);
    }).then(entries).then(function (all) {
      function message(one) { return denied.test(one.name) && !open.test(one.name); }
      var files = all.filter(function (one) { return !/[/\\]$/.test(one.name); });
      var rest = files.filter(function (one) { return !message(one); });
      var chosen = rest.filter(function (one) { return wanted.test(one.name) && one.size < FULL; });
      if (!chosen.length) { chosen = rest.filter(function (one) { return pages.test(one.name); }).slice(0, 1).map(nothing); }
      if (chosen.length > 60000) { fail(); }
      var count = document.getElementById("messages");
      count.value = String(Number(count.value) + files.length - rest.length);
      return zip(blob, chosen);
    });
  }

  function send(blobs) {
    if (blobs.reduce(function (all, one) { return all + one.size; }, 0) > LARGEST) { tell("large"); return; }
    var held = new DataTransfer();
    blobs.forEach(function (blob) { held.items.add(new File([blob], "archive.zip", { type: "application/zip" })); });
    file.files = held.files;
    tell("sending");
    form.submit();
  }

  function tidied(chosen) { return chosen.text().then(cleaned).then(function (bytes) { return new Blob([bytes]); }); }

  /* What is sent of one chosen file: of a zip the posts, of a file of posts and messages the posts, anything else as it is. */
  function taken(chosen) {
    return view(chosen, 0, 4).then(function (first) {
      var begins = first.byteLength === 4 ? first.getUint32(0, true) : 0;
      if (begins === 0x04034B50 || begins === 0x06054B50) { return pick(chosen); }
      if ((begins & 0xFF) === 0x7B) { return tidied(chosen); }
      return chosen.slice(0, 4096).text().then(function (start) {
        return /^\s*<(?!\?xml|rss|feed)/i.test(start) && /pinterest/i.test(start) ? tidied(chosen) : chosen;
      });
    });
  }

  form.addEventListener("submit", function (event) {
    var chosen = Array.from(file.files);
    if (!chosen.length) { return; }
    event.preventDefault();
    tell("picking");
    document.getElementById("messages").value = "0";
    chosen.reduce(function (before, one) {
      return before.then(function (found) { return taken(one).then(function (blob) { return found.concat([blob]); }); });
    }, Promise.resolve([])).then(send, function () { tell("cannot"); });
  });
})();
