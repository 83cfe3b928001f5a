// What the drawn page is asked. No script of the page itself ever runs.
(() => {
  const MOST = 6;
  const bare = (text) => text.replace(/\s+/gu, "");
  const found = [];

  function nodes() {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    const all = { text: "", parts: [] };
    const laid = { text: "", parts: [] };
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = bare(node.data);
      if (!words) continue;
      for (const list of isLaid(node) ? [all, laid] : [all]) {
        list.parts.push({ node, from: list.text.length, to: list.text.length + words.length });
        list.text += words;
      }
    }
    return { all, laid };
  }

  function isLaid(node) {
    const holder = node.parentElement;
    if (!holder || getComputedStyle(holder).visibility !== "visible" || !holder.checkVisibility()) return false;
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].some((one) => one.width > 0 && one.height > 0);
  }

  // The place in the node of its so manieth sign that is no space.
  function place(node, many) {
    let at = 0;
    for (let left = many; at < node.data.length; at += 1) {
      if (/\s/u.test(node.data[at])) continue;
      if (left === 0) return at;
      left -= 1;
    }
    return at;
  }

  function ranges(parts, from, to) {
    return parts.filter((one) => one.from < to && from < one.to).map((one) => {
      const range = document.createRange();
      range.setStart(one.node, place(one.node, Math.max(0, from - one.from)));
      range.setEnd(one.node, place(one.node, Math.min(one.to, to) - one.from - 1) + 1);
      return range;
    });
  }

  const boxes = (range) => [...range.getClientRects()].filter((one) => one.width > 0 && one.height > 0);

  // For each quote: whether it stands in the page at all, and the numbers of the places where it has room.
  function find(quotes) {
    for (const one of document.getAnimations()) {
      try { one.finish(); } catch { one.cancel(); }
    }
    scrollTo(0, 0);
    const { all, laid } = nodes();
    return quotes.map((quote) => {
      const words = bare(quote);
      const numbers = [];
      for (let at = laid.text.indexOf(words); at >= 0 && numbers.length < MOST; at = laid.text.indexOf(words, at + 1)) {
        numbers.push(found.push(ranges(laid.parts, at, at + words.length)) - 1);
      }
      return { stands: all.text.includes(words), numbers };
    });
  }

  // Brought onto the screen as a reader would; then each line of it: where it is on the screen, and what is known of its looks.
  function show(number) {
    scrollTo(0, 0);
    const parts = found[number].map((range) => ({ range, boxes: boxes(range) })).filter((one) => one.boxes.length);
    const top = Math.min(...parts.flatMap((one) => one.boxes.map((box) => box.top)));
    const end = Math.max(...parts.flatMap((one) => one.boxes.map((box) => box.bottom)));
    if (end > innerHeight) scrollTo(0, top - innerHeight / 3);
    return {
      top: Math.round(top),
      parts: parts.map(({ range }) => ({ ...looks(range.startContainer.parentElement), signs: bare(range.toString()).length,
        lines: boxes(range).map((box) => ({ box: [box.left, box.top, box.right, box.bottom], ...around(range, box) })) })),
    };
  }

  function looks(element) {
    const style = getComputedStyle(element);
    let through = 1;
    for (let one = element; one; one = one.parentElement) {
      const filter = /opacity\(([\d.]+)(%?)\)/.exec(getComputedStyle(one).filter);
      through *= Number(getComputedStyle(one).opacity) * (filter ? Number(filter[1]) / (filter[2] ? 100 : 1) : 1);
    }
    const alpha = /^rgba\(.*,\s*([\d.]+)\)$/.exec(style.webkitTextFillColor || style.color);
    let holder = element;
    while (holder.parentElement && !holder.offsetHeight) holder = holder.parentElement;
    const scale = holder.offsetHeight ? holder.getBoundingClientRect().height / holder.offsetHeight : 1;
    return { size: parseFloat(style.fontSize) * scale, through: through * (alpha ? Number(alpha[1]) : 1) };
  }

  function around(range, box) {
    const element = range.startContainer.parentElement;
    const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    const covered = Boolean(hit) && !hit.contains(element) && !element.contains(hit);
    let cut = false, scrolls = false;
    for (let one = element; one && one !== document.body; one = one.parentElement) {
      const style = getComputedStyle(one);
      const edge = one.getBoundingClientRect();
      const out = box.bottom <= edge.top + 1 || box.top >= edge.bottom - 1 || box.right <= edge.left + 1 || box.left >= edge.right - 1;
      if (style.clipPath !== "none" || (style.clip !== "auto" && style.clip)) cut = true;
      if (out && /hidden|clip/.test(style.overflow)) cut = true;
      if (out && /auto|scroll/.test(style.overflow)) scrolls = true;
    }
    return { covered, cut, scrolls };
  }

  // The same page without the ink of these words: what differs is what a reader sees of them.
  const without = new CSSStyleSheet();
  without.replaceSync("::highlight(askfirst){color:transparent;-webkit-text-fill-color:transparent;-webkit-text-stroke-color:transparent;" +
    "text-shadow:none}");
  function dim(number, on) {
    if (!on) return CSS.highlights.delete("askfirst");
    if (!document.adoptedStyleSheets.includes(without)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, without];
    CSS.highlights.set("askfirst", new Highlight(...found[number]));
    return true;
  }

  globalThis.askfirst = { find, show, dim };
  return true;
})()
