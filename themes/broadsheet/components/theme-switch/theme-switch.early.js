// Before anything is shown: the theme that the reader has chosen, else the system's.
try {
  const theme = localStorage.getItem("theme");
  if (/^(light|dark)$/.test(theme)) document.documentElement.dataset.theme = theme;
} catch {
  // A page from a disk may keep nothing.
}
