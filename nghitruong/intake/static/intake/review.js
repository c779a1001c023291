/* Review by keyboard: down and up (or J and K) move between items, Enter (N) accepts the one in focus, E (S) opens its
   form, X rejects it, U takes the last rejection back. Works without: every key is a button. */
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
  const STEPS = { arrowdown: 1, j: 1, arrowup: -1, k: -1 };
  const DEEDS = { enter: "n", n: "n", e: "s", s: "s", x: "x" };
  const press = (event, button) => {
    event.preventDefault();
    if (button && !event.repeat) button.click(); // a key held down decides nothing on the page that comes next
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.target.isContentEditable || event.target.closest("input, textarea, select")) return;
    const key = event.key.toLowerCase();
    const inItem = event.target.closest("[data-item]");
    if (STEPS[key]) {
      if (key.startsWith("arrow") && !inItem && event.target !== document.body) return; // what scrolls goes on scrolling
      event.preventDefault();
      show(Math.min(items.length - 1, Math.max(0, at + STEPS[key])));
    } else if (key === "u") {
      const last = document.querySelector("[data-undo]");
      if (last) press(event, last);
    } else if (items[at] && DEEDS[key]) {
      if (key === "enter" && event.target !== items[at]) return; // on a link or a button Enter is theirs
      const deed = items[at].querySelector(`[data-key="${DEEDS[key]}"]`);
      if (deed) press(event, deed);
    }
  });
})();
