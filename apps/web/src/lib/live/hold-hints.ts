const awayAfterMilliseconds = 3_600_000;

/**
 * Tells what is heard while somebody uses the page. After an hour without a sign of it a hint waits until they are back,
 * for reading again would count as use of their session ([PE3]).
 */
export function holdHints<Hint>(tell: (hint: Hint | null) => void, now: () => number) {
  let usedAt = now();
  let held = false;
  return {
    hear: (hint: Hint | null) => {
      held = now() - usedAt > awayAfterMilliseconds;
      if (!held) tell(hint);
    },
    use: () => {
      usedAt = now();
      if (held) tell(null);
      held = false;
    },
  };
}
