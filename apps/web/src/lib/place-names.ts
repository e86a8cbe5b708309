/** Of the names on a map, in its own measure. */
export const letterSize = 9;
export type Named = { readonly text: string; readonly spot: readonly [number, number] };

/** Names near their places, each where it covers the fewest marks and other names; a mark reaches `reach` from its middle. */
export function placeNames(
  names: readonly Named[],
  marks: readonly (readonly [number, number])[],
  reach: number,
): readonly { readonly text: string; readonly x: number; readonly y: number }[] {
  const placed: { readonly text: string; readonly x: number; readonly y: number }[] = [];
  const covers = (text: string, x: number, y: number): number => {
    const half = (text.length * letterSize) / (/\p{Script=Han}/u.test(text) ? 2 : 3.5);
    const isNear = ([a, b]: readonly [number, number], more: number) =>
      Math.abs(a - x) < half + more && Math.abs(b - (y - letterSize / 3)) < letterSize / 2 + more;
    const named = placed.filter((one) => isNear([one.x, one.y - letterSize / 3], half));
    return marks.filter((mark) => isNear(mark, reach)).length + 2 * named.length;
  };
  for (const { text, spot } of names) {
    const seats = [0, -14, 14, -24, 24].flatMap((dy) =>
      [0, -24, 24].map((dx) => ({ x: spot[0] + dx, y: spot[1] + dy })),
    );
    const [best] = seats
      .map((seat) => ({ seat, count: covers(text, seat.x, seat.y) }))
      .sort((one, other) => one.count - other.count);
    if (best) placed.push({ text, ...best.seat });
  }
  return placed;
}
