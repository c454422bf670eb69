// The bar above a listing that readers filter and sort, and the links to its pages. What is chosen is in the state
// of the listing (eventreport-listings.js), which is told of each choice and tells what it found.
(() => {
  "use strict";

  const element = (name, className, properties = {}) =>
    Object.assign(document.createElement(name), { className, ...properties });

  const fill = (text, ...values) => values.reduce((filled, value) => filled.replace("%s", value), text);

  class Bar {
    constructor(listing) {
      this.listing = listing;
      this.words = listing.words;
      this.facets = [];
      this.draw();
    }

    draw() {
      const { data, root } = this.listing;
      this.node = element("div", "er-controls");
      this.node.setAttribute("role", "search");
      this.node.setAttribute("aria-label", this.words.filter);
      if (data.filter) this.drawField();
      if (data.facets && data.facets.length) this.drawFacets();
      this.foot = element("div", "er-found");
      this.status = element("span", "er-shown");
      this.status.setAttribute("role", "status");
      this.clear = element("button", "er-clear", { type: "button", textContent: this.words.clear, hidden: true });
      this.clear.addEventListener("click", () => this.forget());
      this.foot.append(this.status, this.clear);
      if (data.orders) this.drawOrders();
      this.node.append(this.foot);
      root.prepend(this.node);
      if (data.tags && data.tags.length) this.drawTags();
      this.pages = element("nav", "er-pages", { hidden: true });
      this.pages.setAttribute("aria-label", this.words.pages);
    }

    drawField() {
      this.input = element("input", "er-filter", { type: "search", placeholder: this.words.filter });
      this.input.setAttribute("aria-label", this.words.filter);
      this.input.addEventListener("input", () => this.listing.change({ filter: this.input.value, page: 1 }, true));
      this.node.append(this.input);
    }

    // In a narrow column the facets wait behind a button.
    drawFacets() {
      const box = element("div", "er-facets");
      const button = element("button", "er-filters", { type: "button" });
      button.setAttribute("aria-expanded", "false");
      button.addEventListener("click", () => {
        button.setAttribute("aria-expanded", String(box.classList.toggle("is-open")));
      });
      this.filters = button;
      this.facets = this.listing.data.facets.map((facet) => {
        const control = facet.has ? this.toggle(facet) : this.choice(facet);
        box.append(facet.has ? control.parentElement : control);
        return { facet, control };
      });
      this.node.append(button, box);
    }

    choice({ name, label, values, titles = values, of }) {
      const select = element("select", "er-facet");
      select.setAttribute("aria-label", label);
      const counts = values.map(() => 0);
      of.forEach((places) => places.forEach((place) => (counts[place] += 1)));
      const options = values.map((value, place) => new Option(`${titles[place]} (${counts[place]})`, value));
      select.append(new Option(label, ""), ...options);
      select.addEventListener("change", () => this.listing.change({ [name]: select.value, page: 1 }));
      return select;
    }

    toggle({ name, label }) {
      const box = element("input", "", { type: "checkbox" });
      box.addEventListener("change", () => this.listing.change({ [name]: box.checked ? "yes" : "", page: 1 }));
      element("label", "er-toggle").append(box, ` ${label}`);
      return box;
    }

    forget() {
      const none = Object.fromEntries(this.facets.map(({ facet }) => [facet.name, ""]));
      this.listing.change({ ...none, filter: "", page: 1 });
      if (this.input) this.input.value = "";
      (this.input || this.node.querySelector("select, input")).focus();
    }

    drawOrders() {
      const { data } = this.listing;
      if (data.columns.length) this.drawHeadings();
      // In a narrow column a table has no heads to press.
      const hasHeads = this.headings && this.headings.length === data.orders.length * this.listing.groups.length;
      this.select = element("select", hasHeads ? "er-sort er-instead-of-heads" : "er-sort");
      this.select.setAttribute("aria-label", this.words.sort);
      const { sorted, orders } = data;
      const usual = `${sorted.down ? "-" : ""}${sorted.field}`;
      const value = (sort) => (sort === usual ? "" : sort);
      if (!orders.some(({ field }) => field === sorted.field)) this.select.append(new Option(this.words.usual, ""));
      for (const { field, names, descends } of orders) {
        const options = [new Option(names[0], value(field)), new Option(names[1], value(`-${field}`))];
        this.select.append(...(descends ? options.reverse() : options));
      }
      this.select.addEventListener("change", () => this.listing.change({ sort: this.select.value, page: 1 }));
      this.foot.append(this.select);
    }

    // A button in the head of each column that has an order; on paper, its words.
    drawHeadings() {
      this.headings = [];
      for (const group of this.listing.groups) {
        const cells = group.holder.parentElement.querySelectorAll("thead th");
        for (const order of this.listing.data.orders) {
          const cell = cells[this.listing.data.columns.indexOf(order.field)];
          if (!cell) continue;
          const button = element("button", "er-sort-button", { type: "button" });
          const inside = cell.querySelector("p") || cell;
          button.append(...inside.childNodes);
          inside.append(button);
          button.addEventListener("click", () => this.listing.change({ sort: this.turned(order), page: 1 }));
          this.headings.push({ cell, order });
        }
      }
    }

    turned({ field, descends }) {
      const [now, down] = this.listing.sorted();
      const goesDown = now === field ? !down : descends;
      const { sorted } = this.listing.data;
      // The usual order has no name in the address, and keeps its groups.
      return field === sorted.field && goesDown === sorted.down ? "" : `${goesDown ? "-" : ""}${field}`;
    }

    drawTags() {
      const { data, items } = this.listing;
      const counts = data.tags.map(() => 0);
      data.tagged.forEach((tags) => tags.forEach((tag) => (counts[tag] += 1)));
      const list = element("ul", "er-categories");
      list.setAttribute("aria-label", this.words.tags);
      this.tagLinks = ["", ...data.tags].map((tag, index) => {
        const count = index ? counts[index - 1] : items.length;
        const link = element("a", "", { textContent: tag || this.words.all });
        if (data.numbered) link.append(element("span", "er-number", { textContent: ` ${count}` }));
        this.follow(link, () => this.listing.change({ tag, page: 1 }));
        const item = element("li", "");
        item.append(link);
        list.append(item);
        return { tag, link };
      });
      this.node.after(list);
    }

    // A link with an address of its own, which can be copied or opened elsewhere.
    follow(link, act) {
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
        event.preventDefault();
        act();
      });
    }

    // Shows the state of the listing: *found* rows match, on so many *pages*.
    tell(found, pages) {
      const { state, items } = this.listing;
      const isSet = ({ facet }) => Boolean(state[facet.name]);
      const isFiltered = Boolean(state.filter || state.tag || this.facets.some(isSet));
      const text = isFiltered ? fill(this.words.shown, found, items.length) : "";
      if (this.status.textContent !== text) this.status.textContent = text;
      this.clear.hidden = !this.facets.some(isSet);
      this.tellFacets(isSet);
      this.tellOrder();
      for (const { tag, link } of this.tagLinks || []) {
        link.href = this.listing.address({ ...state, tag, page: 1 });
        if (tag === state.tag) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
      this.drawPages(pages);
    }

    tellFacets(isSet) {
      const { state } = this.listing;
      for (const { facet, control } of this.facets) {
        if (facet.has) control.checked = Boolean(state[facet.name]);
        else control.value = state[facet.name];
        control.classList.toggle("is-set", Boolean(state[facet.name]));
      }
      const count = this.facets.filter(isSet).length;
      if (this.filters) this.filters.textContent = count ? `${this.words.filters} (${count})` : this.words.filters;
    }

    tellOrder() {
      const [field, down] = this.listing.sorted();
      for (const { cell, order } of this.headings || []) {
        if (order.field === field) cell.setAttribute("aria-sort", down ? "descending" : "ascending");
        else cell.removeAttribute("aria-sort");
      }
      if (this.select) this.select.value = this.listing.state.sort;
    }

    drawPages(pages) {
      const { words } = this;
      const { page } = this.listing.state;
      this.pages.hidden = pages < 2;
      const near = (number) => number === 1 || number === pages || Math.abs(number - page) < 3;
      const links = [];
      if (page > 1) links.push(this.pageLink(page - 1, words.previous));
      let gap = false;
      for (let number = 1; number <= pages; number += 1) {
        if (near(number)) links.push(this.pageLink(number, String(number), fill(words.page, number)));
        else if (!gap) links.push(element("span", "", { textContent: "\u2026" }));
        gap = !near(number);
      }
      if (page < pages) links.push(this.pageLink(page + 1, words.next));
      this.pages.replaceChildren(...links);
    }

    pageLink(number, text, label = text) {
      const { listing } = this;
      const href = listing.address({ ...listing.state, page: number });
      const link = element("a", "", { textContent: text, href });
      if (label !== text) {
        link.setAttribute("aria-label", label);
        if (number === listing.state.page) link.setAttribute("aria-current", "page");
      }
      this.follow(link, () => {
        listing.change({ page: number });
        this.pages.querySelector("[aria-current]").focus({ preventScroll: true });
        listing.root.scrollIntoView({ block: "start" });
      });
      return link;
    }
  }

  window.eventreportBar = { Bar, element };
})();
