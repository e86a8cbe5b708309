/** The one store of the device that holds days; a new name drops what an earlier version kept. */
export const dayCache = "lilink-day-1";
const ours = "lilink-day-";

/** Keeps the day of a page for when there is no network. [EV13] */
export async function keepDay(id: string, locale: string): Promise<void> {
  if (!("serviceWorker" in navigator) || !("caches" in window)) return;
  await navigator.serviceWorker.register("/day-worker.js");
  const answer = await fetch(`/api/day/${id}?locale=${locale}`);
  if (answer.ok) await (await caches.open(dayCache)).put(location.pathname, answer);
}

/** Signing out takes every day along, and the worker that shows them. [EV13] */
export async function forgetDays(): Promise<void> {
  if (!("serviceWorker" in navigator) || !("caches" in window)) return;
  const names = (await caches.keys()).filter((name) => name.startsWith(ours));
  await Promise.all(names.map((name) => caches.delete(name)));
  const workers = await navigator.serviceWorker.getRegistrations();
  await Promise.all(workers.map((worker) => worker.unregister()));
}
