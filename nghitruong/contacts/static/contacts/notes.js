/* Notes in the hall: sends each line without reloading; what cannot be sent stays on this device and goes later.
   Every line carries a key of its own, so a line sent twice is taken down once. Without this script the form works. */
"use strict";
(function () {
  const form = document.querySelector("form[data-notes]");
  if (!form) return;
  const list = document.getElementById("cac-y");
  const field = form.elements.text;
  const key = form.elements.client_key;
  const banner = document.getElementById("mat-mang");
  const store = "nt-notes-" + document.body.dataset.user + "-" + form.dataset.notes;
  let sending = false;

  const read = function () {
    try { return JSON.parse(localStorage.getItem(store)) || []; } catch (error) { return []; }
  };
  const write = function (lines) {
    try { localStorage.setItem(store, JSON.stringify(lines)); return true; } catch (error) { return false; }
  };
  const fresh = function () {
    if (window.crypto && crypto.randomUUID) return crypto.randomUUID();
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), function (n) { return n.toString(16).padStart(2, "0"); }).join("");
  };
  const waitingNote = function (line) {
    const note = document.createElement("li");
    note.className = "nt-note nt-note--wait";
    note.dataset.key = line.key;
    const top = document.createElement("div");
    top.className = "nt-note__top";
    const chip = document.createElement("span");
    chip.className = "nt-chip nt-chip--soon";
    chip.textContent = form.dataset.waiting;
    top.append(chip);
    const text = document.createElement("p");
    text.className = "nt-note__text";
    text.textContent = line.text;
    note.append(top, text);
    return note;
  };
  const shown = function (line) {
    return Array.from(list.children).find(function (note) { return note.dataset.key === line.key; });
  };
  const tell = function (lines, words) {
    banner.hidden = !lines.length || !words;
    if (words) banner.querySelector("[data-count]").textContent = words.replace("%s", lines.length);
  };
  const send = async function (line) {
    const body = new FormData();
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    body.set("text", line.text);
    body.set("kind", line.kind);
    body.set("client_key", line.key);
    return fetch(form.action, { method: "POST", body: body, headers: { "HX-Request": "true" }, redirect: "manual" });
  };
  const taken = function (line, html, seq) {
    const holder = document.createElement("template");
    holder.innerHTML = html.trim();
    const note = holder.content.firstElementChild;
    const old = shown(line);
    if (document.getElementById(note.id)) { if (old) old.remove(); return; }
    if (old) old.replaceWith(note); else list.prepend(note);
    const count = document.getElementById("da-ghi");
    count.textContent = Number(count.textContent) + 1;
    const next = Math.max(Number(form.dataset.next), Number(seq) + 1);
    form.dataset.next = next;
    field.placeholder = field.placeholder.replace(/\d+/, next);
  };
  const flush = async function () {
    if (sending) return;
    sending = true;
    let words = "";
    for (const line of read()) {
      let answer = null;
      try { answer = await send(line); } catch (error) { words = form.dataset.held; break; }
      if (answer.type === "opaqueredirect" || answer.status === 403) { words = form.dataset.ended; break; }
      if (answer.status >= 500) { words = form.dataset.held; break; }
      const html = await answer.text();
      write(read().filter(function (other) { return other.key !== line.key; }));
      if (answer.ok) {
        taken(line, html, answer.headers.get("X-Opinion-Seq"));
      } else {
        const old = shown(line);
        if (old) old.remove();
        if (!field.value) field.value = line.text;
        window.alert(html.trim());
      }
    }
    sending = false;
    tell(read(), words);
    if (!words && read().length) flush();
  };

  form.addEventListener("submit", function (event) {
    const text = field.value.trim();
    if (!text) return;
    const line = { text: text, kind: new FormData(form).get("kind"), key: key.value };
    if (!write(read().concat([line]))) return;
    event.preventDefault();
    const none = document.getElementById("chua-co");
    if (none) none.remove();
    list.prepend(waitingNote(line));
    field.value = "";
    key.value = fresh();
    field.focus();
    flush();
  });
  read().forEach(function (line) { if (!shown(line)) list.prepend(waitingNote(line)); });
  window.addEventListener("online", flush);
  window.setInterval(function () { if (read().length) flush(); }, 15000);
  key.value = fresh();
  if (read().length) flush();
})();
