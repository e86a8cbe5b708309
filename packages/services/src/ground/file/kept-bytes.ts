/** A picture of more pieces is none that a camera or a program writes: a hundred times what they do. */
export const mostPieces = 10_000;

/** What of a file is kept, copied once at the end: neighbours are one range, whatever number of pieces it has. */
export class Kept {
  private readonly parts: Buffer[] = [];
  private from = 0;
  private to = 0;
  constructor(private readonly raw: Buffer) {}

  add(from: number, to: number): void {
    if (from !== this.to) this.close(from);
    this.to = to;
  }

  put(piece: Buffer): void {
    this.close(this.to);
    this.parts.push(piece);
  }

  join(): Buffer {
    this.close(this.to);
    return Buffer.concat(this.parts);
  }

  private close(next: number): void {
    if (this.to > this.from) this.parts.push(this.raw.subarray(this.from, this.to));
    this.from = next;
    this.to = next;
  }
}
