// The search: a field in the head of every page, and the page that shows what was found.
const link = document.querySelector(".search-link");
const page = document.querySelector(".search");
const make = (name, properties = {}, ...inner) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inner);
  return element;
};

// The program and the first of the index, had once.
let index;
const load = () =>
  (index ||= new Promise((resolve) => {
    const script = make("script", { src: link.dataset.index });
    script.onload = script.onerror = () => resolve(window.dateline && dateline.search);
    document.head.append(script);
  }));

const field = () => {
  const input = make("input", { type: "search", className: "search-field", autocomplete: "off", spellcheck: false });
  input.setAttribute("aria-label", phrase("search-this-site"));
  input.placeholder = phrase("search");
  input.enterKeyHint = "search";
  return input;
};

// Everywhere: `/` goes to the field, and Enter to the results.
const everywhere = () => {
  const input = field();
  const box = make("div", {}, input);
  box.setAttribute("role", "search");
  link.replaceWith(box);
  input.addEventListener("focus", load, { once: true });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && input.value.trim()) location.href = `${link.href}#${new URLSearchParams({ q: input.value.trim() })}`;
    if (event.key === "Escape") input.value = "";
  });
  return input;
};

const FACETS = ["kind", "country", "status", "year"];
const AT_ONCE = 10;

const results = () => {
  const labels = {
    kind: phrase("search-kind"),
    country: phrase("search-country"),
    status: phrase("search-status"),
    year: phrase("search-year"),
  };
  const input = field();
  input.placeholder = phrase("search-hint");
  const box = make("div", { className: "search__box" }, input);
  box.setAttribute("role", "search");
  const selects = FACETS.map((facet) => {
    const select = make("select", { name: facet });
    const label = make("label", { className: "search__facet" }, labels[facet], " ", select);
    return { facet, select, label };
  });
  const facets = make("div", { className: "search__facets", hidden: true }, ...selects.map((one) => one.label));
  const state = make("p", { className: "search__state" });
  state.setAttribute("role", "status");
  const list = make("ol", { className: "search__results" });
  const more = make("button", { type: "button", className: "search__more", hidden: true }, phrase("search-more"));
  page.querySelector(".search__top").append(box, facets, state, list, more);

  const asked = () => {
    const given = new URLSearchParams(location.hash.slice(1) || location.search);
    return Object.fromEntries(["q", ...FACETS].map((name) => [name, given.get(name) || ""]));
  };
  const keep = (wanted) => {
    const all = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
    try {
      history.replaceState(null, "", `#${all}`);
    } catch {
      // The results are the same.
    }
  };

  // Words of a result are had when it comes into sight.
  const fills = new WeakMap();
  const sight = new IntersectionObserver(
    (entries) =>
      entries.forEach(({ isIntersecting, target }) => {
        if (!isIntersecting) return;
        sight.unobserve(target);
        fills.get(target)();
      }),
    { rootMargin: "150px" },
  );
  const row = (search, number, words) => {
    const title = make("a", {});
    const meta = make("p", { className: "search__meta" });
    const sentence = make("p", {});
    const item = make("li", {}, title, meta, sentence);
    const fill = (found) => {
      if (!found) return item.remove();
      title.href = root() + found.path;
      const pieces = (text) => search.marked(text, words).map(([piece, is]) => (is ? make("mark", {}, piece) : piece));
      title.append(...pieces(found.title));
      if (found.lang) {
        title.lang = sentence.lang = found.lang;
      }
      title.dir = sentence.dir = "auto";
      meta.append([found.kind, found.status, found.when, found.by].filter(Boolean).join(" · "));
      const best = search.sentence(found.text, words);
      if (best) sentence.append(...pieces(best));
      else sentence.remove();
    };
    fills.set(item, () => search.document(number).then(fill));
    sight.observe(item);
    return item;
  };
  const root = () => link.href.replace(/[^/]*$/, "");

  let turn = 0;
  let shown = { documents: [], words: [], count: 0 };
  const showMore = (search) => {
    const next = shown.documents.slice(shown.count, shown.count + AT_ONCE);
    list.append(...next.map((one) => row(search, one, shown.words)));
    shown.count += next.length;
    more.hidden = shown.count >= shown.documents.length;
  };
  const look = async (wanted) => {
    const mine = (turn += 1);
    page.classList.toggle("search--asked", Boolean(wanted.q.trim()));
    if (!wanted.q.trim()) {
      list.replaceChildren();
      state.textContent = "";
      facets.hidden = more.hidden = true;
      return;
    }
    const search = await load();
    if (mine !== turn) return;
    if (!search) {
      state.textContent = phrase("search-failed");
      return;
    }
    const { q, ...chosen } = wanted;
    const found = await search.find(q, chosen);
    if (mine !== turn) return;
    for (const { facet, select } of selects) {
      const values = found.facets[facet].map(([value, count]) => {
        const text = phrase("search-value", { value, count });
        return make("option", { value, selected: String(value) === chosen[facet] }, text);
      });
      select.replaceChildren(make("option", { value: "" }, phrase("search-any")), ...values);
      select.parentElement.hidden = values.length < 2 && !chosen[facet];
    }
    facets.hidden = false;
    list.replaceChildren();
    shown = { documents: found.documents, words: found.words, count: 0 };
    showMore(search);
    const count = found.documents.length;
    state.textContent = count ? phrase("results-counted", { count }) : phrase("search-none");
  };

  const wanted = () => Object.fromEntries([["q", input.value], ...selects.map(({ facet, select }) => [facet, select.value])]);
  let wait;
  const changed = () => {
    clearTimeout(wait);
    wait = setTimeout(() => {
      keep(wanted());
      look(wanted());
    }, 150);
  };
  input.addEventListener("input", changed);
  facets.addEventListener("change", changed);
  more.addEventListener("click", async () => {
    const first = shown.count;
    showMore(await load());
    list.children[first].querySelector("a").focus();
  });
  // Arrows go from the field through the results and back.
  page.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    const isField = document.activeElement === input;
    if (event.key === "Escape") {
      if (isField) {
        input.value = "";
        changed();
      } else input.focus();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !(isField || at >= 0)) return;
    const next = isField ? (step > 0 ? links[0] : null) : links[at + step] || (step < 0 ? input : null);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  const begin = () => {
    const given = asked();
    input.value = given.q;
    look(given);
  };
  addEventListener("hashchange", begin);
  begin();
  return input;
};

if (link) {
  const input = page ? results() : everywhere();
  if (page) input.focus();
  document.addEventListener("keydown", (event) => {
    const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
