type Growable = Uint8Array | Uint16Array | Int32Array | Uint32Array;

/** The array itself, or a copy at least twice as long where it has fewer than `needed` places. */
export function grow<Kind extends Growable>(array: Kind, needed: number): Kind {
  if (array.length >= needed) return array;
  const Make = array.constructor as new (length: number) => Kind;
  const longer = new Make(Math.max(needed, array.length * 2, 64));
  longer.set(array);
  return longer;
}
