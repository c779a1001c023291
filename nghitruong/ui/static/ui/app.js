/* Nghị Trường: small helps on top of pages that work without them. No framework, nothing inline. */
"use strict";
(function () {
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const phone = () => window.matchMedia("(max-width: 860px)").matches;
  const typing = (node) => node && (node.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName) && !/^(checkbox|radio|button|submit)$/.test(node.type));
  const store = { // a private window may refuse: then nothing is kept, nothing breaks
    get(key) { try { return JSON.parse(localStorage.getItem(key)); } catch (_) { return null; } },
    set(key, value) { try { localStorage.setItem(key, JSON.stringify(value)); } catch (_) { /* full or refused */ } },
    drop(key) { try { localStorage.removeItem(key); } catch (_) { /* refused */ } },
  };

  /* htmx sends the same token as the forms */
  document.addEventListener("htmx:configRequest", (event) => {
    const token = document.body.dataset.csrf;
    if (token) event.detail.headers["X-CSRFToken"] = token;
  });

  /* drafts: what is typed in a long form stays on this device until it was sent and taken */
  const KEEP_DAYS = 14;
  const draftKey = (form) => "nt-draft:" + (document.body.dataset.user || "-") + ":" + location.pathname + ":" + all("form[data-draft]").indexOf(form);
  const kept = (form) => all("input, textarea, select", form).filter((field) => field.name && !/^(hidden|password|file|submit|button)$/.test(field.type) && !field.hasAttribute("data-no-draft"));
  const read = (form) => kept(form).map((field) => [field.name, field.value, /^(checkbox|radio)$/.test(field.type) ? field.checked : null, field.multiple ? Array.from(field.selectedOptions, (o) => o.value) : null]);
  const write = (form, values) => values.forEach(([name, value, checked, many]) => {
    const twins = kept(form).filter((field) => field.name === name);
    const field = checked === null ? twins[0] : twins.find((twin) => twin.value === value);
    if (!field) return;
    if (checked !== null) field.checked = checked;
    else if (many) Array.from(field.options).forEach((option) => { option.selected = many.includes(option.value); });
    else field.value = value;
  });
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

  function offer(form, key, draft) {
    const banner = document.getElementById("ban-nhap").content.cloneNode(true).firstElementChild;
    banner.querySelector("[data-when]").textContent = new Date(draft.at).toLocaleString(document.documentElement.lang);
    banner.querySelector("[data-take]").addEventListener("click", () => { write(form, draft.values); banner.remove(); const first = kept(form)[0]; if (first) first.focus(); });
    banner.querySelector("[data-drop]").addEventListener("click", () => { store.drop(key); banner.remove(); });
    form.before(banner);
  }

  function drafts() {
    /* a form sent from here and answered by another page was taken: its draft has done its work */
    const sent = store.get("nt-sent");
    const failed = document.querySelector(".nt-errors, .nt-bare");
    if (sent) {
      if (!failed && sent.path !== location.pathname) store.drop(sent.key);
      if (!failed) store.drop("nt-sent");
    }
    if (!document.getElementById("ban-nhap")) return;
    all("form[data-draft]").forEach((form) => {
      const key = draftKey(form);
      const draft = store.get(key);
      const fresh = draft && Date.now() - draft.at < KEEP_DAYS * 864e5;
      if (draft && !fresh) store.drop(key);
      if (fresh && !same(draft.values, read(form))) offer(form, key, draft);
      let wait;
      form.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(() => store.set(key, { at: Date.now(), values: read(form) }), 400); });
      form.addEventListener("submit", () => { clearTimeout(wait); store.set(key, { at: Date.now(), values: read(form) }); store.set("nt-sent", { key, path: location.pathname }); });
    });
  }

  /* one deed, one click: ask first where the page says so, then send once */
  function asking(form, submitter) {
    const dialog = document.getElementById("hoi-lai");
    if (!dialog || !dialog.showModal) return false;
    document.getElementById("hoi-lai-loi").textContent = (submitter && submitter.dataset.confirm) || form.dataset.confirm;
    dialog.returnValue = "";
    dialog.addEventListener("close", () => {
      if (dialog.returnValue !== "yes") return;
      form.dataset.asked = "1";
      form.requestSubmit(submitter || undefined);
    }, { once: true });
    dialog.showModal();
    return true;
  }
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) return;
    const submitter = event.submitter;
    const question = form.dataset.confirm || (submitter && submitter.dataset.confirm);
    if (question && !form.dataset.asked && asking(form, submitter)) { event.preventDefault(); return; }
    delete form.dataset.asked;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    setTimeout(() => all("button[type=submit], button:not([type])", form).forEach((button) => { button.disabled = true; }), 0);
    setTimeout(() => release(form), 10000);
  });
  function release(form) { delete form.dataset.sent; all("button[disabled]", form).forEach((button) => { button.disabled = false; }); }
  window.addEventListener("pageshow", (event) => { if (event.persisted) all("form[data-sent]").forEach(release); });
  document.addEventListener("htmx:afterRequest", (event) => { const form = event.target.closest && event.target.closest("form"); if (form) release(form); });

  /* lists: choose rows, see the deeds for them */
  function chosen(list) {
    const boxes = all("tbody input[type=checkbox], .nt-pick input[type=checkbox]", list);
    const number = boxes.filter((box) => box.checked).length;
    boxes.forEach((box) => { const row = box.closest("tr, .nt-pick"); if (row) row.classList.toggle("is-chosen", box.checked); });
    const bar = list.querySelector("[data-bulk]");
    if (bar) bar.classList.toggle("is-on", number > 0);
    const word = list.querySelector("[data-chosen]");
    if (word) word.textContent = word.textContent.replace(/\d+/, number);
    const whole = list.querySelector("[data-all]");
    if (whole) { whole.checked = number > 0 && number === boxes.length; whole.indeterminate = number > 0 && number < boxes.length; }
  }
  function lists() {
    all("[data-rows]").forEach((list) => {
      list.classList.add("nt-rows-ready");
      list.addEventListener("change", (event) => {
        if (event.target.matches("[data-all]")) all("tbody input[type=checkbox], .nt-pick input[type=checkbox]", list).forEach((box) => { box.checked = event.target.checked; });
        chosen(list);
      });
      list.addEventListener("click", (event) => { if (event.target.closest("[data-none]")) { all("input[type=checkbox]", list).forEach((box) => { box.checked = false; }); chosen(list); } });
      chosen(list);
    });
  }
  const rows = () => all("main .nt-table tbody tr, main .nt-pick, .nt-pile .nt-row").filter((row) => row.offsetParent !== null && row.querySelector("a"));
  function step(by) {
    const listed = rows();
    if (!listed.length) return;
    const here = listed.findIndex((row) => row.classList.contains("is-here"));
    const next = listed[Math.min(Math.max(here + by, 0), listed.length - 1)];
    listed.forEach((row) => row.classList.remove("is-here"));
    next.classList.add("is-here");
    const link = next.querySelector("a.nt-what, a.nt-row__what, a");
    if (link) link.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  }
  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
    const here = document.querySelector(".is-here");
    const acts = {
      "/": () => { const search = document.querySelector("[data-search]"); if (search && search.offsetParent) { search.focus(); search.select(); return true; } return false; },
      "?": () => { const dialog = document.getElementById("cac-phim"); if (dialog && dialog.showModal) { dialog.showModal(); return true; } return false; },
      j: () => { step(1); return true; },
      k: () => { step(-1); return true; },
      x: () => { const box = here && here.querySelector("input[type=checkbox]"); if (!box) return false; box.click(); return true; },
      Enter: () => { const link = here && document.activeElement === document.body && here.querySelector("a.nt-what, a.nt-row__what"); if (!link) return false; link.click(); return true; },
      t: () => { const tables = all(".nt-totable"); const open = tables.some((table) => !table.open); tables.forEach((table) => { table.open = open; }); return tables.length > 0; },
    };
    if (Object.hasOwn(acts, event.key) && acts[event.key]()) event.preventDefault();
  }
  document.addEventListener("keydown", keys);

  /* what is open over the page closes with Escape or a click beside it */
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    all("details[data-shut][open]").forEach((box) => { box.open = false; box.querySelector("summary").focus(); });
    if (document.querySelector(".nt-nav:target, .nt-facets:target") && phone()) location.hash = "noi-dung";
  });
  document.addEventListener("click", (event) => all("details[data-shut][open]").forEach((box) => { if (!box.contains(event.target)) box.open = false; }));

  /* signing out leaves no drafts on a shared machine */
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-forget]")) return;
    const mine = "nt-draft:" + document.body.dataset.user + ":";
    try { Object.keys(localStorage).filter((key) => key.startsWith(mine)).forEach(store.drop); } catch (_) { /* refused */ }
    if (window.caches) caches.delete("nt-notes-1"); // the note page kept for the hall bears this person's name
  });

  function start() {
    if (phone()) all("details[data-fold=phone]").forEach((box) => { box.open = false; });
    all("[data-back]").forEach((link) => { if (history.length > 1) { link.hidden = false; link.addEventListener("click", (event) => { event.preventDefault(); history.back(); }); } });
    const wrong = document.querySelector("[data-focus]");
    if (wrong) wrong.focus();
    const ready = document.querySelector("[data-ready]"); // one key does it, and the page stays where it is read from
    if (ready && !wrong) ready.focus({ preventScroll: true });
    drafts();
    lists();
  }
  window.addEventListener("beforeprint", () => all("details[data-fold]").forEach((box) => { box.open = true; }));
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else start();
})();
