import { dayCache } from "./day-cache.ts";

/**
 * The text of the service worker. It answers nothing but the address of a day, and that only where the network does not: every other request
 * goes its way untouched. [EV13]
 */
export const dayWorker = `"use strict";
const kept = ${JSON.stringify(dayCache)};
const day = /^\\/(?:en\\/)?events\\/[\\w-]+\\/day$/;
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  const drop = async () => {
    for (const name of await caches.keys()) if (name.startsWith("lilink-day-") && name !== kept) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(drop());
});
self.addEventListener("fetch", (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.mode !== "navigate" || !day.test(pathname)) return;
  const answer = async () => {
    try {
      return await fetch(event.request);
    } catch {
      return (await (await caches.open(kept)).match(pathname)) ?? Response.error();
    }
  };
  event.respondWith(answer());
});
`;
