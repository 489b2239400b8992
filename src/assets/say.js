// Fills a phrase: `phrase("all-articles", {total: 3})`.
const phrase = (name, given = {}) => {
  // A number in groups of three digits, where it has more than four.
  const digits = (number) =>
    number > 9999 ? String(number).replace(/\B(?=(\d{3})+$)/g, group) : String(number);
  const fill = (parts) =>
    typeof parts === "string"
      ? parts
      : parts
          .map((part) => {
            if (typeof part === "string") return part;
            if (part.put) return digits(given[part.put]);
            const form = new Intl.PluralRules(lang).select(given[part.by]);
            return fill(part.forms[form] || part.forms.other);
          })
          .join("");
  return fill(phrases[name]);
};
