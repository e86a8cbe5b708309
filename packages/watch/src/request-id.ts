import { AsyncLocalStorage } from "node:async_hooks";

const KEY = Symbol.for("lilink.request");

// On globalThis: a bundler gives each entry of a process a copy of this module.
const store = globalThis as typeof globalThis & { [KEY]?: AsyncLocalStorage<string> };
store[KEY] ??= new AsyncLocalStorage<string>();
const requests: AsyncLocalStorage<string> = store[KEY];

export function inRequest<T>(id: string, run: () => T): T {
  return requests.run(id, run);
}

/** The id of the request that is served here and now, as its answer names it. */
export function requestIdNow(): string | undefined {
  return requests.getStore();
}
