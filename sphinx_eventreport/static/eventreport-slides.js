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
      this.current = 0;
      this.typed = "";
      this.drawBar();
      this.stage.addEventListener("scroll", () => this.follow(), { passive: true });
      root.addEventListener("keydown", (event) => this.key(event));
      new IntersectionObserver((entries, observer) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        this.drawStrip();
      }).observe(root);
      this.show(0);
      this.follow();
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

    drawBar() {
      const { words } = this;
      const move = element("div", "er-bar-move");
      this.back = this.button("er-previous", words.previous, "\u2190", () => this.go(this.current - 1));
      this.on = this.button("er-next", words.next, "\u2192", () => this.go(this.current + 1));
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
        tools.append(this.button("er-full", words.full, words.full, () => this.toggleFull()));
      }
      const bar = this.root.querySelector(".er-bar");
      bar.prepend(move, this.title, this.status, tools);
    }

    drawStrip() {
      const pictures = this.slides.map((slide) => slide.querySelector("img"));
      if (pictures.length < 2 || !pictures.every((picture) => picture && picture.srcset)) return;
      this.strip = element("div", "er-strip");
      this.strip.setAttribute("role", "group");
      this.strip.setAttribute("aria-label", this.words.strip);
      pictures.forEach((picture, index) => {
        const button = this.button("er-thumbnail", picture.alt, "", () => this.go(index));
        button.append(
          element("img", "", {
            loading: "lazy",
            alt: "",
            width: 96,
            height: Math.round((96 * picture.height) / picture.width) || 54,
            src: picture.srcset.split(" ")[0],
          }),
        );
        this.strip.append(button);
      });
      this.root.querySelector(".er-bar").after(this.strip);
      this.mark();
    }

    // Where a reader is: the slide whose middle is nearest to that of the stage.
    follow() {
      const box = this.stage.getBoundingClientRect();
      const middle = box.left + box.width / 2;
      const distance = (slide) => {
        const place = slide.getBoundingClientRect();
        return Math.abs(place.left + place.width / 2 - middle);
      };
      let nearest = 0;
      this.slides.forEach((slide, index) => {
        if (distance(slide) < distance(this.slides[nearest])) nearest = index;
      });
      if (nearest !== this.current) this.show(nearest);
    }

    go(index, smooth = true) {
      const target = this.slides[Math.max(0, Math.min(index, this.slides.length - 1))];
      const left = target.getBoundingClientRect().left - this.stage.getBoundingClientRect().left;
      this.stage.scrollBy({ left, behavior: smooth && !calm.matches ? "smooth" : "instant" });
    }

    show(index) {
      this.current = index;
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
      const text = slide.querySelector("details");
      this.fold.hidden = !text;
      this.fold.setAttribute("aria-expanded", String(Boolean(text && text.open)));
      this.mark();
    }

    mark() {
      if (!this.strip) return;
      [...this.strip.children].forEach((button, index) => {
        if (index === this.current) button.setAttribute("aria-current", "true");
        else button.removeAttribute("aria-current");
      });
      const here = this.strip.children[this.current];
      const left = here.offsetLeft - (this.strip.clientWidth - here.offsetWidth) / 2;
      this.strip.scrollTo({ left, behavior: calm.matches ? "instant" : "smooth" });
    }

    toggleText() {
      const text = this.slides[this.current].querySelector("details");
      text.open = !text.open;
      this.fold.setAttribute("aria-expanded", String(text.open));
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
      if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("details, .er-strip")) return;
      const rtl = getComputedStyle(this.stage).direction === "rtl" ? -1 : 1;
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

  const reveal = (slide) => {
    const text = slide.querySelector("details");
    if (text) text.open = true;
    const player = players.get(slide.closest(".er-slides"));
    if (player) player.go(player.slides.indexOf(slide), false);
    slide.scrollIntoView({ block: "center", behavior: "instant" });
  };

  // A search for words that stand on a slide leads to the page. Sphinx marks the words; the block that
  // has most of them is what the reader looked for.
  const openFound = () => {
    if (window.location.hash) return;
    const found = new Map();
    document.querySelectorAll(".highlighted, mark.pagefind-highlight").forEach((mark) => {
      const block = mark.closest(".er-slide") || mark.closest("p, li, dd, td, h1, h2, h3, h4, h5, h6") || mark;
      found.set(block, (found.get(block) || new Set()).add(mark.textContent.toLowerCase()));
    });
    let best = null;
    found.forEach((words, block) => {
      if (!best || words.size > found.get(best).size) best = block;
    });
    if (best && best.matches(".er-slide")) reveal(best);
  };

  document.querySelectorAll(".er-slides-player").forEach((root) => players.set(root, new Player(root)));
  window.addEventListener("load", openFound);
})();
