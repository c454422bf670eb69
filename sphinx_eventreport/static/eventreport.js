// The face of a deck or recording becomes its player when a reader asks for it, and not before.
(() => {
  "use strict";

  const open = (face, address) => {
    const frame = document.createElement("iframe");
    frame.className = "er-player";
    frame.title = face.querySelector(".er-face-title").textContent;
    frame.allow = "fullscreen";
    frame.allowFullscreen = true;
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.tabIndex = 0;
    frame.src = address;
    face.querySelector(".er-face-body").remove();
    face.append(frame);
    frame.focus();
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
  };

  document.querySelectorAll(".er-face").forEach(addButton);
})();
