// The facade of a deck or recording becomes its player when a reader asks for it, and not before.
(() => {
  "use strict";

  const KEY = "eventreport-hosts";

  const remembered = () => {
    try {
      const kept = JSON.parse(window.localStorage.getItem(KEY));
      return Array.isArray(kept) ? kept : [];
    } catch {
      return []; // A reader whose browser keeps nothing is asked each time.
    }
  };

  const remember = (host, isWanted) => {
    const others = remembered().filter((each) => each !== host);
    try {
      window.localStorage.setItem(KEY, JSON.stringify(isWanted ? [...others, host] : others));
    } catch {
      // As above.
    }
  };

  // A file of the site with others beside it, formats and captions, gets a player that has them all.
  const playerOf = (facade, address) => {
    const others = facade.dataset.erEmbed ? [] : [...facade.parentElement.querySelectorAll(".er-files a.download")];
    if (!others.length) return null;
    const make = (tag, values) => Object.assign(document.createElement(tag), values);
    const poster = facade.querySelector("img.er-poster");
    const player = make("video", { controls: true, ...(poster && { poster: poster.src }) });
    const sources = others.filter((link) => link.matches(".er-source")).map((link) => link.href);
    player.append(...[address, ...sources].map((src) => make("source", { src })));
    for (const link of others.filter((each) => each.matches(".er-track"))) {
      const said = (name) => link.className.match(`(?:^| )er-${name}-(\\S+)`)?.[1] || "";
      const track = { kind: said("kind"), srclang: said("lang"), label: link.textContent, src: link.href };
      player.append(make("track", { ...track, default: link.matches(".er-default") }));
    }
    return player;
  };

  // One click plays: a host that knows no such word takes no notice of it.
  const addressOf = (facade, address, isAsked) => {
    if (!isAsked || facade.dataset.erKind !== "recording" || !facade.dataset.erEmbed) return address;
    const url = new URL(address, document.baseURI);
    url.searchParams.set("autoplay", "1");
    return url.href;
  };

  const frameOf = (facade, address) => {
    const frame = document.createElement("iframe");
    frame.allow = "autoplay; fullscreen";
    frame.allowFullscreen = true;
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    // Before the address, which it is about.
    if (facade.dataset.erSandbox) frame.sandbox = facade.dataset.erSandbox;
    frame.src = address;
    return frame;
  };

  const open = (facade, address, isAsked = true) => {
    const stage = facade.querySelector(".er-face-stage");
    if (!stage || stage.querySelector(".er-player")) return;
    const player = playerOf(facade, address) || frameOf(facade, addressOf(facade, address, isAsked));
    player.classList.add("er-player");
    player.title = facade.querySelector(".er-face-title").textContent;
    player.tabIndex = 0;
    facade.querySelectorAll(".er-open, .er-loads, .er-poster").forEach((node) => node.remove());
    stage.append(player);
    if (!isAsked) return;
    player.focus();
    if (player.play) player.play().catch(() => {}); // A browser may want another click.
  };

  const addButton = (facade) => {
    const file = facade.querySelector("a.er-file, a.download");
    const address = facade.dataset.erEmbed || (file && file.href);
    if (!address) return;
    const { erLabel, erLoads } = facade.dataset;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "er-open" });
    button.append(Object.assign(document.createElement("span"), { textContent: erLabel }));
    button.addEventListener("click", () => open(facade, address));
    if (erLoads) {
      const loads = Object.assign(document.createElement("span"), { className: "er-loads", textContent: `. ${erLoads}` });
      facade.querySelector(".er-face-host").append(loads);
    }
    // On the picture, if there is one; else in the row.
    const hasPicture = Boolean(facade.querySelector(".er-poster"));
    facade.querySelector(hasPicture ? ".er-face-stage" : ".er-face-body").append(button);
    const place = facade.parentElement.querySelector(".er-remember");
    if (place) offerMemory(facade, address, place);
  };

  // Where the site allows it, a reader can have all that a host has loaded, here and on later pages.
  const offerMemory = (facade, address, place) => {
    const { erHost, erLabel } = place.dataset;
    const label = document.createElement("label");
    const box = Object.assign(document.createElement("input"), { type: "checkbox" });
    box.checked = remembered().includes(erHost);
    box.addEventListener("change", () => {
      remember(erHost, box.checked);
      if (box.checked) open(facade, address, false);
    });
    label.append(box, ` ${erLabel}`);
    place.append(label);
    if (!box.checked) return;
    new IntersectionObserver((entries, observer) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      open(facade, address, false);
    }).observe(facade);
  };

  const today = () => {
    const now = new Date();
    const local = new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString();
    const given = document.querySelector('meta[name="eventreport-today"]');
    return given ? given.content : local.slice(0, 10);
  };

  // What is to be done is late when its day is over, which a page that was written before cannot say.
  const markOverdue = (today) => {
    document.querySelectorAll(".er-due").forEach((due) => {
      const day = due.querySelector("time").dateTime.slice(0, 10);
      if (day >= today.slice(0, day.length)) return;
      due.classList.add("er-overdue");
      due.firstChild.textContent = `${due.dataset.erOverdue} `;
    });
  };

  // Rows that a narrow column lays out in lines stay rows of a table to who does not see them.
  const ROLES = [["table", ""], ["rowgroup", ":is(thead, tbody)"], ["row", "tr"], ["columnheader", "th"], ["cell", "td"]];
  const tellTables = () => {
    const isWide = window.matchMedia("(min-width: 64rem)").matches;
    for (const [role, part] of isWide ? [] : ROLES) {
      document.querySelectorAll(`table.er-listing-table ${part}`).forEach((node) => node.setAttribute("role", role));
    }
  };

  // The head of a table stays in sight below the bar of the theme, if that does.
  const BARS = ".bd-header, .bd-header-article, .mobile-header, .md-header";
  const findTop = () => {
    const isFixed = (bar) => ["sticky", "fixed"].includes(getComputedStyle(bar).position);
    const heights = [...document.querySelectorAll(BARS)].filter(isFixed).map((bar) => bar.offsetHeight);
    document.body.style.setProperty("--er-top", `${Math.max(0, ...heights)}px`);
  };
  if (document.querySelector("table.er-listing-table")) {
    tellTables();
    findTop();
    window.addEventListener("resize", findTop);
  }

  // An event that is not over yet is one to put into a calendar.
  const markUpcoming = (today) => {
    const days = [...document.querySelectorAll(".er-head > :first-child time")].map((time) => time.dateTime.slice(0, 10));
    if (days.some((day) => day >= today.slice(0, day.length))) {
      document.querySelectorAll(".er-calendar").forEach((link) => link.classList.add("er-to-come"));
    }
  };

  document.querySelectorAll(".er-face").forEach(addButton);
  markOverdue(today());
  markUpcoming(today());
})();
