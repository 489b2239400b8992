// Hears of news of this page: loads it anew, or shows what is wrong with the site above it.
(() => {
  const { made } = document.currentScript.dataset;
  const own = "/.dateline/";
  const isAlone = document.body?.classList.contains("dateline-alone");

  // Where the page was before it was loaded anew.
  const place = `dateline ${location.pathname}`;
  const last = sessionStorage.getItem(place);
  if (last !== null) {
    sessionStorage.removeItem(place);
    scrollTo({ top: Number(last), behavior: "instant" });
  }
  const load = () => {
    sessionStorage.setItem(place, String(scrollY));
    location.reload();
  };

  // In a tree of its own, so that the theme's style doesn't reach it, nor its own the page.
  let host = null;
  const hide = () => {
    host?.remove();
    host = null;
  };
  const show = (html) => {
    if (isAlone) {
      document.querySelector("main").innerHTML = html;
      return;
    }
    hide();
    host = document.createElement("dateline-fault");
    const root = host.attachShadow({ mode: "open" });
    const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${own}live.css` });
    const box = document.createElement("section");
    box.className = "dateline-fault";
    box.setAttribute("role", "alert");
    box.innerHTML = html;
    box.querySelector("button").addEventListener("click", hide);
    root.append(style, box);
    document.documentElement.append(host);
  };
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });

  // Links to pages that readers don't see yet.
  const mark = (early) => {
    for (const link of document.links) {
      // In a drawing the address of a link is no text.
      if (typeof link.href !== "string" || link.pathname === location.pathname) continue;
      const to = new URL(link.href);
      const path = to.pathname.endsWith("/") ? `${to.pathname}index.html` : to.pathname;
      const word = to.origin === location.origin && early[decodeURIComponent(path)];
      if (!word || link.querySelector("img, svg")) continue;
      const tag = Object.assign(document.createElement("span"), { className: "dateline-tag", textContent: word });
      link.append(" ", tag);
    }
  };
  fetch(`${own}early.json`).then((answer) => answer.json()).then(mark, () => {});

  // A browser keeps six connections to one host: a page that nobody sees needs none.
  let news = null;
  const listen = () => {
    if (document.hidden) {
      news?.close();
      news = null;
      return;
    }
    if (news) return;
    news = new EventSource(`${own}news?${new URLSearchParams({ page: location.pathname, made })}`);
    news.addEventListener("load", load);
    news.addEventListener("mended", hide);
    news.addEventListener("fault", (event) => show(JSON.parse(event.data)));
  };
  document.addEventListener("visibilitychange", listen);
  listen();
})();
