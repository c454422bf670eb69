// The page of results, on top of Sphinx's own search, whose page, stemmer and index it uses. Results are places: slides,
// talks, decisions, people, sections and pages; each says what it is and where it belongs. Words -> places are in portions
// beside the index, of which a search loads those of its words.
window.eventreportSearch = (() => {
  "use strict";

  const AT_ONCE = 20; // Results before a reader asks for more.
  const ALIKE = 3; // Of one title, "Agenda", or of one page, so many stand among the first.
  const EXCERPTS = 6; // Pages that excerpts are cut from: each is loaded.
  const EXCERPT = 220; // Letters.
  // What a word counts for that the place does not have, but the talk around it, the head of the page, or the page elsewhere.
  const [AROUND, HEAD, ELSEWHERE] = [0.5, 0.4, 0.12];
  // What a word counts for that only a part of a longer word matches, or one with a letter changed.
  const [PART, NEAR] = [0.6, 0.5];
  // Two words on one slide, which has some thirty, are no chance; in the prose of a talk, of three hundred, they may be.
  const TOGETHER = 1;
  // Of equally good results what the site is about comes first, and what only lists it last.
  const KINDS = { talk: 0.4, decision: 0.4, person: 0.5, action: 0.2, event: 0.3, meeting: 0.3, series: 0.3, section: 0.1, listing: -3 };
  const IRREGULAR =
    "be was were been is are|begin began begun|bring brought|build built|buy bought|child children|choose chose chosen|come came|do did done|" +
    "draw drew drawn|drive drove driven|fall fell fallen|find found|foot feet|get got|give gave given|go went gone|grow grew grown|" +
    "have had has|hold held|index indexes indices|keep kept|know knew known|lead led|leave left|lose lost|make made|man men|matrix matrices|" +
    "meet met|mouse mice|pay paid|person people|rise rose risen|run ran|say said|see saw seen|sell sold|send sent|show shown|speak spoke spoken|" +
    "spend spent|stand stood|take took taken|teach taught|tell told|think thought|vertex vertices|win won|woman women|write wrote written|" +
    "analysis analyses|axis axes|basis bases|crisis crises|criterion criteria|datum data|hypothesis hypotheses|leaf leaves|life lives|" +
    "medium media|phenomenon phenomena|subscribe subscription subscriptions|thesis theses|tooth teeth";

  const LETTERS = { ł: "l", ø: "o", ß: "ss", ı: "i", đ: "d", æ: "ae", œ: "oe", þ: "th", ð: "d" };
  const folded = (text) => {
    const lower = text.toLowerCase();
    if (/^[\x00-\x7f]*$/.test(lower)) return lower;
    const bare = lower.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
    return bare.replace(/[łøßıđæœþð]/g, (letter) => LETTERS[letter]);
  };

  // As core/search_words.py has them.
  const SIGNED =
    /(?<![\p{L}\p{N}_.])(?:\p{L}[\p{L}\p{N}_]*(?:\+\+|#)|\.\p{L}[\p{L}\p{N}_]+|\d+(?:\.\d+)+)(?![\p{L}\p{N}_+#])/gu;
  const UNSPACED = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]+/g;
  const pairs = (run) =>
    run.length < 3 ? [run] : [...Array(run.length - 1).keys()].map((at) => run.slice(at, at + 2));
  const splitUnspaced = (word) => [
    ...word.split(UNSPACED).filter(Boolean),
    ...(word.match(UNSPACED) || []).flatMap(pairs),
  ];
  const wordsOf = (text) => (text.toLowerCase().match(/[\p{L}\p{N}\p{M}_]+/gu) || []).flatMap(splitUnspaced);

  const memo = (make) => {
    const known = new Map();
    return (key) => {
      if (!known.has(key)) known.set(key, make(key));
      return known.get(key);
    };
  };
  const stem = memo((word) => (/[+#.]/.test(word) ? word : new Stemmer().stemWord(word)));
  const decoded = memo((html) => new DOMParser().parseFromString(html, "text/html").body.textContent);

  let data = null; // What the file of places says.
  let places = [];
  let titles = new Map(); // "document#id" -> title.
  let names = []; // People, series, and objects of other domains.

  const portions = new Map();
  const waiting = new Map();
  const folder = document.currentScript.src.replace(/[^/]*$/, "eventreport-search/");

  const load = (number) => {
    if (!portions.has(number)) {
      portions.set(
        number,
        new Promise((resolve) => {
          waiting.set(number, resolve);
          const script = Object.assign(document.createElement("script"), {
            src: `${folder}${number}.js?v=${data.version}`,
            onerror: () => resolve({}),
          });
          document.head.append(script);
        }),
      );
    }
    return portions.get(number);
  };

  const portionOf = (word) => {
    let number = 0;
    for (const sign of word) number = (number * 31 + sign.codePointAt(0)) % 65521;
    return number % data.count;
  };

  // The numbers of the places that have a stem; in the file each is the difference to the one before.
  const placesWith = async (word) => {
    const portion = await load(portionOf(word));
    let number = 0;
    return (Object.hasOwn(portion, word) ? portion[word] : []).map((step) => (number += step));
  };

  // A document begins with itself; what follows belongs to the talk or section before it.
  const readPlaces = () => {
    places = [];
    data.docs.forEach(([docname, docKind, day, ...runs]) => {
      const page = places.length;
      const about = { docname, docKind, day, page };
      let around = page;
      places.push({ ...about, kind: docKind, anchor: "", around: page });
      runs.forEach(([kind, name, first, last]) => {
        if (kind === "talk" || kind === "section") around = places.length;
        if (kind !== "slide") places.push({ ...about, kind, anchor: name, around });
        else
          for (let number = first; number <= last; number += 1)
            places.push({ ...about, kind, number, anchor: `${name}-${number}`, around });
      });
    });
  };

  // Titles of sections and slides, names of objects, in Sphinx's index.
  const readIndex = (index) => {
    index.docnames.forEach((docname, number) => titles.set(`${docname}#`, decoded(index.titles[number])));
    Object.entries(index.alltitles).forEach(([title, found]) => {
      found.forEach(([doc, id]) => id && titles.set(`${index.docnames[doc]}#${id}`, title));
    });
    Object.entries(index.objects).forEach(([prefix, rows]) => {
      rows.forEach(([doc, type, , short, name]) => readObject(index, doc, type, short, prefix ? `${prefix}.${name}` : name));
    });
  };

  const readObject = (index, doc, type, short, escaped) => {
    const [domain, kind, label] = index.objnames[type];
    const docname = index.docnames[doc];
    if (domain !== "eventreport") {
      const anchor = short === "" ? escaped : short === "-" ? `${kind}-${escaped}` : short;
      names.push({ docname, kind: "object", label, anchor, title: decoded(escaped) });
    } else if (kind === "person" || kind === "series") {
      const title = decoded(escaped);
      const index = data.indices[kind];
      // Whom no page is about stands in an index. The heading of a page is the page: Sphinx has no id of it.
      const isListed = short.startsWith("person-");
      if (isListed) names.push({ docname: index || docname, kind, anchor: short, title, isListed });
      else names.push({ docname, kind, anchor: titles.has(`${docname}#${short}`) ? short : "", title });
    } else if (short && !titles.has(`${docname}#${short}`)) titles.set(`${docname}#${short}`, decoded(escaped));
  };

  // In how many pages; a word whose last page has gone may still be in the index.
  const uses = (term) => {
    const { terms, titleterms } = Search._index;
    return [terms, titleterms].reduce((sum, all) => sum + (Object.hasOwn(all, term) ? [].concat(all[term]).length : 0), 0);
  };
  const isKnown = (word) => uses(word) > 0;

  const irregular = (word) => {
    const isEnglish = (document.documentElement.lang || "en").startsWith("en");
    const forms = isEnglish && IRREGULAR.split("|").find((line) => line.split(" ").includes(word));
    return forms ? forms.split(" ").map(stem).filter(isKnown) : [];
  };

  const allTerms = () => [...Object.keys(Search._index.terms), ...Object.keys(Search._index.titleterms)];

  const mostUsed = (terms, count) => [...new Set(terms)].sort((one, other) => uses(other) - uses(one)).slice(0, count);

  // "backpressure", where the site has "back-pressure".
  const halves = (word) => {
    for (let at = 2; at < word.length - 1; at += 1) {
      const parts = [word.slice(0, at), word.slice(at)].map(stem);
      if (parts.every((part) => part.length > 1 && isKnown(part))) return parts;
    }
    return null;
  };

  // A typed word -> groups of forms, one of which a place has to have.
  const groupsOf = (word) => {
    const exact = [...new Set([stem(word), stem(folded(word))])];
    const forms = [...new Set([...exact, ...irregular(word)])].map((form) => [form, 1]);
    if (/^\d+$/.test(word) || exact.some(isKnown) || forms.length > exact.length || word.search(UNSPACED) >= 0) return [{ word, forms }];
    const bare = folded(word);
    const parts = bare.length > 2 ? allTerms().filter((term) => folded(term).includes(bare)) : [];
    if (parts.length) return [{ word, forms: mostUsed(parts, 12).map((term) => [term, PART]) }];
    const two = halves(bare);
    if (two) return two.map((part) => ({ word: part, forms: [[part, 1]] }));
    const wanted = [...new Set([bare, ...exact.map(folded)])];
    const near = bare.length < 4 ? [] : allTerms().filter((term) => term.length > 2 && wanted.some((each) => window.eventreportNear(each, folded(term))));
    return [{ word, forms: near.length ? mostUsed(near, 4).map((term) => [term, NEAR]) : forms, isGuess: near.length > 0 }];
  };

  const parse = (query) => {
    const signed = (query.toLowerCase().match(SIGNED) || []).filter(isKnown);
    const rest = signed.reduce((text, word) => text.replace(word, " "), query.toLowerCase());
    const common = new Set(stopwords);
    const words = [...new Set(wordsOf(rest))].filter((word) => !common.has(word));
    const counted = words.length + signed.length > 1 ? words.filter((word) => !/^\d$/.test(word)) : words;
    return [...signed.map((word) => ({ word, forms: [[word, 1]] })), ...counted.flatMap(groupsOf)];
  };

  // What the script of the next page looks for: the beginning of each word that its stem has, too.
  const keepWords = (groups) => {
    const common = (one, other) => {
      let at = 0;
      while (at < one.length && one[at] === other[at]) at += 1;
      return one.slice(0, at);
    };
    const words = groups.flatMap(({ word, forms, isGuess }) =>
      isGuess ? forms.map(([form]) => folded(form)) : [common(folded(word), folded(forms[0][0])) || folded(word)],
    );
    try {
      localStorage.setItem("sphinx_highlight_terms", words.join(" "));
    } catch {
      // A reader whose browser keeps nothing lands at the top of the page.
    }
  };

  // For each group the places that have one of its forms, with how well.
  const findGroup = async ({ forms }) => {
    const found = new Map();
    const lists = await Promise.all(forms.map(([form]) => placesWith(form)));
    lists.forEach((list, index) => {
      list.forEach((place) => found.set(place, Math.max(found.get(place) || 0, forms[index][1])));
    });
    return found;
  };

  const titleOf = ({ docname, anchor, title }) => title ?? titles.get(`${docname}#${anchor}`) ?? "";
  const stemsOfTitle = memo((title) => {
    const signed = title.toLowerCase().match(SIGNED) || [];
    return [...wordsOf(title).map((word) => [word, folded(word)].map(stem)), ...signed.map((word) => [word])];
  });

  // How much of the question a title has, how much of the title that is, and whether it is the question itself.
  const weighTitle = (title, query) => {
    if (!title) return 0;
    const words = stemsOfTitle(title);
    const [has, hit] = [new Set(words.flat()), new Set()];
    const share = query.groups.reduce((sum, { forms }, index) => {
      const form = forms.find(([each]) => has.has(each));
      if (!form) return sum;
      words.forEach((each, place) => forms.some(([one]) => each.includes(one)) && hit.add(place));
      return sum + form[1] * query.rarity[index];
    }, 0) / query.allRarity;
    const bare = folded(title).trim();
    const exact = bare === query.bare ? 3 : query.bare.length > 5 && bare.includes(query.bare) ? 1 : 0;
    return 2 * share + 1.5 * share * (hit.size / Math.max(1, words.length)) + exact;
  };

  const weighPlace = (number, query, pages) => {
    const place = places[number];
    const page = pages.get(place.page);
    let [sum, isFull, hasAll] = [0, true, true];
    query.found.forEach((found, index) => {
      const own = found.get(number) || 0;
      const best = Math.max(own, AROUND * (found.get(place.around) || 0), HEAD * (found.get(place.page) || 0), page.has(index) ? ELSEWHERE : 0);
      if (!best) isFull = false;
      if (!own) hasAll = false;
      sum += best * query.rarity[index];
    });
    const day = place.day && query.bare.includes(place.day) && !place.anchor ? 4 : 0;
    const title = weighTitle(titleOf(place), query);
    const weight = (place.anchor ? (data.weights[place.kind] ?? 1) : 1) * (data.weights[place.docKind] ?? 1);
    const bonus = KINDS[place.docKind === "listing" ? "listing" : place.kind] || 0;
    const together = hasAll && query.groups.length > 1 && place.kind === "slide" && !title ? TOGETHER : 0;
    return { ...place, isFull, score: weight * ((3 * sum) / query.allRarity + title + bonus + together + day) };
  };

  const findPlaces = (query) => {
    const pages = new Map();
    query.found.forEach((found, index) => {
      found.forEach((_weight, number) => {
        const { page } = places[number];
        pages.set(page, (pages.get(page) || new Set()).add(index));
      });
    });
    const numbers = new Set(query.found.flatMap((found) => [...found.keys()]));
    const all = [...numbers].map((number) => weighPlace(number, query, pages));
    const full = all.filter(({ isFull }) => isFull);
    return full.length || query.groups.length < 2 ? full : all.filter(({ score }) => score > 1.5);
  };

  // Whom no page is about comes right after the place that says most of them: an index says where else they are.
  const findNames = (query, best) =>
    names
      .filter(({ title }) => {
        const has = new Set(stemsOfTitle(title).flat());
        return query.groups.length && query.groups.every(({ forms }) => forms.some(([form]) => has.has(form)));
      })
      .map((name) => {
        const score = 3 + weighTitle(name.title, query) + (KINDS[name.kind] || 0);
        return { ...name, day: "", score: name.isListed ? Math.min(score, best - 0.01) : score };
      });

  // Better ones first; then those of whose title or page so many have come before.
  const ordered = (results) => {
    const taken = new Set();
    const [seen, early, late] = [new Map(), [], []];
    results.sort((one, other) => other.score - one.score || one.docname.localeCompare(other.docname));
    for (const result of results) {
      const address = `${result.docname}#${result.anchor}`;
      const title = folded(titleOf(result));
      // A page about somebody is somebody; the first slide of a talk is called like the talk.
      const isTwin = result.kind === "slide" && title && title === folded(titleOf(places[result.around]));
      if (taken.has(address) || (isTwin && taken.has(`${result.docname}#${places[result.around].anchor}`))) continue;
      taken.add(address);
      const keys = [`t ${title}`, `p ${result.docname}`].filter((key) => key.length > 2);
      const isCrowd = keys.some((key) => (seen.get(key) || 0) >= ALIKE);
      keys.forEach((key) => seen.set(key, (seen.get(key) || 0) + 1));
      (isCrowd ? late : early).push(result);
    }
    return [...early, ...late];
  };

  const address = ({ docname, anchor }) => {
    const { BUILDER, LINK_SUFFIX } = DOCUMENTATION_OPTIONS;
    const folderOf = () => (docname === "index" ? "" : `${docname.replace(/(^|\/)index$/, "")}/`.replace("//", "/"));
    const path = BUILDER === "dirhtml" ? folderOf() : docname + LINK_SUFFIX;
    return document.documentElement.dataset.content_root + path + (anchor ? `#${anchor}` : "");
  };

  const element = (name, className, text = "") =>
    Object.assign(document.createElement(name), { className, textContent: text });

  const readable = (day) => {
    const [, month, date] = day.split("-");
    const style = { year: "numeric", ...(month && { month: "short" }), ...(date && { day: "numeric" }), timeZone: "UTC" };
    const lang = (document.documentElement.lang || "en").replace(/^en$/, "en-GB"); // As pages have it: no comma.
    return day && new Intl.DateTimeFormat(lang, style).format(new Date(day));
  };

  const kindOf = (result) => (data.kinds[result.kind] || result.label || "").replace("%s", result.number);

  // What it belongs to: the talk, the event, its day.
  const belongs = (result) => {
    const around = result.kind !== "talk" && result.anchor && places[result.around];
    const parts = [
      around && around.anchor && around.anchor !== result.anchor ? titleOf(around) : "",
      result.anchor && result.page !== undefined ? titleOf(places[result.page]) : "",
      readable(result.day),
    ];
    return [...new Set(parts)].filter((part) => part && part !== titleOf(result)).join(" · ");
  };

  const draw = (result) => {
    const item = element("li", `kind-${result.kind === "object" ? "object" : "title"} er-result`);
    item.dataset.erKind = result.kind;
    const link = element("a", "", titleOf(result) || titleOf(places[result.around] || {}) || result.docname);
    link.href = address(result);
    item.append(element("span", "er-result-kind", kindOf(result)), " ", link);
    const where = belongs(result);
    if (where) item.append(element("p", "er-result-where", where));
    return item;
  };

  const pageOf = memo((url) =>
    fetch(url)
      .then((answer) => answer.text())
      .then((text) => new DOMParser().parseFromString(text, "text/html"))
      .catch(() => null),
  );

  // The block with most of the words, cut around the first of them.
  const excerpt = (root, words) => {
    root.querySelectorAll(".headerlink, script, style, nav, .no-search").forEach((each) => each.remove());
    let [best, most] = ["", 0];
    root.querySelectorAll("p, li, dd, td, h1, h2, h3, h4, h5, h6").forEach((block) => {
      const text = block.textContent.replace(/\s+/g, " ").trim();
      const bare = folded(text);
      const count = words.filter((word) => bare.includes(word)).length;
      if (count > most) [best, most] = [text, count];
    });
    const bare = folded(best);
    const start = Math.max(0, Math.min(...words.map((word) => bare.indexOf(word)).filter((at) => at >= 0)) - 60);
    const from = start && best.indexOf(" ", start) + 1;
    const cut = best.slice(from, from + EXCERPT);
    return most ? `${from ? "…" : ""}${cut}${from + EXCERPT < best.length ? "…" : ""}` : "";
  };

  const complete = async (item, result, words) => {
    const url = address(result).replace(/#.*$/, "");
    const page = window.location.protocol === "file:" ? null : await pageOf(url);
    if (!page) return;
    const place = result.anchor && page.getElementById(result.anchor);
    const picture = place && place.matches(".er-slide") && place.querySelector("img[srcset]");
    if (picture) {
      const root = new URL(url, window.location.href);
      const src = new URL(picture.getAttribute("srcset").split(" ")[0], root).href;
      const [width, height] = ["width", "height"].map((name) => Number(picture.getAttribute(name)));
      const small = Object.assign(document.createElement("img"), { src, alt: "", width: 144, height: Math.round((144 * height) / width) });
      small.className = "er-result-picture dark-light";
      item.prepend(small);
    }
    const heading = result.kind === "slide" && page.getElementById(`${result.anchor}-text`);
    const root = heading ? heading.parentElement : place || page.querySelector("[role=main], main, article");
    const text = root ? excerpt(root, words) : "";
    if (text && folded(text) !== folded(titleOf(result))) item.append(element("p", "context", text));
  };

  const highlight = (item, words) => {
    if (typeof _highlightText === "function") words.forEach((word) => _highlightText(item, word, "highlighted"));
  };

  // An excerpt costs a page: for results in sight whose title and surroundings do not say all words, and for slides.
  const watch = (words) => {
    let left = EXCERPTS;
    const seen = new Set();
    return new IntersectionObserver((entries, observer) => {
      entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => {
        observer.unobserve(target);
        const { result } = target;
        const isSaid = words.every((word) => folded(titleOf(result)).includes(word));
        if ((isSaid && result.kind !== "slide") || (left < 1 && !seen.has(result.docname)) || result.kind === "person") return;
        if (!seen.has(result.docname)) left -= 1;
        seen.add(result.docname);
        complete(target, result, words).then(() => highlight(target, words));
      });
    });
  };

  const show = (results, words) => {
    const observer = watch(words);
    let shown = 0;
    const more = element("button", "er-button er-result-more", data.kinds.more);
    more.type = "button";
    const showMore = () => {
      results.slice(shown, shown + AT_ONCE).forEach((result) => {
        const item = Object.assign(draw(result), { result });
        highlight(item, words);
        Search.output.append(item);
        observer.observe(item);
      });
      const first = Search.output.children[shown];
      if (shown && first) first.querySelector("a").focus();
      shown += AT_ONCE;
      more.hidden = shown >= results.length;
    };
    more.addEventListener("click", showMore);
    showMore();
    Search.output.after(more);
    _finishSearch(results.length);
  };

  const ask = async (text) => {
    if (!places.length) readPlaces();
    if (!titles.size) readIndex(Search._index);
    const groups = parse(text);
    keepWords(groups);
    const found = await Promise.all(groups.map(findGroup));
    const rarity = found.map((each) => Math.log(1 + places.length / (1 + each.size)));
    const allRarity = rarity.reduce((sum, one) => sum + one, 0) || 1;
    const query = { groups, found, rarity, allRarity, bare: folded(text).trim() };
    const inPlaces = findPlaces(query);
    const best = inPlaces.reduce((most, { score }) => Math.max(most, score), 0);
    const results = ordered([...inPlaces, ...findNames(query, best)]);
    show(results, groups.map(({ word, forms, isGuess }) => (isGuess ? folded(forms[0][0]) : folded(word))));
  };

  if (typeof Search !== "undefined") {
    const sphinx = Search.query;
    Search.query = (text) => {
      const progress = document.getElementById("search-progress");
      if (progress) progress.textContent = "";
      // Without the file of places, the search is Sphinx's.
      if (data) ask(text);
      else sphinx(text);
    };
  }

  return {
    places: (found) => (data = found),
    words: (number, portion) => waiting.get(number)(portion),
  };
})();
