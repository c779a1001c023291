/* Review by keyboard: J and K move between items, N accepts, S opens the form, X rejects. Works without: every key is a button. */
(() => {
  const items = [...document.querySelectorAll("[data-item]")];
  if (!items.length) return;
  let at = -1;
  const show = (place) => {
    const item = items[place];
    if (!item) return;
    if (items[at]) mark(items[at], false);
    at = place;
    mark(item, true);
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
    const words = document.getElementById(`loi-${item.dataset.item}`);
    if (words && window.matchMedia("(min-width: 992px)").matches) words.scrollIntoView({ block: "center" });
  };
  const mark = (item, on) => {
    item.classList.toggle("nt-item--here", on);
    for (const words of document.querySelectorAll(".nt-said")) {
      const of = (words.dataset.items || "").split(" ");
      if (of.includes(item.dataset.item)) words.classList.toggle("nt-said--here", on);
    }
  };
  const from = window.location.hash.match(/^#muc-(\d+)$/);
  const begun = from ? items.findIndex((item) => item.dataset.item === from[1]) : -1;
  if (begun >= 0) show(begun);
  for (const [place, item] of items.entries()) item.addEventListener("click", () => { if (place !== at) { if (items[at]) mark(items[at], false); at = place; mark(item, true); } });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const key = event.key.toLowerCase();
    if (key === "j" || key === "k") {
      event.preventDefault();
      show(Math.min(items.length - 1, Math.max(0, at + (key === "j" ? 1 : -1))));
    } else if (items[at] && ["n", "s", "x"].includes(key)) {
      const deed = items[at].querySelector(`[data-key="${key}"]`);
      if (deed) { event.preventDefault(); deed.click(); }
    }
  });
})();
