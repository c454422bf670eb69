// Slides are a strip that scrolls sideways; here it becomes a player, which turns to what an address or a search names.
(() => {
  "use strict";

  const { Player, fold, slideOf, textOf } = window.eventreportSlides;

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

  // eventreport-landing.js says where the words of a search are.
  const openFound = (event) => {
    const slide = slideOf(event.target);
    if (!slide) return;
    event.preventDefault();
    const text = textOf(slide);
    unfold(text || slide);
    reveal(slide);
    players.get(text?.closest(".er-slides-player"))?.toggleText(true);
  };

  const decks = [...document.querySelectorAll(".er-slides-player")];
  // Also of decks that are no players yet.
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
    player?.go(player.slides.indexOf(slide), false);
    player?.toggleText(true);
  });
  const isInSight = (root) => {
    const { top, bottom } = root.getBoundingClientRect();
    return top < window.innerHeight && bottom > 0;
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
