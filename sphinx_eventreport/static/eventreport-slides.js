// Slides of a deck. Without this script they are a strip that scrolls sideways, each with its address and text;
// with it they have a bar, keys, small pictures and full screen, and a search lands on the slide it found.
(() => {
  "use strict";

  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

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
      const texts = this.slides.map((slide) => slide.querySelector("details")).filter(Boolean);
      this.isFolded = texts.some((text) => !text.open);
      this.drawBar(isRightToLeft ? "\u2192\u2190" : "\u2190\u2192");
      this.stage.addEventListener("scroll", () => this.follow(), { passive: true });
      ["scrollend", "pointerdown", "touchstart", "wheel"].forEach((name) => {
        this.stage.addEventListener(name, () => this.arrive(), { passive: true });
      });
      this.stage.addEventListener("toggle", () => this.markFold(), true);
      root.addEventListener("keydown", (event) => this.key(event));
      this.pictures = this.slides.map((slide) => slide.querySelector(":scope > img"));
      this.sources = this.pictures.map((picture) => picture && picture.srcset);
      this.pictures.forEach((picture) => {
        // Large and small are rounded, each in its way; the frame stays as it is.
        if (picture) picture.style.aspectRatio = `${picture.getAttribute("width")} / ${picture.getAttribute("height")}`;
      });
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
    }

    isRightToLeft() {
      return getComputedStyle(this.stage).direction === "rtl";
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
      this.copy = this.button("er-copy", words.link, words.link, () => this.copyLink());
      this.fold = this.button("er-fold", words.text, words.text, () => this.toggleText());
      tools.append(this.copy, this.fold);
      if (this.root.requestFullscreen) {
        const full = this.button("er-full", words.full, words.full, () => this.toggleFull());
        this.root.addEventListener("fullscreenchange", () => {
          full.setAttribute("aria-pressed", String(document.fullscreenElement === this.root));
        });
        tools.append(full);
      }
      const bar = this.root.querySelector(".er-bar");
      bar.prepend(move, this.title, this.status, tools);
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
        const small = element("img", "", { loading: "lazy", alt: "", src: picture.srcset.split(" ")[0] });
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

    // A text that is unfolded stays so for the next slide, and leaves no hole below the others.
    passFold(index) {
      const [before, after] = [this.current, index].map((each) => this.slides[each].querySelector("details"));
      if (!this.isFolded || index === this.current || !before || !before.open) return;
      before.open = false;
      if (after) after.open = true;
    }

    show(index) {
      const isTurned = index !== this.current;
      this.passFold(index);
      this.current = index;
      if (isTurned) this.fetchNear();
      const slide = this.slides[index];
      const name = (slide.querySelector("img") || { alt: "" }).alt;
      const number = slide.id.slice(slide.id.lastIndexOf("-") + 1);
      const last = this.slides[this.slides.length - 1];
      const count = last.id.slice(last.id.lastIndexOf("-") + 1);
      this.position.textContent = `${number} / ${count}`;
      this.title.textContent = name.includes(": ") ? name.slice(name.indexOf(": ") + 2) : "";
      this.status.textContent = this.words.position.replace("%s", number).replace("%s", count);
      this.back.disabled = index === 0;
      this.on.disabled = index === this.slides.length - 1;
      this.markFold();
      this.mark();
      this.keepOneStop();
    }

    // On the way through the page by keys, the texts of the other slides are passed by.
    keepOneStop() {
      this.slides.forEach((slide, index) => {
        slide.querySelectorAll("summary, a").forEach((stop) => {
          stop.tabIndex = index === this.current ? 0 : -1;
        });
      });
    }

    markFold() {
      const text = this.slides[this.current].querySelector("details");
      this.fold.hidden = !text;
      this.fold.setAttribute("aria-expanded", String(Boolean(text && text.open)));
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

    toggleText() {
      const text = this.slides[this.current].querySelector("details");
      text.open = !text.open;
    }

    toggleFull() {
      if (document.fullscreenElement) document.exitFullscreen();
      else this.root.requestFullscreen().then(() => this.stage.focus());
    }

    copyLink() {
      const address = new URL(`#${this.slides[this.current].id}`, window.location.href).href;
      const said = () => {
        this.copy.textContent = this.words.copied;
        window.setTimeout(() => {
          this.copy.textContent = this.words.link;
        }, 1500);
      };
      if (navigator.clipboard) navigator.clipboard.writeText(address).then(said, () => {});
      window.history.replaceState(window.history.state, "", address);
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
      }[event.key];
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
    const slide = target && target.closest(".er-slide");
    if (!slide) return;
    unfold(target);
    if (target === slide) reveal(slide);
    else reveal(slide, target);
  };

  // A search for words that stand on a slide leads to the page. Sphinx marks the words; the block that
  // has most of them is what the reader looked for.
  const openFound = () => {
    const found = new Map();
    document.querySelectorAll(".highlighted, mark.pagefind-highlight").forEach((mark) => {
      const block = mark.closest(".er-slide, p, li, dd, td, h1, h2, h3, h4, h5, h6") || mark;
      const place = block.closest(".er-slide") || block;
      found.set(place, (found.get(place) || new Set()).add(mark.textContent.toLowerCase()));
    });
    let best = null;
    found.forEach((words, place) => {
      if (!best || words.size > found.get(best).size) best = place;
    });
    if (best && best.matches(".er-slide")) {
      unfold(best.querySelector(".er-slide-text") || best);
      reveal(best);
    }
    return best !== null;
  };

  // Marks come some time after this script, sooner or later than the pictures of the page.
  const awaitMarks = () => {
    const observer = new MutationObserver(() => openFound() && observer.disconnect());
    observer.observe(document.body, { childList: true, subtree: true });
    window.addEventListener("load", () => window.setTimeout(() => observer.disconnect(), 1000));
  };

  // Sphinx leaves a page unmarked where its Search is loaded, as pydata-sphinx-theme does on every page.
  const markFound = () => {
    if (typeof Search === "undefined" || typeof SphinxHighlight === "undefined") return;
    if (/\/search(\.html|\/)?(\?|$)/.test(document.referrer)) SphinxHighlight.highlightSearchWords();
  };

  const decks = [...document.querySelectorAll(".er-slides-player")];
  const isInSight = (root) => {
    const box = root.getBoundingClientRect();
    return box.top < window.innerHeight && box.bottom > 0;
  };
  decks.filter(isInSight).forEach(playerOf);
  decks.filter((root) => !players.has(root)).forEach((root) => near.observe(root));
  // By keys a reader can be there sooner than the observer says so.
  decks.forEach((root) => root.addEventListener("focusin", () => playerOf(root), { once: true }));
  window.addEventListener("hashchange", openAddressed);
  if (window.location.hash) {
    openAddressed();
    window.addEventListener("load", openAddressed);
  } else if (!openFound()) {
    awaitMarks();
    document.addEventListener("DOMContentLoaded", markFound);
  }
})();
