// The facade of a deck or recording becomes its player when a reader asks for it, and not before.
(() => {
  "use strict";

  const KEY = "eventreport-hosts";

  const remembered = () => {
    try {
      return JSON.parse(window.localStorage.getItem(KEY)) || [];
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

  const open = (facade, address, isAsked = true) => {
    if (!facade.querySelector(".er-face-body")) return;
    const frame = document.createElement("iframe");
    frame.className = "er-player";
    frame.title = facade.querySelector(".er-face-title").textContent;
    frame.allow = "fullscreen";
    frame.allowFullscreen = true;
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.tabIndex = 0;
    // Before the address, which it is about.
    if (facade.dataset.erSandbox) frame.sandbox = facade.dataset.erSandbox;
    frame.src = address;
    facade.querySelector(".er-face-body").remove();
    facade.append(frame);
    if (isAsked) frame.focus();
  };

  const addButton = (facade) => {
    const file = facade.querySelector("a.er-file, a.download");
    const address = facade.dataset.erEmbed || (file && file.href);
    if (!address) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "er-open";
    button.textContent = facade.dataset.erLabel;
    button.addEventListener("click", () => open(facade, address));
    facade.querySelector(".er-face-body").append(button);
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

  document.querySelectorAll(".er-face").forEach(addButton);
})();
