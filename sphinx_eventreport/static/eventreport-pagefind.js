// The page of results, where Pagefind searches the site. The form is Sphinx's; the records, one for each slide, talk, event and
// person, were made when the site was built. All that is asked for is beside the pages.
(() => {
  "use strict";

  const AT_ONCE = 20; // Results before a reader asks for more; each is a file of its own.
  const FACETS = ["kind", "year", "series", "person", "language"];
  const UNSPACED = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]+/g;

  const words = JSON.parse(document.currentScript.dataset.erWords);
  const root = new URL(document.documentElement.dataset.content_root || "./", window.location.href);

  const element = (name, className, properties = {}) =>
    Object.assign(document.createElement(name), { className }, properties);

  // Chinese, Japanese and Korean are indexed by pairs of characters, whatever the language of the site.
  const asked = (text) =>
    text.replace(UNSPACED, (run) =>
      run.length < 3 ? ` ${run} ` : ` ${[...Array(run.length - 1).keys()].map((at) => run.slice(at, at + 2)).join(" ")} `,
    );

  const folded = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");

  // Pagefind knows the beginnings of words, and none with a wrong letter. Sphinx's index, which the page has as well, has their stems.
  const corrected = (text) => {
    const { terms, titleterms } = Search._index || { terms: {}, titleterms: {} };
    const uses = (term) =>
      [terms, titleterms].reduce((sum, all) => sum + (Object.hasOwn(all, term) ? [].concat(all[term]).length : 0), 0);
    const [all, common] = [[...Object.keys(terms), ...Object.keys(titleterms)], new Set(stopwords)];
    return text.toLowerCase().replace(/\p{L}[\p{L}\p{M}]{3,}/gu, (word) => {
      const wanted = [folded(word), new Stemmer().stemWord(folded(word))];
      if (common.has(word) || wanted.some(uses)) return word;
      const near = all.filter((term) => term.length > 2 && wanted.some((each) => window.eventreportNear(each, folded(term))));
      return near.sort((one, other) => uses(other) - uses(one))[0] || word;
    });
  };

  // Pagefind gives the text as HTML of its own making: escaped, with marks.
  const excerpt = (html) => {
    const line = element("p", "context");
    new DOMParser().parseFromString(html, "text/html").body.childNodes.forEach((node) => {
      const isMark = node.nodeName === "MARK";
      line.append(isMark ? element("span", "highlighted", { textContent: node.textContent }) : node.textContent);
    });
    return line;
  };

  const draw = (found) => {
    const item = element("li", "kind-text er-result");
    const { called, context, title, url } = found.meta;
    const link = element("a", "", { href: new URL(url, root).href, textContent: title });
    item.append(element("span", "er-result-kind", { textContent: called || "" }), " ", link);
    if (context) item.append(element("p", "er-result-where", { textContent: context }));
    if (found.excerpt) item.append(excerpt(found.excerpt));
    return item;
  };

  const keepWords = (text) => {
    try {
      localStorage.setItem("sphinx_highlight_terms", text.toLowerCase());
    } catch {
      // A reader whose browser keeps nothing lands at the top of the place.
    }
  };

  class Results {
    constructor(pagefind, text) {
      Object.assign(this, { pagefind, text, filters: {} });
      this.controls = element("p", "er-result-facets");
      this.more = element("button", "er-button er-result-more", { type: "button", textContent: words.more });
      this.more.addEventListener("click", () => this.showMore(true));
      Search.output.before(this.controls);
      Search.output.after(this.more);
    }

    async ask() {
      this.asked = (this.asked || 0) + 1;
      const turn = this.asked;
      const { results, filters } = await this.pagefind.search(asked(this.text), { filters: this.filters });
      if (turn !== this.asked) return; // A reader has chosen something else meanwhile.
      if (!results.length && !this.hasGuessed && !Object.keys(this.filters).length) {
        this.hasGuessed = true;
        this.text = corrected(this.text);
        keepWords(this.text);
        await this.ask();
        return;
      }
      this.results = results;
      this.shown = 0;
      Search.output.replaceChildren();
      this.drawFacets(filters);
      await this.showMore(false);
      if (turn === this.asked) _finishSearch(results.length);
    }

    // What a reader can choose from: values that results have, with their number.
    drawFacets(filters) {
      const focused = this.controls.contains(document.activeElement) && document.activeElement.name;
      this.controls.replaceChildren();
      FACETS.forEach((name) => {
        const values = Object.entries(filters[name] || {}).filter(([, count]) => count > 0);
        if (values.length < 2 && !this.filters[name]) return;
        const select = element("select", "er-sort", { name });
        select.setAttribute("aria-label", words[name]);
        select.append(new Option(words[name], ""));
        const byCount = (one, other) => (name === "year" ? other[0].localeCompare(one[0]) : other[1] - one[1]);
        values.sort(byCount).forEach(([value, count]) => select.append(new Option(`${value} (${count})`, value)));
        select.value = this.filters[name] || "";
        select.addEventListener("change", () => {
          const { [name]: _old, ...others } = this.filters;
          this.filters = select.value ? { ...others, [name]: select.value } : others;
          this.ask();
        });
        this.controls.append(select, " ");
        if (focused === name) select.focus();
      });
    }

    async showMore(isAskedFor) {
      const [from, turn] = [this.shown, this.asked];
      this.shown += AT_ONCE;
      const found = await Promise.all(this.results.slice(from, this.shown).map((result) => result.data()));
      if (turn !== this.asked) return; // The list is of another choice by now.
      Search.output.append(...found.map(draw));
      this.more.hidden = this.shown >= this.results.length;
      if (isAskedFor) Search.output.children[from].querySelector("a").focus();
    }
  }

  if (typeof Search === "undefined") return;
  Search.hasIndex = () => true; // Sphinx's index is not waited for.
  Search.query = async (text) => {
    keepWords(text);
    const pagefind = await import(new URL("pagefind/pagefind.js", root).href);
    await pagefind.options({ excerptLength: 24 });
    await pagefind.filters(); // Without that a search says nothing of them.
    new Results(pagefind, text).ask();
  };
})();
