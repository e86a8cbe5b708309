/** What a page of ours keeps on the device stands under keys that begin so. */
const ours = /^lilink-/;

/** Signing out takes what was typed and kept on the device along: whoever sits down here next finds nothing ([PE6]). */
export function forgetKept(storages: readonly Storage[] = [localStorage, sessionStorage]): void {
  for (const storage of storages) {
    const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at));
    for (const key of keys) if (key !== null && ours.test(key)) storage.removeItem(key);
  }
}
