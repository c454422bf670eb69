// Slides of a deck. Without this script they are a strip that scrolls sideways, each with its address and text;
// with it they have a bar, keys, small pictures and full screen, and turn to the slide that a search has found.
(() => {
  "use strict";

  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

  // Strokes on a field of 24 by 24.
  const DRAWINGS = {
    text: "M4 6h16M4 12h16M4 18h9",
    link: "m9.5 14.5 5-5M8 11.500l-2.500 2.500a3.500 3.500 0 0 0 5 5l2.500-2.500M11 7.500 13.500 5a3.500 3.500 0 0 1 5 5L16 12.500",
    full: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
    exit: "M9 4v5H4M15 4v5h5M9 20v-5H4M15 20v-5h5",
  };
  // A hand that shakes while it clicks moves the mouse by so many pixels; who moves it further drags.
  const STEADY = 6;
  // A turn of the wheel is many events. Those nearer to each other than this (ms) are one turn, up to the longest.
  const [PAUSE, LONGEST] = [120, 500];
  // Milliseconds until the bar of the full screen leaves a reader who does nothing alone with the slide.
  const IDLE = 3000;

  const drawing = (name) => {
    const [svg, path] = ["svg", "path"].map((each) => document.createElementNS("http://www.w3.org/2000/svg", each));
    svg.setAttribute("class", "er-icon");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("d", DRAWINGS[name]);
    svg.append(path);
    return svg;
  };

  // The text of a slide stands below the bar; its heading is called after the slide.
  const textOf = (slide) => {
    const heading = document.getElementById(`${slide.id}-text`);
    return heading && heading.closest(".er-slide-text");
  };
  const slideOf = (place) => {
    const own = place.closest(".er-slide");
    const text = place.closest(".er-slide-text");
    const heading = !own && text && text.querySelector("[id$='-text']");
    return own || (heading ? document.getElementById(heading.id.slice(0, -"-text".length)) : null);
  };
  // Folded away from the eye, and still found by a search in the page, which says so first.
  const fold = (text, isFolded) => {
    if (isFolded) text.setAttribute("hidden", "until-found");
    else text.removeAttribute("hidden");
  };

  const element = (name, className, properties = {}) =>
    Object.assign(document.createElement(name), { className }, properties);

  class Player {
    constructor(root) {
      this.root = root;
      this.words = JSON.parse(root.dataset.erWords);
      this.stage = root.querySelector(".er-stage");
      this.slides = [...this.stage.querySelectorAll(":scope > .er-slide")];
      // All is measured before anything is drawn, so that the page is laid out once.
      this.width = this.stage.clientWidth;
      this.current = this.nearest();
      const box = root.getBoundingClientRect();
      const isRightToLeft = this.isRightToLeft();
      this.heading = null; // The slide that the stage is on its way to.
      this.typed = "";
      this.panel = root.querySelector(".er-texts");
      this.texts = this.slides.map(textOf);
      this.isOpen = root.hasAttribute("data-er-open");
      this.drawHints();
      this.drawBar(isRightToLeft ? "\u2192\u2190" : "\u2190\u2192");
      this.stage.addEventListener("scroll", () => this.follow(), { passive: true });
      ["scrollend", "touchmove"].forEach((name) => {
        this.stage.addEventListener(name, () => this.arrive(), { passive: true });
      });
      this.listenToMouse();
      ["pointermove", "pointerdown", "keydown", "focusin"].forEach((name) => {
        root.addEventListener(name, () => this.wake(), { passive: true });
      });
      root.addEventListener("keydown", (event) => this.key(event));
      this.pictures = this.slides.map((slide) => slide.querySelector(":scope > img"));
      this.sources = this.pictures.map((picture) => picture && picture.srcset);
      this.show(this.current);
      // Where the author wants it opened, unless a reader has turned the strip before there was a player.
      if (!this.current) this.go(this.slides.findIndex((slide) => slide.id === root.dataset.erOpens), false);
      this.setSeen(box.top < window.innerHeight && box.bottom > 0);
      new IntersectionObserver((entries) => this.setSeen(entries[entries.length - 1].isIntersecting), {
        rootMargin: "200px 0px",
      }).observe(root);
      window.addEventListener("beforeprint", () => this.sharpen(true));
      window.addEventListener("afterprint", () => this.sharpen());
      new ResizeObserver(() => this.fit()).observe(this.stage);
      this.isReady = true; // From now on it is a reader who turns the slides.
    }

    isRightToLeft() {
      return getComputedStyle(this.stage).direction === "rtl";
    }

    // A button with a drawing and a word; a narrow player has place for the drawing only.
    tool(className, name, action) {
      const button = this.button(className, this.words[name], "", action);
      button.append(drawing(name), element("span", "er-word", { textContent: this.words[name] }));
      return button;
    }

    button(className, label, text, action) {
      const button = element("button", `er-button ${className}`, { type: "button", textContent: text });
      if (label !== text) {
        button.setAttribute("aria-label", label);
        button.title = label;
      }
      button.addEventListener("click", action);
      return button;
    }

    drawBar(arrows) {
      const { words } = this;
      const move = element("div", "er-bar-move");
      this.back = this.button("er-previous", words.previous, arrows[0], () => this.go(this.current - 1));
      this.on = this.button("er-next", words.next, arrows[1], () => this.go(this.current + 1));
      this.position = element("span", "er-position");
      this.position.setAttribute("aria-hidden", "true");
      move.append(this.back, this.position, this.on);
      move.hidden = this.slides.length < 2;
      this.title = element("span", "er-slide-name");
      this.status = element("span", "er-announced");
      this.status.setAttribute("role", "status");
      const tools = element("div", "er-bar-tools");
      this.copy = this.tool("er-copy", "link", () => this.copyLink());
      this.fold = this.tool("er-fold", "text", () => this.toggleText());
      this.full = this.tool("er-full", "full", () => this.toggleFull());
      tools.append(this.fold, this.copy, this.full);
      this.root.addEventListener("fullscreenchange", () => this.setFull(document.fullscreenElement === this.root));
      if (this.panel) {
        this.all = this.button("er-all", words.all, words.all, () => this.toggleAll());
        this.panel.querySelector("summary").after(this.all);
      }
      const bar = this.root.querySelector(".er-bar");
      bar.prepend(move, this.title, this.status, tools);
    }

    // The halves of the stage say which way a click turns; how far one has come is a line below.
    drawHints() {
      this.hints = ["back", "on"].map((way) => {
        const hint = element("span", `er-turn er-turn-${way}`);
        hint.setAttribute("aria-hidden", "true");
        return hint;
      });
      this.progress = element("progress", "er-progress", { max: this.slides.length });
      this.progress.setAttribute("aria-hidden", "true");
      this.progress.hidden = this.slides.length < 2;
      this.stage.after(...this.hints, this.progress);
    }

    listenToMouse() {
      const { stage } = this;
      stage.addEventListener("pointerdown", (event) => {
        this.pressed = [event.clientX, event.clientY];
      });
      stage.addEventListener("click", (event) => this.click(event));
      stage.addEventListener("pointermove", (event) => {
        if (event.pointerType === "mouse") this.hint(this.half(event));
      });
      stage.addEventListener("pointerleave", () => this.hint(0));
      // Who scrolls the stage sideways takes hold of it; who scrolls the page past it does not.
      const heed = (event) => Math.abs(event.deltaX) > Math.abs(event.deltaY) && this.arrive();
      stage.addEventListener("wheel", heed, { passive: true });
      this.wheel = (event) => this.turnWheel(event);
    }

    // The half towards the end of the line leads on.
    half(event) {
      const box = this.stage.getBoundingClientRect();
      const isRight = event.clientX > box.left + box.width / 2;
      return isRight === this.isRightToLeft() ? -1 : 1;
    }

    hint(way) {
      this.hints.forEach((each, index) => each.classList.toggle("is-near", way === index * 2 - 1));
    }

    // Not for who selects words, drags, or presses something that has a meaning of its own.
    click(event) {
      const isOwn = event.target.closest("a, button, summary, input") || event.defaultPrevented;
      const isHeld = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
      const [x, y] = this.pressed || [event.clientX, event.clientY];
      const isDragged = Math.hypot(event.clientX - x, event.clientY - y) > STEADY;
      if (isOwn || isHeld || isDragged || !window.getSelection().isCollapsed) return;
      this.go(this.current + this.half(event));
    }

    turnWheel(event) {
      if (event.ctrlKey || event.target.closest(".er-texts")) return; // Zoom, or a text that is longer than its place.
      event.preventDefault();
      const isSame = event.timeStamp - this.wheeled < PAUSE && event.timeStamp - this.turned < LONGEST;
      this.wheeled = event.timeStamp;
      if (isSame) return;
      this.turned = event.timeStamp;
      this.go(this.current + Math.sign(event.deltaY || event.deltaX));
    }

    drawStrip() {
      if (this.pictures.length < 2 || !this.sources.every(Boolean)) {
        this.root.classList.add("er-without-strip");
        return;
      }
      this.strip = element("div", "er-strip");
      this.strip.setAttribute("role", "group");
      this.strip.setAttribute("aria-label", this.words.strip);
      this.pictures.forEach((picture, index) => {
        const button = this.button("er-thumbnail", picture.alt, "", () => this.go(index));
        const small = element("img", "dark-light", { loading: "lazy", alt: "", src: picture.srcset.split(" ")[0] });
        // That of the large one, for the small one is rounded, and would move the others when it comes.
        small.style.aspectRatio = `${picture.getAttribute("width")} / ${picture.getAttribute("height")}`;
        button.append(small);
        this.strip.append(button);
      });
      this.root.querySelector(".er-bar-file").before(this.strip);
      this.mark();
    }

    // Another width (full screen, a phone that is turned) is no reason for another slide.
    fit() {
      if (this.stage.clientWidth === this.width) return;
      this.width = this.stage.clientWidth;
      this.go(this.current, false);
    }

    // The stage stands still, or a reader takes hold of it.
    arrive() {
      this.heading = null;
      this.follow();
    }

    // Where a reader is: the slide whose middle is nearest to that of the stage.
    nearest() {
      const box = this.stage.getBoundingClientRect();
      const middle = box.left + box.width / 2;
      const distances = this.slides.map((slide) => {
        const place = slide.getBoundingClientRect();
        return Math.abs(place.left + place.width / 2 - middle);
      });
      return distances.indexOf(Math.min(...distances));
    }

    follow() {
      if (this.stage.clientWidth !== this.width) return;
      const nearest = this.nearest();
      if (nearest === this.heading) this.heading = null;
      if (this.heading === null && nearest !== this.current) this.show(nearest);
    }

    go(index, smooth = true) {
      const wanted = Math.max(0, Math.min(index, this.slides.length - 1));
      const left =
        this.slides[wanted].getBoundingClientRect().left - this.stage.getBoundingClientRect().left;
      if (Math.abs(left) >= 1) {
        this.heading = wanted;
        // scrollBy would stop at the first slide on the way, as a swipe is meant to.
        this.stage.scrollTo({
          left: this.stage.scrollLeft + left,
          behavior: smooth && !calm.matches ? "smooth" : "instant",
        });
      }
      if (wanted !== this.current) this.show(wanted);
    }

    setSeen(isSeen) {
      this.isSeen = isSeen;
      if (isSeen && !this.strip) this.drawStrip();
      this.sharpen();
    }

    // A slide takes megabytes once it is decoded: only those that a reader sees, or may see next, are large.
    sharpen(isAll = false) {
      this.pictures.forEach((picture, index) => {
        if (!picture || !this.sources[index]) return;
        const isNear = isAll || (this.isSeen && Math.abs(index - this.current) <= 1);
        const wanted = isNear ? this.sources[index] : this.sources[index].split(", ")[0];
        if (picture.srcset !== wanted) picture.srcset = wanted;
      });
    }

    // Who turns the slides will soon want the ones beside this one.
    fetchNear() {
      this.pictures.slice(Math.max(0, this.current - 1), this.current + 2).forEach((picture) => {
        if (picture) picture.loading = "eager";
      });
      this.sharpen();
    }

    show(index) {
      const isTurned = index !== this.current;
      this.current = index;
      if (isTurned) this.fetchNear();
      if (isTurned && this.isReady) this.setAddress();
      const slide = this.slides[index];
      const name = (slide.querySelector("img") || { alt: "" }).alt;
      const number = slide.id.slice(slide.id.lastIndexOf("-") + 1);
      const last = this.slides[this.slides.length - 1];
      const count = last.id.slice(last.id.lastIndexOf("-") + 1);
      this.position.textContent = `${number} / ${count}`;
      this.title.textContent = name.includes(": ") ? name.slice(name.indexOf(": ") + 2) : "";
      this.status.textContent = this.words.position.replace("%s", number).replace("%s", count);
      this.progress.value = index + 1;
      this.back.disabled = this.hints[0].hidden = index === 0;
      this.on.disabled = this.hints[1].hidden = index === this.slides.length - 1;
      this.foldOthers();
      this.mark();
    }

    foldOthers() {
      this.texts.forEach((text, index) => {
        if (text) fold(text, !this.isOpen || !(this.isAll || index === this.current));
      });
      this.fold.hidden = !this.panel;
      this.fold.setAttribute("aria-expanded", String(this.isOpen));
      if (this.all) this.all.hidden = !this.isOpen;
    }

    mark() {
      if (!this.strip) return;
      [...this.strip.children].forEach((button, index) => {
        if (index === this.current) button.setAttribute("aria-current", "true");
        else button.removeAttribute("aria-current");
        button.tabIndex = index === this.current ? 0 : -1; // One stop on the way through the page.
      });
      const here = this.strip.children[this.current];
      if (this.strip.contains(document.activeElement)) here.focus({ preventScroll: true });
      // To ask where things are lays out the page; at the beginning, the strip is where it should be.
      if (!this.current && !this.isStripMoved) return;
      this.isStripMoved = true;
      const left = here.offsetLeft - (this.strip.clientWidth - here.offsetWidth) / 2;
      this.strip.scrollTo({ left, behavior: calm.matches ? "instant" : "smooth" });
    }

    toggleText(isOpen = !this.isOpen) {
      this.isOpen = isOpen;
      this.root.toggleAttribute("data-er-open", isOpen);
      this.foldOthers();
    }

    // What is folded away is no more there for a screen reader, which so would have to turn every slide.
    toggleAll() {
      this.isAll = !this.isAll;
      this.all.setAttribute("aria-pressed", String(this.isAll));
      this.foldOthers();
    }

    get isFull() {
      return this.root.classList.contains("is-full");
    }

    // Where a browser has no full screen for parts of a page, as on iPhones, the window is filled.
    toggleFull() {
      if (document.fullscreenElement) document.exitFullscreen();
      else if (this.isFull) this.setFull(false);
      else if (!this.root.requestFullscreen) this.setFull(true);
      else this.root.requestFullscreen().catch(() => this.setFull(true));
    }

    setFull(isFull) {
      if (isFull === this.isFull) return;
      const word = isFull ? "exit" : "full";
      if (isFull) this.cameFrom = document.activeElement;
      this.root.classList.toggle("is-full", isFull);
      this.full.querySelector("svg").replaceWith(drawing(word));
      this.full.querySelector(".er-word").textContent = this.words[word];
      this.full.title = this.words[word];
      this.full.setAttribute("aria-label", this.words[word]);
      if (isFull) this.root.addEventListener("wheel", this.wheel, { passive: false });
      else this.root.removeEventListener("wheel", this.wheel);
      (isFull || !this.root.contains(this.cameFrom) ? this.stage : this.cameFrom).focus({ preventScroll: true });
      this.wake();
    }

    wake() {
      window.clearTimeout(this.idle);
      this.root.classList.remove("is-idle");
      if (this.isFull) this.idle = window.setTimeout(() => this.root.classList.add("is-idle"), IDLE);
    }

    // A page that is loaded again comes back to the slide; turning leaves nothing in the history.
    setAddress() {
      const address = new URL(`#${this.slides[this.current].id}`, window.location.href).href;
      try {
        window.history.replaceState(window.history.state, "", address);
      } catch {
        // Safari takes a hundred in half a minute; the next one will do.
      }
      return address;
    }

    copyLink() {
      const address = this.setAddress();
      const word = this.copy.querySelector(".er-word");
      const said = () => {
        word.textContent = this.words.copied;
        this.status.textContent = this.words.copied;
        window.setTimeout(() => {
          word.textContent = this.words.link;
        }, 2000);
      };
      if (navigator.clipboard) navigator.clipboard.writeText(address).then(said, () => {});
    }

    // What a key means only where the slide is all there is to scroll.
    fullKey(event) {
      if (!this.isFull || (event.key === " " && event.target.closest("button"))) return undefined;
      const way = { ArrowDown: 1, ArrowUp: -1, " ": event.shiftKey ? -1 : 1 }[event.key];
      return way && this.current + way;
    }

    key(event) {
      if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("details")) return;
      const rtl = this.isRightToLeft() ? -1 : 1;
      const index = {
        ArrowRight: this.current + rtl,
        ArrowLeft: this.current - rtl,
        PageDown: this.current + 1,
        PageUp: this.current - 1,
        Home: 0,
        End: this.slides.length - 1,
      }[event.key] ?? this.fullKey(event);
      const action = {
        f: () => this.toggleFull(),
        t: () => this.toggleText(),
        c: () => this.copyLink(),
        Escape: () => this.isFull && this.toggleFull(),
      }[event.key];
      if (action) action();
      if (/^\d$/.test(event.key)) {
        this.typed = (this.typed + event.key).slice(-4);
      } else if (event.key === "Enter" && this.typed) {
        const wanted = this.slides.findIndex((slide) => slide.id.endsWith(`-${Number(this.typed)}`));
        if (wanted >= 0) this.go(wanted);
        this.typed = "";
        event.preventDefault();
      } else if (index !== undefined) {
        this.go(index);
        event.preventDefault();
      } else {
        this.typed = "";
      }
    }
  }

  const players = new Map();

  const playerOf = (root) => {
    if (root && !players.has(root)) players.set(root, new Player(root));
    return players.get(root);
  };

  // A deck becomes a player when a reader comes near it: a page of many does not keep a phone busy.
  const near = new IntersectionObserver(
    (entries) => {
      entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
        near.unobserve(entry.target);
        playerOf(entry.target);
      });
    },
    { rootMargin: "1000px 0px" },
  );

  const reveal = (slide, place = slide.querySelector(":scope > img") || slide) => {
    const player = playerOf(slide.closest(".er-slides-player"));
    if (player) player.go(player.slides.indexOf(slide), false);
    if (player && place.closest(".er-texts")) player.toggleText(true);
    place.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  };

  const unfold = (place) => {
    for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };

  // What the address names. A "%" that begins no code is a sign like any other: "#100%".
  const addressed = () => {
    const name = window.location.hash.slice(1);
    try {
      return decodeURIComponent(name);
    } catch {
      return name;
    }
  };

  // An address leads to a slide, or to its text.
  const openAddressed = () => {
    const target = document.getElementById(addressed());
    const slide = target && slideOf(target);
    if (!slide) return;
    unfold(target);
    if (target === slide) reveal(slide);
    else reveal(slide, target);
  };

  // A search for words that stand on a slide leads to the page; the script that looks for them says where they are.
  const openFound = (event) => {
    const slide = slideOf(event.target);
    if (!slide) return;
    event.preventDefault();
    const text = textOf(slide);
    unfold(text || slide);
    reveal(slide);
    if (text && players.has(text.closest(".er-slides-player"))) playerOf(text.closest(".er-slides-player")).toggleText(true);
  };

  const decks = [...document.querySelectorAll(".er-slides-player")];
  // Also of decks that are no players yet: a search in the page asks for all of them.
  decks.forEach((root) => {
    const panel = root.querySelector(".er-texts");
    if (!panel) return;
    root.toggleAttribute("data-er-open", panel.open);
    panel.querySelectorAll(":scope > .er-slide-text").forEach((text, index) => fold(text, index > 0 || !panel.open));
    panel.open = true; // What is folded twice is found by no browser.
  });
  document.addEventListener("beforematch", (event) => {
    const slide = slideOf(event.target);
    const player = slide && playerOf(slide.closest(".er-slides-player"));
    if (!player) return;
    player.go(player.slides.indexOf(slide), false);
    player.toggleText(true);
  });
  const isInSight = (root) => {
    const box = root.getBoundingClientRect();
    return box.top < window.innerHeight && box.bottom > 0;
  };
  decks.filter(isInSight).forEach(playerOf);
  decks.filter((root) => !players.has(root)).forEach((root) => near.observe(root));
  // By keys a reader can be there sooner than the observer says so.
  decks.forEach((root) => root.addEventListener("focusin", () => playerOf(root), { once: true }));
  window.addEventListener("hashchange", openAddressed);
  document.addEventListener("eventreport:found", openFound);
  if (window.location.hash) {
    openAddressed();
    window.addEventListener("load", openAddressed);
  }
})();
