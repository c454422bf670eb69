// Whoever comes from a search lands on what was found: the block that has most of the searched words is scrolled to,
// with the words marked. The words are those that Sphinx's search leaves for the next page, or of the address.
(() => {
  "use strict";

  const KEY = "sphinx_highlight_terms"; // Sphinx's own; its script takes them out when the document is complete.
  const BLOCKS = "p, li, dt, dd, th, td, h1, h2, h3, h4, h5, h6, figcaption, caption, pre, summary, blockquote";
  // What repeats the page, or leads away from it.
  const REPEATED = "nav, script, style, template, button, select, .headerlink, .no-search, .er-program, .er-listing";
  const HEADING = /^(H[1-6]|SUMMARY)$/;
  // A word inside another one, "script" in "JavaScript", says less than one of its own.
  const INSIDE = 0.5;
  // Of blocks that have the same words a heading is what the others are about.
  const HEADED = 0.3;

  const LETTERS = { ł: "l", ø: "o", ß: "ss", ı: "i", đ: "d", æ: "ae", œ: "oe", þ: "th", ð: "d" };
  // Accents of Latin, Greek and Cyrillic letters do not count.
  const folded = (text) =>
    text
      .toLowerCase()
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      .normalize("NFC")
      .replace(/[łøßıđæœþð]/g, (letter) => LETTERS[letter]);

  const isLetter = (sign) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
  // Chinese, Japanese and Korean put no space between words.
  const isUnspaced = (word) => /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(word);

  const searched = () => {
    const query = new URLSearchParams(window.location.search);
    let kept = "";
    try {
      kept = window.localStorage.getItem(KEY) || "";
      // Where Sphinx's Search is on every page, as in pydata-sphinx-theme, Sphinx marks nothing and forgets nothing.
      if (kept && typeof Search !== "undefined") {
        window.localStorage.removeItem(KEY);
        if (!/\/search(\.html|\/)?([?#]|$)/.test(document.referrer)) kept = "";
      }
    } catch {
      // A reader whose browser keeps nothing stands at the top of the page.
    }
    const said = [kept || query.get("highlight") || "", ...query.getAll("pagefind-highlight")].join(" ");
    return [...new Set(folded(said).split(/\s+/).filter(Boolean))];
  };

  // What the address names. A "%" that begins no code is a sign like any other: "#100%".
  const addressed = () => {
    const name = window.location.hash.slice(1);
    try {
      return document.getElementById(decodeURIComponent(name));
    } catch {
      return document.getElementById(name);
    }
  };

  // How much of the words a text has, by word.
  const shares = (text, words) =>
    words.map((word) => {
      let share = 0;
      for (let at = text.indexOf(word); at >= 0 && share < 1; at = text.indexOf(word, at + 1)) {
        share = isUnspaced(word) || !isLetter(text[at - 1]) || !isLetter(word[0]) ? 1 : INSIDE;
      }
      return share;
    });

  // A slide is found by all of its text, anything else block by block.
  const blocksOf = (root) =>
    [...root.querySelectorAll(`${BLOCKS}, .er-slide-text`)].filter(
      (block) =>
        !block.closest(REPEATED) &&
        (block.matches(".er-slide-text") || (!block.querySelector(BLOCKS) && !block.closest(".er-slide-text"))),
    );

  const best = (root, words) => {
    const found = blocksOf(root)
      .map((block) => ({ block, shares: shares(folded(block.textContent), words) }))
      .filter(({ shares: each }) => each.some(Boolean));
    // A word that is in few blocks tells more about what was looked for than one that is everywhere.
    const uses = words.map((_word, index) => found.filter(({ shares: each }) => each[index]).length);
    const weigh = ({ block, shares: each }) =>
      each.reduce((sum, share, index) => sum + share * (1 + 1 / Math.max(1, uses[index])), 0) +
      (HEADING.test(block.tagName) ? HEADED : 0);
    let [first, most] = [null, 0];
    found.forEach((one) => {
      const weight = weigh(one);
      if (weight > most) [first, most] = [one.block, weight];
    });
    return first;
  };

  // The text folded sign by sign, with the place of each folded sign in the text.
  const placed = (text) => {
    const places = [];
    let all = "";
    let at = 0;
    for (const sign of text) {
      for (const each of folded(sign)) {
        all += each;
        places.push(...Array(each.length).fill(at));
      }
      at += sign.length;
    }
    return { all, places: [...places, text.length] };
  };

  const rangesIn = (text, words) => {
    const { all, places } = placed(text);
    const ranges = [];
    for (const word of words) {
      for (let at = all.indexOf(word); at >= 0; at = all.indexOf(word, at + word.length)) {
        if (word.length < 3 && isLetter(word[0]) && isLetter(all[at - 1])) continue;
        ranges.push([places[at], places[at + word.length]]);
      }
    }
    return ranges.sort((one, other) => one[0] - other[0]);
  };

  // From the end, so that the places before stay true.
  const wrap = (node, ranges) => {
    let before = node.length;
    for (const [start, end] of ranges.reverse()) {
      if (end > before || start === end) continue;
      const word = node.splitText(start);
      word.splitText(end - start);
      const mark = Object.assign(document.createElement("span"), { className: "highlighted" });
      word.replaceWith(mark);
      mark.append(word);
      before = start;
    }
  };

  const markWords = (root, words) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    nodes
      .filter((node) => node.data.trim() && !node.parentElement.closest(REPEATED))
      .forEach((node) => wrap(node, rangesIn(node.data, words)));
  };

  const unfold = (place) => {
    for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    for (let tab = place.closest(".sd-tab-content"); tab; tab = tab.parentElement.closest(".sd-tab-content")) {
      const label = tab.previousElementSibling;
      if (label && label.htmlFor) document.getElementById(label.htmlFor).checked = true;
    }
  };

  const isInSight = (place) => {
    const { top, bottom, height } = place.getBoundingClientRect();
    return height > 0 && top >= 0 && bottom <= window.innerHeight;
  };

  const show = (block) => {
    unfold(block);
    // A deck turns to its slide itself.
    const event = new CustomEvent("eventreport:found", { bubbles: true, cancelable: true });
    if (!block.dispatchEvent(event)) return;
    const place = block.querySelector(".highlighted") || block;
    if (!isInSight(place)) place.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  };

  // A reader who comes back stands where they left, and one who moves is not called back.
  const land = (block) => {
    let isMoved = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
    ["wheel", "touchmove", "keydown", "pointerdown"].forEach((name) => {
      window.addEventListener(name, () => (isMoved = true), { once: true, passive: true });
    });
    const showOnce = () => isMoved || show(block);
    showOnce();
    // Browsers go to what the address names until all is loaded, and once more when a deck above has become a player.
    if (document.readyState !== "complete") {
      window.addEventListener("load", () => [0, 300, 900].forEach((wait) => window.setTimeout(showOnce, wait)));
    }
  };

  // The text of the slide that the address names, if the words are in it: it is folded.
  const textOf = (slide, words) => {
    const heading = document.getElementById(`${slide.id}-text`);
    const text = heading && heading.closest(".er-slide-text");
    return text && shares(folded(text.textContent), words).some(Boolean) ? text : null;
  };

  const words = searched();
  const main = document.querySelector("[role=main], main, article") || document.body;
  if (!words.length) return;
  const target = window.location.hash ? addressed() : null;
  const section = target ? target.closest(".er-slide, .er-slide-text, section") : null;
  const isNamed = target !== null && (section === null || !section.matches("section"));
  const slide = isNamed && section !== null && section.matches(".er-slide") ? section : null;
  const text = slide && textOf(slide, words);
  const block = isNamed ? text : best(section || main, words);
  markWords(main, words);
  if (block) land(block);
})();
