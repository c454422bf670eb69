// What a reader's hands do to a player of slides: mouse, wheel, keys, and the full screen.
(() => {
  "use strict";

  // A hand that shakes while it clicks moves the mouse by so many pixels.
  const STEADY = 6;
  // Events of the wheel nearer to each other than this (ms) are one turn, up to the longest.
  const [PAUSE, LONGEST] = [120, 500];
  // Milliseconds until the bar of the full screen goes.
  const IDLE = 3000;

  class Hands {
    constructor(player) {
      this.player = player;
      this.root = player.root;
      this.typed = "";
      this.listenToMouse();
      ["pointermove", "pointerdown", "keydown", "focusin"].forEach((name) => {
        this.root.addEventListener(name, () => this.wake(), { passive: true });
      });
      this.root.addEventListener("keydown", (event) => this.key(event));
      this.root.addEventListener("fullscreenchange", () => this.setFull(document.fullscreenElement === this.root));
    }

    listenToMouse() {
      const { stage } = this.player;
      stage.addEventListener("pointerdown", (event) => {
        this.pressed = [event.clientX, event.clientY];
      });
      stage.addEventListener("click", (event) => this.click(event));
      stage.addEventListener("pointermove", (event) => {
        if (event.pointerType === "mouse") this.player.hint(this.half(event));
      });
      stage.addEventListener("pointerleave", () => this.player.hint(0));
      // Who scrolls the page past the stage does not take hold of it.
      const heed = (event) => Math.abs(event.deltaX) > Math.abs(event.deltaY) && this.player.arrive();
      stage.addEventListener("wheel", heed, { passive: true });
      this.wheel = (event) => this.turnWheel(event);
    }

    // The half towards the end of the line leads on.
    half(event) {
      const box = this.player.stage.getBoundingClientRect();
      const isRight = event.clientX > box.left + box.width / 2;
      return isRight === this.player.isRightToLeft() ? -1 : 1;
    }

    // Not for who selects words, drags, or presses what has a meaning of its own.
    click(event) {
      const isOwn = event.target.closest("a, button, summary, input") || event.defaultPrevented;
      const isHeld = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
      const [x, y] = this.pressed || [event.clientX, event.clientY];
      const isDragged = Math.hypot(event.clientX - x, event.clientY - y) > STEADY;
      if (isOwn || isHeld || isDragged || !window.getSelection().isCollapsed) return;
      this.player.go(this.player.current + this.half(event));
    }

    turnWheel(event) {
      if (event.ctrlKey || event.target.closest(".er-texts")) return; // Zoom, or a text that is longer than its place.
      event.preventDefault();
      const isSame = event.timeStamp - this.wheeled < PAUSE && event.timeStamp - this.turned < LONGEST;
      this.wheeled = event.timeStamp;
      if (isSame) return;
      this.turned = event.timeStamp;
      this.player.go(this.player.current + Math.sign(event.deltaY || event.deltaX));
    }

    get isFull() {
      return this.root.classList.contains("is-full");
    }

    // iPhones have no full screen for parts of a page: the window is filled.
    toggleFull() {
      if (document.fullscreenElement) document.exitFullscreen();
      else if (this.isFull) this.setFull(false);
      else if (!this.root.requestFullscreen) this.setFull(true);
      else this.root.requestFullscreen().catch(() => this.setFull(true));
    }

    setFull(isFull) {
      if (isFull === this.isFull) return;
      if (isFull) this.cameFrom = document.activeElement;
      this.root.classList.toggle("is-full", isFull);
      this.player.draw(this.player.full, isFull ? "exit" : "full"); // What the button does next.
      if (isFull) this.root.addEventListener("wheel", this.wheel, { passive: false });
      else this.root.removeEventListener("wheel", this.wheel);
      (isFull || !this.root.contains(this.cameFrom) ? this.player.stage : this.cameFrom).focus({ preventScroll: true });
      this.wake();
    }

    wake() {
      window.clearTimeout(this.idle);
      this.root.classList.remove("is-idle");
      if (this.isFull) this.idle = window.setTimeout(() => this.root.classList.add("is-idle"), IDLE);
    }

    // What a key means only where the slide is all there is to scroll.
    fullKey(event) {
      if (!this.isFull || (event.key === " " && event.target.closest("button"))) return undefined;
      const way = { ArrowDown: 1, ArrowUp: -1, " ": event.shiftKey ? -1 : 1 }[event.key];
      return way && this.player.current + way;
    }

    key(event) {
      if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("details")) return;
      const rtl = this.player.isRightToLeft() ? -1 : 1;
      const index = {
        ArrowRight: this.player.current + rtl,
        ArrowLeft: this.player.current - rtl,
        PageDown: this.player.current + 1,
        PageUp: this.player.current - 1,
        Home: 0,
        End: this.player.slides.length - 1,
      }[event.key] ?? this.fullKey(event);
      const action = {
        f: () => this.toggleFull(),
        t: () => this.player.toggleText(),
        c: () => this.player.copyLink(),
        Escape: () => this.isFull && this.toggleFull(),
      }[event.key];
      if (action) action();
      if (/^\d$/.test(event.key)) {
        this.typed = (this.typed + event.key).slice(-4);
      } else if (event.key === "Enter" && this.typed) {
        const wanted = this.player.slides.findIndex((slide) => slide.id.endsWith(`-${Number(this.typed)}`));
        if (wanted >= 0) this.player.go(wanted);
        this.typed = "";
        event.preventDefault();
      } else if (index !== undefined) {
        this.player.go(index);
        event.preventDefault();
      } else {
        this.typed = "";
      }
    }
  }

  window.eventreportSlides = { Hands };
})();
