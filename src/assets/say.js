// Fills a phrase: `phrase("all-articles", {total: 3})`.
const phrase = (name, given = {}) => {
  const fill = (parts) =>
    typeof parts === "string"
      ? parts
      : parts
          .map((part) => {
            if (typeof part === "string") return part;
            if (part.put) return String(given[part.put]);
            const form = new Intl.PluralRules(lang).select(given[part.by]);
            return fill(part.forms[form] || part.forms.other);
          })
          .join("");
  return fill(phrases[name]);
};
