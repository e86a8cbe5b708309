import { toPublicError } from "@lilink/api";

/**
 * The same callers, whose lists begin with the first page where the cursor is not one that this reader got: a link to a later
 * page that somebody else copied still opens its list.
 */
export function fromStart<T extends object>(callers: T): T {
  return new Proxy(callers, {
    get: (target, name, receiver) => {
      const found: unknown = Reflect.get(target, name, receiver);
      return typeof found === "function" || (typeof found === "object" && found !== null)
        ? fromStart(found)
        : found;
    },
    apply: async (target, self, [input, ...rest]) => {
      const ask = (given: unknown) => Reflect.apply(target as never, self, [given, ...rest]);
      try {
        return await ask(input);
      } catch (error) {
        if (!isForeignCursor(error)) throw error;
        const { cursor: _cursor, ...asked } = input as { readonly cursor?: string };
        return ask(asked);
      }
    },
  });
}

function isForeignCursor(error: unknown): boolean {
  const { faults } = toPublicError(error);
  return faults.length === 1 && faults[0]?.rule === "foreignCursor";
}
