/* Notes in the hall: sends each line without reloading; what cannot be sent stays on this device and goes later, in
   the order in which it was typed. Every line carries a key of its own, so a line sent twice is taken down once. A
   line leaves the device only when the server has it or the writer throws it away. Without this script the form works. */
"use strict";
(function () {
  const form = document.querySelector("form[data-notes]");
  if (!form) return;
  const list = document.getElementById("cac-y");
  const field = form.elements.text;
  const key = form.elements.client_key;
  const banner = document.getElementById("mat-mang");
  const count = document.getElementById("da-ghi");
  const words = form.dataset;
  const user = document.body.dataset.user;
  const store = "nt-notes-" + user + "-" + words.notes;
  const SHELL = "?tren-may=1";
  const PATIENCE = 20000;
  const AGAIN = 10000;
  const files = store + "-tep";
  const picker = document.getElementById("tep-kem");
  let state = "";
  let sending = false;
  let asked = false;

  /* what waits on the device */
  const read = function (name) {
    try { return JSON.parse(localStorage.getItem(name || store)) || []; } catch (error) { return []; }
  };
  const write = function (lines, name) {
    try {
      if (lines.length) localStorage.setItem(name || store, JSON.stringify(lines)); else localStorage.removeItem(name || store);
      return true;
    } catch (error) { return false; }
  };
  /* photos and recordings, by their line's key */
  const shelf = async function (mode, work) {
    const base = await new Promise(function (done, fail) {
      const asked = indexedDB.open("nt-notes", 1);
      asked.onupgradeneeded = function () { asked.result.createObjectStore("files"); };
      asked.onsuccess = function () { done(asked.result); };
      asked.onerror = function () { fail(asked.error); };
    });
    return new Promise(function (done, fail) {
      const deal = base.transaction("files", mode);
      const found = work(deal.objectStore("files"));
      deal.oncomplete = function () { base.close(); done(found.result); };
      deal.onabort = deal.onerror = function () { base.close(); fail(deal.error); };
    });
  };
  const change = function (line, values) {
    write(read().map(function (other) { return other.key === line.key ? Object.assign({}, other, values) : other; }));
  };
  const drop = function (line) { write(read().filter(function (other) { return other.key !== line.key; })); };
  const fresh = function () {
    if (window.crypto && crypto.randomUUID) return crypto.randomUUID();
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), function (n) { return n.toString(16).padStart(2, "0"); }).join("");
  };

  /* what is seen */
  const make = function (tag, name, text) {
    const node = document.createElement(tag);
    if (name) node.className = name;
    if (text) node.textContent = text;
    return node;
  };
  const button = function (text, deed) {
    const node = make("button", "nt-btn", text);
    node.type = "button";
    node.addEventListener("click", deed);
    return node;
  };
  const waitingNote = function (line) {
    const note = make("li", "nt-note nt-note--wait");
    note.dataset.key = line.key;
    const top = make("div", "nt-note__top");
    top.append(make("span", "nt-chip " + (line.why ? "nt-chip--late" : "nt-chip--soon"), line.why ? words.refused : words.waiting));
    note.append(top, make("p", "nt-note__text", line.text));
    if (line.why) {
      const deeds = make("p", "nt-small", line.why + " ");
      deeds.append(
        button(words.again, function () { change(line, { why: "" }); paint(); flush(); }), " ",
        button(words.drop, function () {
          field.focus();
          if (field.value.trim()) return; /* what is being typed goes first; the line stays where it is */
          field.value = line.text;
          drop(line);
          if (line.file) shelf("readwrite", function (store) { return store.delete(line.key); });
          note.remove();
          paint();
        }));
      note.append(deeds);
    }
    return note;
  };
  const dropFile = async function (entry) {
    write(read(files).filter(function (other) { return other.key !== entry.key; }), files);
    await shelf("readwrite", function (store) { return store.delete(entry.key); });
  };
  const fileKey = function (entry) { return entry.key + "-tep"; };
  const refusedFile = function (entry) {
    const note = make("li", "nt-note nt-note--wait");
    note.dataset.key = fileKey(entry);
    const top = make("div", "nt-note__top");
    top.append(make("span", "nt-chip nt-chip--late", words.refused));
    const deeds = make("p", "nt-small", entry.why + " ");
    deeds.append(
      button(words.again, function () { markFile(entry, ""); note.remove(); paint(); flush(); }), " ",
      button(words.dropfile, function () { dropFile(entry).then(function () { note.remove(); paint(); }); }));
    note.append(top, make("p", "nt-note__text", entry.name || words.file), deeds);
    return note;
  };
  const markFile = function (entry, why) {
    write(read(files).map(function (other) { return other.key === entry.key ? Object.assign({}, other, { why: why }) : other; }), files);
  };
  const shown = function (line) {
    return Array.from(list.children).find(function (note) { return note.dataset.key === line.key; });
  };
  const paint = function () {
    const lines = read();
    const none = document.getElementById("chua-co");
    if (lines.length && none) none.remove();
    lines.forEach(function (line) {
      const old = shown(line);
      if (old) old.replaceWith(waitingNote(line)); else list.prepend(waitingNote(line));
    });
    read(files).filter(function (entry) { return entry.why; }).forEach(function (entry) {
      if (!shown({ key: fileKey(entry) })) list.prepend(refusedFile(entry));
    });
    const waiting = read(files).length + lines.filter(function (line) { return line.file; }).length;
    banner.querySelector("[data-files]").textContent = waiting ? words.files.replace("%s", waiting) : "";
    banner.hidden = !lines.length && !waiting;
    banner.dataset.n = lines.length;
    banner.querySelector("[data-count]").textContent = (words[state] || words.unsent).replace("%s", lines.length);
    banner.querySelector("[data-door]").hidden = state !== "ended";
    banner.querySelector("[data-calm]").hidden = state === "ended" || state === "other";
  };
  const taken = function (line, html, seq) {
    const holder = document.createElement("template");
    holder.innerHTML = html.trim();
    const note = holder.content.firstElementChild;
    const old = shown(line);
    if (document.getElementById(note.id)) { if (old) old.remove(); return; }
    if (old) old.replaceWith(note); else list.prepend(note);
    if (count) count.textContent = Number(count.textContent) + 1;
    const next = Math.max(Number(words.next), Number(seq) + 1);
    words.next = next;
    field.placeholder = field.placeholder.replace(/\d+/, next);
  };

  /* sending: one after the other; the first that finds no way stops those behind it */
  const ask = function (address, more) {
    const wait = window.AbortSignal && AbortSignal.timeout ? { signal: AbortSignal.timeout(PATIENCE) } : {};
    return fetch(address, Object.assign({ headers: { "HX-Request": "true", "X-Kept-Here": "1" }, redirect: "manual" }, wait, more));
  };
  const send = function (line) {
    const body = new FormData();
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    body.set("text", line.text);
    body.set("kind", line.kind);
    body.set("client_key", line.key);
    return ask(form.action, { method: "POST", body: body });
  };
  /* after a new sign-in the page's token is stale: take a new one, but never send in somebody else's name */
  const renew = async function () {
    const answer = await ask(form.action + SHELL);
    if (answer.type === "opaqueredirect") return "ended";
    if (!answer.ok) return "held";
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const token = page.querySelector("form[data-notes] [name=csrfmiddlewaretoken]");
    if (!token) return "held";
    if (page.body.dataset.user !== user) return "other";
    form.elements.csrfmiddlewaretoken.value = token.value;
    return "";
  };
  const deliver = async function (line) {
    let answer = await send(line);
    if (answer.status === 403) {
      const hindrance = await renew();
      if (hindrance) return hindrance;
      answer = await send(line);
    }
    if (answer.type === "opaqueredirect") return "ended";
    if (answer.status >= 500 || answer.status === 403 || answer.status === 429) return "held";
    const text = await answer.text();
    if (answer.ok && !answer.headers.get("X-Opinion-Seq")) return "held"; /* some other page: a hotel's sign-in, a proxy */
    if (answer.ok) {
      const link = /href="([^"]+y-kien\/\d+\/)"/.exec(text);
      if (line.file && link) write(read(files).concat([{ key: line.key, address: link[1] + "dinh-kem/", name: line.file }]), files);
      drop(line);
      taken(line, text, answer.headers.get("X-Opinion-Seq"));
    } else {
      change(line, { why: answer.status === 422 ? text.trim() : words.odd.replace("%s", answer.status) });
    }
    return "";
  };
  /* files follow their lines, one after the other */
  const carry = async function (entry) {
    const file = await shelf("readonly", function (store) { return store.get(entry.key); });
    const body = new FormData();
    if (!file) { await dropFile(entry); return ""; }
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    body.set("file", file, file.name);
    const answer = await ask(entry.address, { method: "POST", body: body, signal: undefined });
    if (answer.status === 403) return (await renew()) || "held";
    if (answer.type === "opaqueredirect") return "ended";
    if (answer.status >= 500 || answer.status === 429) return "held";
    if (answer.status === 204) await dropFile(entry);
    else markFile(entry, answer.status === 422 ? (await answer.text()).trim() : words.odd.replace("%s", answer.status));
    paint();
    return "";
  };
  const pass = async function () {
    for (;;) {
      const line = read().find(function (one) { return !one.why; });
      if (!line) {
        for (const entry of read(files)) {
          if (entry.why) continue;
          let hindrance = "held";
          try { hindrance = await carry(entry); } catch (error) { /* no way to the server */ }
          if (hindrance) return hindrance;
        }
        return "";
      }
      let hindrance = "held";
      try { hindrance = await deliver(line); } catch (error) { /* no way to the server */ }
      if (hindrance) return hindrance;
      state = "";
      paint();
    }
  };
  const flush = async function () {
    if (sending) { asked = true; return; }
    sending = true;
    do {
      asked = false;
      state = navigator.locks ? await navigator.locks.request(store, pass) : await pass();
    } while (asked && !state);
    sending = false;
    paint();
    if (words.shell && !state && !read().length && !field.value && navigator.onLine) window.location.reload();
  };

  /* what is near to the line being written: asked when the hand rests, only with a connection, never waited for */
  const beside = document.getElementById("gan-giong");
  const ENOUGH = 12;
  const REST = 700;
  let resting = 0;
  let asking = null;
  let shownFor = "";
  const clear = function () {
    if (asking) asking.abort();
    asking = null;
    shownFor = "";
    beside.hidden = true;
    beside.replaceChildren();
  };
  const look = async function () {
    const words = field.value.replace(/(^|\s)@\S[^#]*/, " ").trim();
    if (words.length < ENOUGH || !navigator.onLine || state || form.elements.kind.value === "referred") { clear(); return; }
    if (words === shownFor) return;
    if (asking) asking.abort();
    const mine = asking = new AbortController();
    try {
      const answer = await ask(form.dataset.near + "?text=" + encodeURIComponent(words), { signal: mine.signal });
      const text = answer.ok && !answer.redirected ? await answer.text() : "";
      if (mine !== asking || !field.value.trim()) return;
      shownFor = words;
      beside.innerHTML = text;
      beside.hidden = !beside.querySelector("li");
    } catch (error) { /* no way to the server: nothing is shown */ }
  };
  field.addEventListener("input", function () {
    window.clearTimeout(resting);
    if (!field.value.trim()) clear(); else resting = window.setTimeout(look, REST);
  });

  const named = function () {
    const label = picker.closest("label").querySelector("[data-name]");
    label.textContent = picker.files[0] ? picker.files[0].name : label.dataset.name;
  };
  form.addEventListener("submit", function (event) {
    const text = field.value.trim();
    if (!text) return;
    const file = picker && picker.files[0];
    const line = { text: text, kind: new FormData(form).get("kind"), key: key.value, file: file ? file.name : "" };
    if (!write(read().concat([line]))) return;
    event.preventDefault();
    window.clearTimeout(resting);
    clear();
    field.value = "";
    key.value = fresh();
    field.focus();
    paint();
    if (!file) { flush(); return; }
    picker.value = "";
    named();
    shelf("readwrite", function (store) { return store.put(file, line.key); })
      .catch(function () { change(line, { file: "" }); window.alert(words.nofile); })
      .then(flush);
  });
  window.addEventListener("online", flush);
  window.addEventListener("storage", function (event) { if (event.key === store) paint(); });
  window.setInterval(function () { if (words.shell || read(files).concat(read()).some(function (one) { return !one.why; })) flush(); }, AGAIN);
  if (picker && window.indexedDB) {
    picker.closest("[hidden]").hidden = false;
    picker.addEventListener("change", function () { named(); field.focus(); });
  }
  key.value = fresh();
  if (read().length || read(files).length) { paint(); flush(); }

  /* keep the page itself on the device (only over HTTPS or on this machine: browsers allow it nowhere else) */
  const keep = async function () {
    const box = await caches.open("nt-notes-1");
    const copy = await ask(form.action + SHELL);
    if (!copy.ok) return;
    await box.put(window.location.pathname, copy);
    const files = Array.from(document.querySelectorAll("link[href], script[src], use"), function (node) {
      return new URL(node.href && node.href.baseVal !== undefined ? node.href.baseVal : node.href || node.src, window.location.href);
    });
    const own = new Set(files.filter(function (url) { return url.pathname.startsWith("/static/"); }).map(function (url) { url.hash = ""; return url.href; }));
    for (const url of own) if (!(await box.match(url))) await box.add(url);
    document.body.dataset.kept = "1";
  };
  if ("serviceWorker" in navigator && window.isSecureContext && !words.shell) {
    navigator.serviceWorker.register(words.worker, { scope: window.location.pathname }).then(keep).catch(function () { /* the page then needs the connection */ });
  }
})();
