/* Possible repeats: 1, 2, 3 press the button that says the same. Without this script the buttons work. */
"use strict";
document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || /^(INPUT|TEXTAREA|SELECT)$/.test(field.tagName) || document.querySelector("dialog[open]")) return;
  const button = document.querySelector(`button[data-key="${CSS.escape(event.key)}"]:not([disabled])`);
  if (button) { event.preventDefault(); button.click(); }
});
