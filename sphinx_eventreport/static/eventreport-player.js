// The player of a deck: its bar, strip and texts, and which slide is in sight; eventreport-hands.js comes before it.
(() => {
  "use strict";

  const { Hands } = window.eventreportSlides;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const coarse = window.matchMedia("(pointer: coarse)");

  // Strokes on a field of 24 by 24.
  const DRAWINGS = {
    left: "m14.5 5-7 7 7 7",
    right: "m9.5 5 7 7-7 7",
    text: "M4 6h16M4 12h16M4 18h9",
    link: "m9.5 14.5 5-5M8 11.5l-2.5 2.5a3.5 3.5 0 0 0 5 5l2.5-2.5M11 7.5 13.5 5a3.5 3.5 0 0 1 5 5L16 12.5",
    full: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
    exit: "M9 4v5H4M15 4v5h5M9 20v-5H4M15 20v-5h5",
  };

  const drawing = (name) => {
    const [svg, path] = ["svg", "path"].map((each) => document.createElementNS("http://www.w3.org/2000/svg", each));
    svg.classList.add("er-icon");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.ariaHidden = "true";
    path.setAttribute("d", DRAWINGS[name]);
    svg.append(path);
    return svg;
  };

  // The text of a slide is below the bar; its heading is called after the slide.
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
  // As the PDF counts; some slides may be left out.
  const numberOf = ({ id }) => id.slice(id.lastIndexOf("-") + 1);
  // A search in the page finds what is folded.
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
      // Measured before anything is drawn: the page is laid out once.
      this.width = this.stage.clientWidth;
      this.current = this.nearest();
      const box = root.getBoundingClientRect();
      const isRightToLeft = this.isRightToLeft();
      this.heading = null; // The slide that the stage is on its way to.
      this.panel = root.querySelector(".er-texts");
      this.texts = this.slides.map(textOf);
      this.isOpen = root.hasAttribute("data-er-open");
      this.drawHints();
      this.drawBar(isRightToLeft ? ["right", "left"] : ["left", "right"]);
      this.stage.addEventListener("scroll", () => this.follow(), { passive: true });
      ["scrollend", "touchmove"].forEach((name) => {
        this.stage.addEventListener(name, () => this.arrive(), { passive: true });
      });
      this.hands = new Hands(this);
      this.pictures = this.slides.map((slide) => slide.querySelector(":scope > img"));
      this.sources = this.pictures.map((picture) => picture && picture.srcset);
      this.show(this.current);
      // Where the author wants it opened, unless a reader has turned the strip already.
      if (!this.current) this.go(this.slides.findIndex((slide) => slide.id === root.dataset.erOpens), false);
      this.setSeen(box.top < window.innerHeight && box.bottom > 0);
      new IntersectionObserver((entries) => this.setSeen(entries.at(-1).isIntersecting), {
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

    // A drawing and a word; a narrow player has place for the drawing only.
    tool(className, name, action) {
      return this.draw(this.button(className, "", "", action), name);
    }

    draw(button, name) {
      const textContent = this.words[name];
      button.ariaLabel = button.title = textContent;
      button.replaceChildren(drawing(name), element("span", "er-word", { textContent }));
      return button;
    }

    button(className, label, text, action) {
      const button = element("button", `er-button ${className}`, { type: "button", textContent: text });
      if (label !== text) button.ariaLabel = button.title = label;
      button.addEventListener("click", action);
      return button;
    }

    drawBar(arrows) {
      const { words } = this;
      const move = element("div", "er-bar-move");
      this.back = this.button("er-previous", words.previous, "", () => this.go(this.current - 1));
      this.on = this.button("er-next", words.next, "", () => this.go(this.current + 1));
      [this.back, this.on].forEach((button, index) => button.append(drawing(arrows[index])));
      this.position = element("span", "er-position", { ariaHidden: "true" });
      move.append(this.back, this.position, this.on);
      move.hidden = this.slides.length < 2;
      this.title = element("span", "er-slide-name");
      this.status = element("span", "er-unseen", { role: "status" });
      const tools = element("div", "er-bar-tools");
      this.copy = this.tool("er-copy", "link", () => this.copyLink());
      this.fold = this.tool("er-fold", "text", () => this.toggleText());
      this.full = this.tool("er-full", "full", () => this.hands.toggleFull());
      tools.append(this.fold, this.copy, this.full);
      if (this.panel) {
        this.all = this.button("er-all", words.all, words.all, () => this.toggleAll());
        this.panel.querySelector("summary").after(this.all);
      }
      const bar = this.root.querySelector(".er-bar");
      bar.prepend(move, this.title, this.status, tools);
    }

    // The halves of the stage say which way a click turns.
    drawHints() {
      const ariaHidden = "true";
      this.hints = ["back", "on"].map((way) => element("span", `er-turn er-turn-${way}`, { ariaHidden }));
      const [max, hidden] = [this.slides.length, this.slides.length < 2];
      this.progress = element("progress", "er-progress", { max, hidden, ariaHidden });
      this.stage.after(...this.hints, this.progress);
    }

    hint(way) {
      this.hints.forEach((each, index) => each.classList.toggle("is-near", way === index * 2 - 1));
    }

    drawStrip() {
      if (this.pictures.length < 2 || !this.sources.every(Boolean)) {
        this.root.classList.add("er-without-strip");
        return;
      }
      this.strip = element("div", "er-strip", { role: "group", ariaLabel: this.words.strip });
      this.pictures.forEach((picture, index) => {
        const button = this.button("er-thumbnail", picture.alt, "", () => this.go(index));
        const small = element("img", "dark-light", { loading: "lazy", alt: "", src: picture.srcset.split(" ")[0] });
        // That of the large one: the small one is rounded, and would move the others when it comes.
        small.style.aspectRatio = `${picture.getAttribute("width")} / ${picture.getAttribute("height")}`;
        button.append(small);
        this.strip.append(button);
      });
      this.root.querySelector(".er-bar-file").before(this.strip);
      this.mark();
    }

    // Another width is no reason for another slide.
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

    // The slide whose middle is nearest to that of the stage.
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

    // A decoded slide takes megabytes: only those are large that a reader sees, or may see next.
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
      const [number, count] = [slide, this.slides.at(-1)].map(numberOf);
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
      this.fold.ariaExpanded = this.isOpen;
      if (this.all) this.all.hidden = !this.isOpen;
    }

    mark() {
      if (!this.strip) return;
      [...this.strip.children].forEach((button, index) => {
        const isHere = index === this.current;
        button.ariaCurrent = isHere ? "true" : null;
        button.tabIndex = isHere ? 0 : -1; // One stop on the way through the page.
      });
      const here = this.strip.children[this.current];
      if (this.strip.contains(document.activeElement)) here.focus({ preventScroll: true });
      // To ask where things are lays out the page.
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

    // A screen reader, which does not find what is folded, would have to turn every slide.
    toggleAll() {
      this.isAll = !this.isAll;
      this.all.ariaPressed = this.isAll;
      this.foldOthers();
    }

    // A reload comes back to the slide; turning leaves nothing in the history.
    setAddress() {
      const address = new URL(`#${this.slides[this.current].id}`, window.location.href).href;
      try {
        window.history.replaceState(window.history.state, "", address);
      } catch {
        // Safari takes a hundred in half a minute; the next one will do.
      }
      return address;
    }

    // Chats show the slide of such an address.
    pageOfSlide() {
      const number = numberOf(this.slides[this.current]);
      return new URL(`${this.root.dataset.erPages}${number}.html`, window.location.href).href;
    }

    copyLink() {
      const here = this.setAddress();
      const address = "erPages" in this.root.dataset ? this.pageOfSlide() : here;
      if (navigator.share && coarse.matches) {
        navigator.share({ title: this.title.textContent || document.title, url: address }).catch(() => {});
        return;
      }
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

  }

  window.eventreportSlides = { Player, fold, slideOf, textOf };
})();
