/* The note page without a connection. Registered for one note page at a time (its address is the scope), so no other
   page passes through here. Keeps on the device: a copy of that page without anybody's words, and its static files. */
"use strict";
const KEPT = "nt-notes-1";
const MOST = 60;
const PATIENCE = 6000;

self.addEventListener("install", function () { self.skipWaiting(); });
self.addEventListener("activate", function (event) { event.waitUntil(self.clients.claim()); });

function soon(request) {
  return fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
}

async function page(request) {
  try {
    return await soon(request);
  } catch (error) {
    const kept = await (await caches.open(KEPT)).match(new URL(request.url).pathname);
    if (kept) return kept;
    throw error;
  }
}

async function file(request) {
  const box = await caches.open(KEPT);
  const kept = await box.match(request.url);
  const numbered = /\.[0-9a-f]{12}\.\w+$/.test(new URL(request.url).pathname);
  if (kept && numbered) return kept;
  try {
    const answer = await soon(request);
    if (answer.ok) await keep(box, request.url, answer.clone());
    return answer;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

async function keep(box, url, answer) {
  await box.put(url, answer);
  const files = (await box.keys()).filter(function (one) { return new URL(one.url).pathname.startsWith("/static/"); });
  await Promise.all(files.slice(0, Math.max(0, files.length - MOST)).map(function (one) { return box.delete(one); }));
}

self.addEventListener("fetch", function (event) {
  const request = event.request;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (url.pathname.startsWith("/static/")) event.respondWith(file(request));
});
