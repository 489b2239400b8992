// What a link leads to, in a card beside it, for who points at it or comes to it by the keyboard. The cards come
// as scripts, by the path of the page.
const link = document.querySelector(".search-link");
const main = document.querySelector("main");
// Links that say already what they lead to.
const SAID = ".card, .crumbs, .contents, .index, .letters, .years, .pagination, .turn, .search, .more, nav";
const WAIT = 350;

const folder = link && link.dataset.index && link.dataset.index.replace(/[^/]*$/, "");
const root = link && link.href.replace(/[^/]*$/, "");
const shards = link && Number(link.dataset.cards);
const came = new Map();
const loads = new Map();
const load = (number) => {
  if (!loads.has(number)) {
    loads.set(
      number,
      new Promise((resolve) => {
        const script = document.createElement("script");
        script.src = `${folder}cards-${number}.js`;
        script.onload = script.onerror = () => resolve(came.get(number) || {});
        document.head.append(script);
      }),
    );
  }
  return loads.get(number);
};
const hash = (path) =>
  [...path].reduce((sum, c) => (Math.imul(sum, 31) + c.charCodeAt(0)) >>> 0, 0);
const pathOf = (anchor) => {
  const address = anchor.href.replace(/[?#].*$/, "");
  const isElsewhere = !address.startsWith(root) || address === location.href.replace(/[?#].*$/, "");
  return isElsewhere || anchor.closest(SAID) ? null : address.slice(root.length);
};

if (folder && main && matchMedia("(hover: hover)").matches) {
  window.dateline = Object.assign(window.dateline || {}, {
    cards: (number, table) => came.set(number, table),
  });
  const box = document.createElement("div");
  box.className = "preview";
  box.id = "preview";
  box.setAttribute("role", "tooltip");
  box.hidden = true;
  document.body.append(box);
  let of = null;
  let timer;
  const hide = () => {
    clearTimeout(timer);
    box.hidden = true;
    if (of) of.removeAttribute("aria-describedby");
    of = null;
  };
  const line = (name, text, lang) => {
    if (!text) return;
    const paragraph = document.createElement("p");
    paragraph.className = `preview__${name}`;
    paragraph.dir = "auto";
    if (lang) paragraph.lang = lang;
    paragraph.textContent = text;
    box.append(paragraph);
  };
  const place = (anchor) => {
    const [at] = anchor.getClientRects();
    const { width, height } = box.getBoundingClientRect();
    const space = document.documentElement.clientWidth - width - 8;
    const isRoom = at.bottom + height + 8 < innerHeight;
    box.style.left = `${Math.max(8, Math.min(at.left, space)) + scrollX}px`;
    box.style.top = `${(isRoom ? at.bottom + 6 : Math.max(8, at.top - height - 6)) + scrollY}px`;
  };
  const show = async (anchor, path) => {
    const card = (await load(hash(path) % shards))[path];
    if (of !== anchor || !card) return;
    const [title, kind, status, by, text, lang] = card;
    box.replaceChildren();
    line("kind", [kind, status].filter(Boolean).join(" · "));
    line("title", title, lang);
    line("by", by);
    line("text", text, lang);
    box.hidden = false;
    place(anchor);
    anchor.setAttribute("aria-describedby", box.id);
  };
  const ask = (anchor) => {
    const path = pathOf(anchor);
    if (anchor === of || path === null) return;
    hide();
    of = anchor;
    timer = setTimeout(() => show(anchor, path), WAIT);
  };
  const leave = () => {
    clearTimeout(timer);
    timer = setTimeout(hide, WAIT / 2);
  };
  main.addEventListener("pointerover", (event) => {
    const anchor = event.target.closest("a[href]");
    if (event.pointerType === "mouse" && anchor) ask(anchor);
  });
  main.addEventListener("pointerout", (event) => {
    const anchor = event.target.closest("a[href]");
    if (anchor && anchor === of && !anchor.contains(event.relatedTarget)) leave();
  });
  // The card can be pointed at, so that it can be read under a magnifier.
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", leave);
  main.addEventListener("focusin", (event) => {
    const anchor = event.target.closest("a[href]");
    if (anchor && anchor.matches(":focus-visible")) ask(anchor);
  });
  main.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && of) hide();
  });
}
