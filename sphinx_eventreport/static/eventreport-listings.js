// Listings that a reader can filter, sort and turn the pages of. All rows are in the page without this script; it
// takes out of the document what is not asked for. Orders, tags and last days were worked out when the site was built.
(() => {
  "use strict";

  const { Bar, element } = window.eventreportBar;
  const AT_ONCE = 60; // Rows put in place before the browser paints; the rest follows in portions.
  const PORTION = 200;
  const LIMIT = 400; // Rows in the document before a reader scrolls: to take thousands out again takes time.

  // Letters that have no accent to take off, and are typed without their stroke.
  const PLAIN = { æ: "ae", đ: "d", ð: "d", ı: "i", ł: "l", ø: "o", œ: "oe", ß: "ss", þ: "th" };
  const STROKED = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "g");
  const plain = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(STROKED, (letter) => PLAIN[letter]);

  // What the address names. A "%" that begins no code is a sign like any other: "#100%".
  const addressed = () => {
    const name = window.location.hash.slice(1);
    try {
      return decodeURIComponent(name);
    } catch {
      return name;
    }
  };

  // Where a reader can come back to. Safari refuses a hundred steps in half a minute, and a page that stands in a
  // frame may not be allowed any: the listing works without.
  const note = (how, address) => {
    try {
      window.history[how](null, "", address);
    } catch {
      // As above.
    }
  };

  class Listing {
    constructor(root, number) {
      this.root = root;
      this.suffix = number ? `-${number + 1}` : "";
      this.data = JSON.parse(root.dataset.erListing);
      this.words = this.data.words;
      this.findGroups();
      this.markUpcoming(); // First, as a table of its own needs heads with buttons, too.
      this.bar = new Bar(this);
      this.nothing = element("p", "er-empty", { textContent: this.words.none, hidden: true });
      this.end = element("div", "er-end");
      this.root.append(this.nothing, this.end, this.bar.pages);
      this.readAddress();
      this.openTarget();
      this.show();
      this.root.dataset.erReady = "";
      this.watchEnd();
      // Ready before the first key is pressed.
      if (this.data.filter) (window.requestIdleCallback || setTimeout)(() => this.texts());
    }

    // Each group is a heading, if there are groups, and a holder of items: a row of cards, a table's body, a list.
    findGroups() {
      const holders = ".er-listing-cards > .sd-row, .er-listing-table > tbody, .er-listing-list, .er-listing-timeline";
      let heading = null;
      this.items = [];
      this.groups = [];
      for (const node of this.root.querySelectorAll(`.er-group, ${holders}`)) {
        if (node.classList.contains("er-group")) {
          heading = node;
          continue;
        }
        const places = [...node.children].map((item) => this.items.push(item) - 1);
        const block = node.closest("table, .er-listing-cards") || node;
        this.groups.push({ heading, holder: node, block: block.closest(".pst-scrollable-table-container, .table-wrapper, .wy-table-responsive") || block, places });
        heading = null;
      }
      this.groupOf = [];
      this.groups.forEach((group) => group.places.forEach((place) => (this.groupOf[place] = group)));
      this.usual = this.items.map((_item, place) => place);
    }

    // The field by which rows are sorted, and whether down.
    sorted() {
      const { sort } = this.state;
      if (sort) return [sort.replace(/^-/, ""), sort.startsWith("-")];
      const { sorted } = this.data;
      return sorted ? [sorted.field, sorted.down] : ["", false];
    }

    // What of `end` is certainly over: its year, month or day is before that of today.
    markUpcoming() {
      const { data } = this;
      this.coming = [];
      if (!data.upcoming) return;
      const now = new Date();
      const local = new Date(now.getTime() - now.getTimezoneOffset() * 60000);
      const today = data.today || local.toISOString().slice(0, 10);
      data.last.forEach((day, place) => {
        if (!day || day < today.slice(0, day.length)) return;
        this.coming.push(place);
        this.items[place].classList.add("er-upcoming");
        const time = this.items[place].querySelector("time");
        if (time) time.after(element("span", "er-upcoming-word", { textContent: this.words.upcoming }));
        this.linkCalendar(place);
      });
      if (data.upcoming === "first" && this.coming.length) this.separate();
    }

    // Named with its event, as there are several.
    linkCalendar(place) {
      const item = this.items[place];
      const href = this.data.calendars && this.data.calendars[place];
      const title = item.querySelector("a");
      if (!href || !title) return;
      const ariaLabel = `${this.words.calendar}: ${title.textContent}`;
      const link = element("a", "er-calendar", { href, ariaLabel, textContent: this.words.calendar });
      (item.querySelector(".sd-card, .er-title-cell, :scope > p:only-child") || item).append(link);
    }

    // A group of its own for what is to come, the nearest first, above the others.
    separate() {
      const { block, holder } = this.groups[0];
      const days = this.data.last;
      const places = [...this.coming].sort((a, b) => (days[a] < days[b] ? -1 : days[a] > days[b] ? 1 : a - b));
      const copy = block.cloneNode(false);
      const inner = block === holder ? copy : this.emptied(block, holder, copy);
      copy.classList.add("er-soon");
      const heading = element("h2", "er-group rubric", { textContent: this.words.upcoming });
      if (this.groups[0].heading) heading.setAttribute("aria-level", this.groups[0].heading.tagName.slice(1));
      (this.groups[0].heading || block).before(heading, copy);
      const coming = new Set(places);
      for (const group of this.groups) group.places = group.places.filter((place) => !coming.has(place));
      const group = { heading, holder: inner, block: copy, places };
      this.groups.unshift(group);
      places.forEach((place) => (this.groupOf[place] = group));
      this.usual = this.groups.flatMap((each) => each.places);
    }

    emptied(block, holder, copy) {
      const rows = [...holder.childNodes];
      holder.replaceChildren();
      copy.append(...[...block.childNodes].map((node) => node.cloneNode(true)));
      holder.replaceChildren(...rows);
      return copy.querySelector(".sd-row, tbody") || copy;
    }

    readAddress() {
      const query = new URLSearchParams(location.search);
      const read = (name) => query.get(name + this.suffix) || "";
      const tags = this.data.tags || [];
      const fields = (this.data.orders || []).map(({ field }) => field);
      const [tag, sort] = [read("tag"), read("sort")];
      this.state = {
        ...Object.fromEntries(this.facets().map((facet) => [facet.name, this.chosen(facet, read(facet.name))])),
        filter: this.data.filter ? read("filter") : "",
        ...(this.data.tags && { tag: tags.includes(tag) ? tag : "" }),
        sort: fields.includes(sort.replace(/^-/, "")) ? sort : "",
        page: Math.max(1, parseInt(read("page"), 10) || 1),
      };
      if (this.bar.input) this.bar.input.value = this.state.filter;
    }

    facets() {
      return this.data.facets || [];
    }

    // What the address says of a facet, if any row has that.
    chosen({ values, has }, said) {
      if (has) return said && "yes";
      return values.includes(said) ? said : "";
    }

    address(state) {
      const url = new URL(location.href);
      for (const [name, value] of Object.entries({ ...state, page: state.page > 1 ? state.page : "" })) {
        if (value) url.searchParams.set(name + this.suffix, value);
        else url.searchParams.delete(name + this.suffix);
      }
      url.hash = "";
      return url.href;
    }

    // Typing replaces the address; a choice is a step to come back from.
    change(state, isTyping = false) {
      this.state = { ...this.state, ...state };
      this.show();
      const address = this.address(this.state);
      clearTimeout(this.typed);
      if (isTyping) this.typed = setTimeout(() => note("replaceState", address), 300);
      else note("pushState", address);
    }

    restore() {
      clearTimeout(this.typed);
      this.readAddress();
      this.show();
    }

    // The group or row that the address names may be on a later page.
    openTarget() {
      const name = addressed();
      const target = name && document.getElementById(name);
      if (!target || !this.root.contains(target)) return;
      const group = this.groups.find(({ heading }) => heading === target);
      const place = group ? group.places[0] : this.items.findIndex((item) => item.contains(target));
      const index = this.usual.indexOf(place);
      if (this.data.page && index >= 0) this.state.page = 1 + Math.floor(index / this.data.page);
      this.wanted = this.data.page ? 0 : index + AT_ONCE;
      this.target = target;
    }

    texts() {
      this.written ||= this.items.map((item) => plain(item.textContent));
      return this.written;
    }

    order() {
      const { sort } = this.state;
      if (!sort) return this.usual;
      const { up, absent } = this.data.orders.find(({ field }) => field === sort.replace(/^-/, ""));
      if (!sort.startsWith("-")) return up;
      const present = up.slice(0, up.length - absent).reverse();
      return [...present, ...up.slice(up.length - absent)];
    }

    matches() {
      const { filter, tag } = this.state;
      const words = plain(filter).split(/\s+/).filter(Boolean);
      const number = tag ? this.data.tags.indexOf(tag) : -1;
      const { tagged } = this.data;
      let found = this.order();
      if (number >= 0) found = found.filter((place) => tagged[place].includes(number));
      for (const facet of this.facets()) found = this.kept(found, facet);
      if (!words.length) return found;
      const texts = this.texts();
      return found.filter((place) => words.every((word) => texts[place].includes(word)));
    }

    kept(places, { name, values, of, has }) {
      const chosen = this.state[name];
      if (!chosen) return places;
      if (has) {
        const kept = new Set(has);
        return places.filter((place) => kept.has(place));
      }
      const number = values.indexOf(chosen);
      return places.filter((place) => of[place].includes(number));
    }

    show() {
      const found = this.matches();
      const size = this.data.page || found.length || 1;
      const pages = Math.max(1, Math.ceil(found.length / size));
      this.state.page = Math.min(this.state.page, pages);
      const first = (this.state.page - 1) * size;
      this.nothing.hidden = found.length > 0;
      this.place(this.portions(found.slice(first, first + size)));
      this.bar.tell(found.length, pages);
    }

    // Rows by groups in the usual order, else all in the first group.
    portions(places) {
      const isUsual = !this.state.sort;
      const lists = new Map(this.groups.map((group) => [group, []]));
      for (const place of places) lists.get(isUsual ? this.groupOf[place] : this.groups[0]).push(this.items[place]);
      return [...lists];
    }

    place(lists) {
      clearTimeout(this.later);
      this.placed = 0;
      this.limit = Math.max(LIMIT, this.wanted || 0);
      this.rest = [];
      for (const [group, items] of lists) {
        const now = items.slice(0, Math.max(0, AT_ONCE - this.placed));
        group.holder.replaceChildren(...now);
        this.placed += now.length;
        this.reveal(group, now.length);
        if (items.length > now.length) this.rest.push([group, items.slice(now.length)]);
      }
      if (this.rest.length) this.later = setTimeout(() => this.placeRest(), 120);
    }

    reveal({ block, heading }, count) {
      block.hidden = !count;
      if (heading) heading.hidden = !count || Boolean(this.state.sort);
    }

    placeRest() {
      let left = Math.min(PORTION, this.limit - this.placed);
      while (this.rest.length && left > 0) {
        const [group, items] = this.rest[0];
        const now = items.splice(0, left);
        group.holder.append(...now);
        this.reveal(group, 1);
        left -= now.length;
        this.placed += now.length;
        if (!items.length) this.rest.shift();
      }
      clearTimeout(this.later);
      if (this.rest.length && this.placed < this.limit) this.later = setTimeout(() => this.placeRest(), 16);
    }

    // A long listing grows while a reader comes near its end; on paper it is whole.
    watchEnd() {
      new IntersectionObserver(
        (entries) => {
          if (!this.rest.length || !entries.some((entry) => entry.isIntersecting)) return;
          this.limit = this.placed + PORTION;
          this.placeRest();
        },
        { rootMargin: "1500px" },
      ).observe(this.end);
      window.addEventListener("beforeprint", () => {
        this.limit = Infinity;
        while (this.rest.length) this.placeRest();
      });
    }

  }

  // A listing that cannot be made, as another script has changed it, costs itself only: all its rows are there.
  const made = (root, number) => {
    try {
      return [new Listing(root, number)];
    } catch (error) {
      window.reportError(error);
      return [];
    }
  };

  const start = () => {
    const listings = [...document.querySelectorAll("[data-er-listing]")].flatMap(made);
    window.addEventListener("popstate", () => listings.forEach((listing) => listing.restore()));
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
