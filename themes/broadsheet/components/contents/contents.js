// The contents list names what stands below the text too, and follows the reader: where it is out of sight, a bar at
// the head of the window says which part is read, and opens to the same list.
const contents = document.querySelector(".contents");
const prose = document.querySelector(".prose");
const list = contents && contents.querySelector("ol");
if (list && prose) {
  const isBelow = (heading) =>
    prose.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING && !prose.contains(heading);
  for (const heading of document.querySelectorAll(".sheet h2[id]")) {
    if (!isBelow(heading) || contents.contains(heading)) continue;
    const link = document.createElement("a");
    link.href = `#${heading.id}`;
    link.textContent = heading.textContent;
    const item = document.createElement("li");
    item.className = "contents__below";
    item.append(link);
    list.append(item);
  }

  const bar = document.createElement("nav");
  bar.className = "contents-bar";
  bar.hidden = true;
  bar.setAttribute("aria-label", phrase("contents"));
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  details.append(summary, list.cloneNode(true));
  bar.append(details);
  document.body.append(bar);

  const links = [...list.querySelectorAll("a"), ...details.querySelectorAll("a")];
  const targetOf = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const targets = [...new Set(links.map(targetOf).filter(Boolean))];
  const follow = () => {
    const read = targets.filter((target) => target.getBoundingClientRect().top < innerHeight * 0.3);
    const current = read[read.length - 1];
    for (const link of links) {
      if (current && targetOf(link) === current) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
    if (current) summary.textContent = current.textContent;
    bar.hidden = !current || contents.getBoundingClientRect().bottom > 0;
    document.documentElement.classList.toggle("has-contents-bar", !bar.hidden);
  };
  const observer = new IntersectionObserver(follow, { rootMargin: "0px 0px -70% 0px" });
  [contents, ...targets].forEach((target) => observer.observe(target));
  details.addEventListener("click", (event) => {
    if (event.target.closest("a")) details.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    summary.focus();
  });
  document.addEventListener("click", (event) => {
    if (!bar.contains(event.target)) details.open = false;
  });
}
