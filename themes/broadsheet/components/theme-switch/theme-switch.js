// A button that changes between the system's theme, light and dark.
const tools = document.querySelector(".masthead__tools");
const root = document.documentElement;
const themes = ["auto", "light", "dark"];
const words = {
  auto: phrase("theme-auto"),
  light: phrase("theme-light"),
  dark: phrase("theme-dark"),
};
if (tools) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "theme-switch";
  const chosen = () => root.dataset.theme || "auto";
  const show = () => {
    button.dataset.shows = chosen();
    button.textContent = words[chosen()];
    button.setAttribute("aria-label", phrase("theme-is", { theme: words[chosen()] }));
  };
  button.addEventListener("click", () => {
    const next = themes[(themes.indexOf(chosen()) + 1) % themes.length];
    if (next === "auto") delete root.dataset.theme;
    else root.dataset.theme = next;
    try {
      if (next === "auto") localStorage.removeItem("theme");
      else localStorage.setItem("theme", next);
    } catch {
      // The page is as it was chosen all the same.
    }
    show();
  });
  show();
  tools.append(button);
}
