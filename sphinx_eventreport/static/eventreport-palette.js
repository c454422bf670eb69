// Talks, people, slides and decisions by name as one types, from Sphinx's index, loaded with the first key.
(() => {
  "use strict";

  if (document.querySelector("#pst-search-dialog, .search-button__wrapper")) return; // The theme has one.

  const words = JSON.parse(document.currentScript.dataset.erWords);
  const places = document.currentScript.src.replace(/[^/]*$/, "eventreport-search/places.js");
  const root = new URL(document.documentElement.dataset.content_root || "./", location.href);
  const element = (name, more) => Object.assign(document.createElement(name), more);
  const folded = (text) =>
    text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[łøıđ]/g, (sign) => "loid"["łøıđ".indexOf(sign)]);
  const decoded = (html) => (html.includes("&") ? new DOMParser().parseFromString(html, "text/html").body.textContent : html);

  let names = null;
  let days = {};

  // "12 Mar 2026", for every meeting of a group may have one title.
  const readable = (day) => {
    const [, month, date] = day.split("-");
    const style = { year: "numeric", ...(month && { month: "short" }), ...(date && { day: "numeric" }), timeZone: "UTC" };
    const lang = (document.documentElement.lang || "en").replace(/^en$/, "en-GB"); // As pages have it: no comma.
    return new Intl.DateTimeFormat(lang, style).format(new Date(day));
  };

  const kindOf = (id) => (/^slide-/.test(id) ? "slide" : (/^(decision|action)-/.exec(id) || [])[1]);

  const read = (index) => {
    names = [];
    const add = (kind, doc, id, title) => {
      const day = days[index.docnames[doc]];
      const about = [words[kind], id && decoded(index.titles[doc]), day && readable(day)];
      names.push({ doc, id, title, about: about.filter(Boolean).join(" · "), bare: folded(title) });
    };
    Object.entries(index.alltitles).forEach(([title, found]) => found.forEach(([doc, id]) => add(kindOf(id), doc, id, title)));
    const rows = Object.entries(index.objects).flatMap(([before, all]) => all.map((row) => [before, ...row]));
    rows.forEach(([before, doc, type, , id, name]) => {
      const [domain, kind] = index.objnames[type];
      const title = decoded(before ? `${before}.${name}` : name);
      const isListed = kind === "person" && id.startsWith("person-");
      // A page about somebody is there with its title.
      if (domain !== "eventreport" || !words[kind] || (kind === "person" && title === decoded(index.titles[doc]))) return;
      if (!isListed) add(kind, doc, id, title);
      else if (words.people) names.push({ path: `${words.people}${suffix()}#${id}`, title, about: words[kind], bare: folded(title) });
    });
    names.forEach((name) => (name.path ??= path(index.docnames[name.doc], name.id)));
  };

  const isFolder = () => DOCUMENTATION_OPTIONS.BUILDER === "dirhtml";
  const suffix = () => (isFolder() ? "/" : DOCUMENTATION_OPTIONS.LINK_SUFFIX);
  const path = (docname, id) =>
    (isFolder() ? `${docname}/`.replace(/(^|\/)index\/$/, "$1") : docname + suffix()) + (id ? `#${id}` : "");

  // The day of each page, as the page of results has it.
  const loadDays = () =>
    new Promise((resolve) => {
      window.eventreportSearch = { places: ({ docs }) => (days = Object.fromEntries(docs.map(([name, , day]) => [name, day]))) };
      const script = element("script", { src: places });
      ["load", "error"].forEach((end) => script.addEventListener(end, resolve));
      document.head.append(script);
    });

  const loadIndex = () =>
    new Promise((resolve) => {
      const had = typeof Search === "undefined" ? null : Search;
      const take = (index) => resolve(read(index));
      if (had && had.hasIndex()) return take(had._index);
      if (had) had.setIndex = take;
      else window.Search = { setIndex: take };
      const script = element("script", { src: new URL("searchindex.js", root).href });
      script.addEventListener("load", () => had || delete window.Search);
      document.head.append(script);
    });

  const found = (text) => {
    const parts = folded(text).split(/\s+/).filter(Boolean);
    if (!parts[0]) return [];
    const rank = ({ bare }) => (bare.startsWith(parts[0]) ? 0 : 999) + bare.length;
    const all = names.filter(({ bare }) => parts.every((part) => bare.includes(part)));
    return all.sort((one, other) => rank(one) - rank(other));
  };

  const dialog = element("dialog", { className: "er-palette" });
  const field = element("input", { type: "search", autocomplete: "off", placeholder: words.find });
  const list = element("ul", { id: "er-p-list" });
  const status = element("p", { className: "er-unseen" });
  status.setAttribute("role", "status");
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", words.find);
  Object.entries({ role: "combobox", "aria-label": words.find, "aria-controls": list.id, "aria-expanded": "true" }).forEach(
    ([name, value]) => field.setAttribute(name, value),
  );
  dialog.append(field, status, list);

  let current = 0;
  const mark = (index) => {
    const items = [...list.children];
    current = Math.max(0, Math.min(index, items.length - 1));
    items.forEach((item, place) => item.setAttribute("aria-selected", String(place === current)));
    field.setAttribute("aria-activedescendant", items.length ? items[current].id : "");
    items[current]?.scrollIntoView({ block: "nearest" });
  };

  const draw = () => {
    const all = found(field.value);
    list.replaceChildren(
      ...all.slice(0, 12).map(({ path: href, title, about }, index) => {
        const item = element("li", { id: `er-p-${index}` });
        item.setAttribute("role", "option");
        const link = element("a", { href: new URL(href, root).href, textContent: title, tabIndex: -1 });
        item.append(link, element("span", { textContent: about }));
        return item;
      }),
    );
    status.textContent = field.value ? words.shown.replace("%s", all.length) : "";
    mark(0);
  };

  const open = async () => {
    if (!dialog.isConnected) document.body.append(dialog);
    dialog.showModal();
    field.select();
    if (!names) {
      if (words.days) await loadDays();
      await loadIndex();
    }
    draw();
  };

  field.addEventListener("input", () => names && draw());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const link = list.children[current]?.querySelector("a");
    if (step) mark(current + step);
    else if (event.key === "Enter" && link) (dialog.close(), link.click());
    else return;
    event.preventDefault();
  });

  const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    const isK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !document.querySelector("input[name=q]");
    if (event.defaultPrevented || dialog.open || (!isK && !(isSlash && !isTyping(event.target)))) return;
    event.preventDefault();
    open();
  });
})();
