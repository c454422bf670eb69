// The face of a deck or recording becomes its player when a reader asks for it, and not before.
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

  const open = (face, address, isAsked = true) => {
    if (!face.querySelector(".er-face-body")) return;
    const frame = document.createElement("iframe");
    frame.className = "er-player";
    frame.title = face.querySelector(".er-face-title").textContent;
    frame.allow = "fullscreen";
    frame.allowFullscreen = true;
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.tabIndex = 0;
    // Before the address, which it is about.
    if (face.dataset.erSandbox) frame.sandbox = face.dataset.erSandbox;
    frame.src = address;
    face.querySelector(".er-face-body").remove();
    face.append(frame);
    if (isAsked) frame.focus();
  };

  const addButton = (face) => {
    const file = face.querySelector("a.er-file, a.download");
    const address = face.dataset.erEmbed || (file && file.href);
    if (!address) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "er-open";
    button.textContent = face.dataset.erLabel;
    button.addEventListener("click", () => open(face, address));
    face.querySelector(".er-face-body").append(button);
    const place = face.parentElement.querySelector(".er-remember");
    if (place) offerMemory(face, address, place);
  };

  // Where the site allows it, a reader can have all that a host has loaded, here and on later pages.
  const offerMemory = (face, address, place) => {
    const { erHost, erLabel } = place.dataset;
    const label = document.createElement("label");
    const box = Object.assign(document.createElement("input"), { type: "checkbox" });
    box.checked = remembered().includes(erHost);
    box.addEventListener("change", () => {
      remember(erHost, box.checked);
      if (box.checked) open(face, address, false);
    });
    label.append(box, ` ${erLabel}`);
    place.append(label);
    if (!box.checked) return;
    new IntersectionObserver((entries, observer) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      open(face, address, false);
    }).observe(face);
  };

  document.querySelectorAll(".er-face").forEach(addButton);
})();
