import type { CustodyEvent } from "@lilink/model/trace";

/** What somebody says, before it is judged; `corrects` is the hash of the event that it corrects. */
export type Said = {
  readonly event: CustodyEvent;
  readonly province: string | null;
  readonly corrects: string | null;
  /** When it was told, of what comes from an older record; absent: now. */
  readonly toldAt?: Date;
};

/** Who tells it. */
export type Teller = {
  readonly body: string;
  readonly isOfficer: boolean;
  /** Null where a program tells it. */
  readonly person: string | null;
};
