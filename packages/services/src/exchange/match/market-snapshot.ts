import { loadIndex, type MatchIndex } from "@lilink/model/matching";

type Head = { readonly build: string; readonly stamps: readonly (readonly [id: string, stamp: string])[] };

/** Length of the head, the head as JSON, the index. */
export function writeMarketSnapshot(market: {
  readonly build: string;
  readonly stamps: ReadonlyMap<string, string>;
  readonly index: Uint8Array;
}): Uint8Array {
  const head: Head = { build: market.build, stamps: [...market.stamps] };
  const told = new TextEncoder().encode(JSON.stringify(head));
  const bytes = new Uint8Array(4 + told.length + market.index.length);
  new DataView(bytes.buffer).setUint32(0, told.length, true);
  bytes.set(told, 4);
  bytes.set(market.index, 4 + told.length);
  return bytes;
}

/** Null where another build wrote it, which may have read texts otherwise, or where it cannot be read. */
export function readMarketSnapshot(
  bytes: Uint8Array,
  build: string,
): { readonly stamps: Map<string, string>; readonly index: MatchIndex } | null {
  try {
    const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
    const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Head;
    if (head.build !== build) return null;
    return { stamps: new Map(head.stamps), index: loadIndex(bytes.subarray(4 + length)) };
  } catch {
    return null;
  }
}
