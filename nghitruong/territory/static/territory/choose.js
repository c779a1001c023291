// Offers under a unit field: a click (or Enter on the button) puts the offered line into the field.
document.addEventListener("click", (event) => {
  const offer = event.target.closest("[data-offer]");
  if (!offer) return;
  const list = offer.closest("[data-offers-for]");
  const input = document.querySelector(`[data-offers="${list.id}"]`);
  input.value = offer.dataset.offer;
  list.replaceChildren();
  input.focus();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" && event.key !== "ArrowDown") return;
  const input = event.target.closest("[data-offers]");
  const list = input && document.getElementById(input.dataset.offers);
  if (!list || !list.firstElementChild) return;
  event.preventDefault();
  if (event.key === "Escape") list.replaceChildren();
  else list.querySelector("button")?.focus();
});
